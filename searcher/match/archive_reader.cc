// Opening archives, and staying on one committed state of them.
#include "searcher/match/archive_reader.h"

#include <xapian.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "common/archive/damage_hint.h"
#include "common/archive/database_error.h"
#include "common/archive/manifest.h"
#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/error.h"
#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/joined_entities.h"
#include "searcher/match/qualified_id.h"
#include "searcher/query/compiler_archives.h"

namespace dateline {

namespace {

std::vector<std::string> languages_of(const Xapian::Database& database) {
  std::vector<std::string> languages;
  const std::string prefix(find_field("language")->prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    languages.push_back((*term).substr(prefix.size()));
  }
  return languages;
}

std::vector<ArchiveLayout> layouts_of(std::span<const NamedArchive> archives) {
  std::vector<ArchiveLayout> layouts;
  for (const NamedArchive& archive : archives) {
    layouts.push_back(archive.layout);
  }
  return layouts;
}

/// Opens what Xapian keeps of an archive, and reads its names into `entities`.
OpenArchive open_archive(const NamedArchive& named, const Manifest& manifest, EntityMap& entities) {
  const ArchiveLayout& layout = named.layout;
  const Generation generation = layout.generation(manifest.generation);
  OpenArchive archive;
  archive.name = named.name;
  archive.folder = layout.folder;
  archive.generation = manifest.generation;
  archive.database = Xapian::Database(generation.database().string());
  // The dictionary is read after the database is opened: it is written before.
  archive.corrections = read_corrections(layout.corrections());
  entities = EntityMap(NameDictionary::read(generation.names(), generation.entities()),
                       archive.corrections.lines);
  archive.name_count = entities.names().size();
  require_same_generation(layout, manifest);
  return archive;
}

[[noreturn]] void throw_damaged(const OpenArchive& archive, Xapian::docid own,
                                const std::string& what) {
  throw Error("the archive in " + archive.folder.string() + " is damaged: document " +
                  std::to_string(own) + " " + what,
              damage_hint, ExitCode::Damaged);
}

}  // namespace

bool ArchiveReader::State::is_used(NameId name) const {
  const NameDictionary& names = entities.names();
  const std::string term = make_term(field_of(names.type(name)).prefix, names.text(name));
  const std::vector<std::string>* const identities = entities.find_archives(name);
  if (identities == nullptr) {
    return database.term_exists(term);
  }
  return std::ranges::any_of(archives, [&](const OpenArchive& archive) {
    return std::ranges::find(*identities, identity_of(archive.database)) != identities->end() &&
           archive.database.term_exists(term);
  });
}

ArchiveReader::ArchiveReader(std::vector<NamedArchive> archives)
    : archives_(std::move(archives)),
      layouts_(layouts_of(archives_)),
      state_(std::make_unique<State>()) {
  assert(!archives_.empty());
  for (const ArchiveLayout& layout : layouts_) {
    if (!archive_exists(layout)) {
      throw_no_archive(layout);
    }
  }
  consistently([] {});
}

ArchiveReader::ArchiveReader(const ArchiveLayout& layout)
    : ArchiveReader(std::vector<NamedArchive>{{layout.folder.string(), layout}}) {}

ArchiveReader::~ArchiveReader() = default;

void ArchiveReader::open(std::span<const NamedArchive> archives,
                         std::span<const Manifest> manifests) {
  State state;
  std::vector<EntityMap> entities(archives.size());
  std::vector<std::string> identities;
  for (std::size_t i = 0; i < archives.size(); ++i) {
    state.archives.push_back(open_archive(archives[i], manifests[i], entities[i]));
    state.database.add_database(state.archives.back().database);
    identities.push_back(identity_of(state.archives.back().database));
  }
  if (archives.size() == 1) {
    state.entities = std::move(entities.front());
  } else {
    JoinedEntities joined = join_entities(entities, identities);
    state.entities = std::move(joined.map);
    for (std::size_t i = 0; i < archives.size(); ++i) {
      state.archives[i].joined_names = std::move(joined.names[i]);
    }
  }
  state.languages = languages_of(state.database);
  *state_ = std::move(state);
}

bool ArchiveReader::is_open(std::span<const Manifest> manifests) const {
  return std::ranges::equal(manifests, state_->archives, {}, &Manifest::generation,
                            &OpenArchive::generation);
}

void ArchiveReader::consistently(const std::function<void()>& ask) {
  bool is_first = true;
  try {
    read_archives(layouts_, [&](std::span<const Manifest> manifests) {
      if (!is_first || !is_open(manifests)) {
        open(archives_, manifests);
      }
      is_first = false;
      ask();
    });
  } catch (const Error& error) {
    if (has_several() && error.exit_code() == ExitCode::Damaged) {
      tell_damaged(ask);
    }
    throw;
  }
}

/// Xapian does not say in which of several databases something is wrong; so each is asked alone.
void ArchiveReader::tell_damaged(const std::function<void()>& ask) {
  for (std::size_t i = 0; i < archives_.size(); ++i) {
    state_->archives.clear();  // whatever comes of it, all are opened anew
    read_archive(layouts_[i], [&](const Manifest& manifest) {
      open({&archives_[i], 1}, {&manifest, 1});
      ask();
    });
  }
  state_->archives.clear();
}

const EntityMap& ArchiveReader::entities() const {
  return state_->entities;
}

const Corrections& ArchiveReader::corrections(std::size_t archive) const {
  return state_->archives[archive].corrections;
}

std::span<const std::string> ArchiveReader::languages() const {
  return state_->languages;
}

std::vector<FoundArticle> ArchiveReader::find_articles(std::string_view id) {
  std::vector<FoundArticle> articles;
  consistently([&] {
    articles.clear();
    for (const Xapian::docid document : find_documents(*state_, id)) {
      const std::size_t archive = state_->archive_of(document);
      articles.push_back(
          {has_several() ? archives_[archive].name : "", read_article(*state_, document)});
    }
  });
  return articles;
}

std::vector<Xapian::docid> find_documents(const ArchiveReader::State& state, std::string_view id) {
  std::vector<Xapian::docid> documents;
  const auto find_in = [&](std::size_t archive, std::string_view own_id) {
    const Xapian::Database& database = state.archives[archive].database;
    const std::string term = make_term(id_prefix, own_id);
    const auto found = database.postlist_begin(term);
    if (found != database.postlist_end(term)) {
      documents.push_back(state.document_of(archive, *found));
    }
  };
  for (std::size_t i = 0; i < state.archives.size(); ++i) {
    find_in(i, id);
  }
  for (std::size_t i = 0; documents.empty() && i < state.archives.size(); ++i) {
    if (const auto own_id = find_own_id(id, state.archives[i].name)) {
      find_in(i, *own_id);
    }
  }
  return documents;
}

std::optional<Xapian::docid> find_document(const ArchiveReader::State& state, std::string_view id) {
  const std::vector<Xapian::docid> documents = find_documents(state, id);
  if (documents.size() > 1) {
    throw Error("several archives have an article with the id \"" + std::string(id) + "\"",
                "say which: " + state.archives[state.archive_of(documents.front())].name + ":" +
                    std::string(id));
  }
  return documents.empty() ? std::nullopt : std::optional(documents.front());
}

Article read_article(const OpenArchive& archive, const Xapian::Document& document) {
  std::optional<Article> article = from_stored(document.get_data());
  if (!article) {
    throw_damaged(archive, document.get_docid(), "is not what was written");
  }
  return std::move(*article);
}

Article read_article(const ArchiveReader::State& state, Xapian::docid document) {
  return read_article(state.archives[state.archive_of(document)],
                      state.database.get_document(document));
}

void read_name_ids(const OpenArchive& archive, Xapian::docid own, std::string_view packed,
                   std::vector<NameId>& ids) {
  const std::size_t before = ids.size();
  if (!unpack_name_ids(packed, ids) || (ids.size() > before && ids.back() >= archive.name_count)) {
    throw_damaged(archive, own, "has names that the dictionary does not know");
  }
  if (!archive.joined_names.empty()) {
    for (std::size_t i = before; i < ids.size(); ++i) {
      ids[i] = archive.joined_names[ids[i]];
    }
  }
}

void read_name_ids(const OpenArchive& archive, const Xapian::Document& document,
                   std::vector<NameId>& ids) {
  read_name_ids(archive, document.get_docid(),
                document.get_value(static_cast<Xapian::valueno>(Slot::Names)), ids);
}

void read_name_ids(const ArchiveReader::State& state, Xapian::docid document,
                   std::vector<NameId>& ids) {
  read_name_ids(state.archives[state.archive_of(document)], state.database.get_document(document),
                ids);
}

void read_mentioned(const OpenArchive& archive, Xapian::docid own, std::string_view packed,
                    std::vector<Period>& periods) {
  if (!unpack_periods(packed, periods)) {
    throw_damaged(archive, own, "names dates that no calendar has");
  }
}

}  // namespace dateline
