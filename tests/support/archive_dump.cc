#include "tests/support/archive_dump.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "common/archive/manifest.h"
#include "common/archive/name_dictionary.h"
#include "common/field.h"

namespace dateline::test {

namespace {

constexpr Xapian::valueno slots = 6;
constexpr auto names_slot = static_cast<Xapian::valueno>(Slot::Names);

using Ids = std::map<Xapian::docid, std::string>;

Ids ids_of(const Xapian::Database& database) {
  Ids ids;
  for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
    ids[*it] = database.get_document(*it).get_value(static_cast<Xapian::valueno>(Slot::Id));
  }
  return ids;
}

std::set<std::string> names_of(const std::string& packed, const NameDictionary& names) {
  std::vector<NameId> ids;
  std::set<std::string> texts;
  if (!unpack_name_ids(packed, ids)) {
    texts.insert("no names");
  }
  for (const NameId id : ids) {
    texts.insert(std::string(to_string(names.type(id))) + " " + std::string(names.text(id)));
  }
  return texts;
}

void dump_bounds(std::ostream& out, const Xapian::Database& database) {
  out << "documents " << database.get_doccount() << " lengths "
      << database.get_doclength_lower_bound() << ".." << database.get_doclength_upper_bound()
      << " total " << database.get_total_length() << "\n";
  for (Xapian::valueno slot = 0; slot < slots; ++slot) {
    out << "slot " << slot << " " << database.get_value_freq(slot);
    if (slot != names_slot) {
      out << " " << database.get_value_lower_bound(slot) << ".."
          << database.get_value_upper_bound(slot);
    }
    out << "\n";
  }
}

template <typename Iterator>
void dump_positions(std::ostream& out, Iterator begin, const Iterator& end) {
  for (; begin != end; ++begin) {
    out << " " << *begin;
  }
}

void dump_documents(std::ostream& out, const Xapian::Database& database, const Ids& ids,
                    const NameDictionary& names) {
  std::map<std::string, std::string> documents;
  for (const auto& [number, id] : ids) {
    const Xapian::Document document = database.get_document(number);
    std::ostringstream text;
    text << "document " << id << " length " << database.get_doclength(number) << "\n";
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      text << *term << " " << term.get_wdf();
      dump_positions(text, term.positionlist_begin(), term.positionlist_end());
      text << "\n";
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      text << "value " << value.get_valueno();
      if (value.get_valueno() != names_slot) {
        text << " " << *value;
      } else {
        for (const std::string& name : names_of(*value, names)) {
          text << " [" << name << "]";
        }
      }
      text << "\n";
    }
    text << document.get_data() << "\n";
    documents[id] = text.str();
  }
  for (const auto& [id, text] : documents) {
    out << text;
  }
}

void dump_postings(std::ostream& out, const Xapian::Database& database, const Ids& ids) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << "term " << *term << " " << database.get_termfreq(*term) << " "
        << database.get_collection_freq(*term) << "\n";
    std::map<std::string, std::string> postings;
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it) {
      std::ostringstream text;
      text << it.get_wdf() << " of " << it.get_doclength();
      dump_positions(text, it.positionlist_begin(), it.positionlist_end());
      postings[ids.at(*it)] = text.str();
    }
    for (const auto& [id, text] : postings) {
      out << "  " << id << " " << text << "\n";
    }
  }
}

void dump_entities(std::ostream& out, const NameDictionary& names) {
  std::set<std::set<std::string>> entities;
  for (NameId id = 0; id < names.size(); ++id) {
    if (names.entity(id) == id) {
      std::set<std::string> texts;
      for (const NameId name : names.names_of(id)) {
        texts.insert(std::string(names.text(name)) + (name == id ? " (shown)" : ""));
      }
      // A name of its own may be one whose articles are gone.
      if (texts.size() > 1) {
        entities.insert(texts);
      }
    }
  }
  for (const std::set<std::string>& entity : entities) {
    out << "entity";
    for (const std::string& name : entity) {
      out << " [" << name << "]";
    }
    out << "\n";
  }
}

}  // namespace

std::string dump_archive(const ArchiveLayout& layout) {
  const Generation generation = layout.generation(read_manifest(layout.manifest()).generation);
  const Xapian::Database database(generation.database().string());
  const NameDictionary names = NameDictionary::read(generation.names(), generation.entities());
  const Ids ids = ids_of(database);
  std::ostringstream out;
  dump_bounds(out, database);
  dump_documents(out, database, ids, names);
  dump_postings(out, database, ids);
  dump_entities(out, names);
  return out.str();
}

}  // namespace dateline::test
