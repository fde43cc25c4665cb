// Counting names and definitions, in one walk through the terms of each kind.
#include "indexer/write/settlement.h"

#include <string>
#include <vector>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "indexer/resolve/resolver.h"
#include "indexer/write/article_record.h"

namespace dateline {

namespace {

/// What entities are made from and by.
std::string origin_of(const Xapian::Database& database) {
  return "resolver " + std::string(resolver_version) + ", database " + database.get_uuid() +
         ", revision " + std::to_string(database.get_revision());
}

/// Calls `take(term, articles)` for every term with this prefix.
template <typename Take>
void for_each_term(const Xapian::Database& database, std::string_view prefix, Take take) {
  const std::string start(prefix);
  const auto end = database.allterms_end(start);
  for (auto term = database.allterms_begin(start); term != end; ++term) {
    take(*term, static_cast<std::uint32_t>(term.get_termfreq()));
  }
}

std::vector<CountedName> count_names(const Xapian::Database& database, const NameWriter& names) {
  const NameDictionary& dictionary = names.dictionary();
  std::vector<CountedName> counted;
  counted.reserve(dictionary.size());
  for (NameId id = 0; id < dictionary.size(); ++id) {
    const NameType type = dictionary.type(id);
    const std::string_view text = dictionary.text(id);
    const std::string_view prefix = field_of(type).prefix;
    // A term that had to be cut does not tell its name.
    const bool is_cut = prefix.size() + text.size() > max_term_bytes;
    counted.push_back({type, text, is_cut ? database.get_termfreq(make_term(prefix, text)) : 0});
  }
  for (const NameType type : all_name_types) {
    const std::string_view prefix = field_of(type).prefix;
    for_each_term(database, prefix, [&](const std::string& term, std::uint32_t articles) {
      if (const auto id = names.find(type, std::string_view(term).substr(prefix.size()))) {
        counted[*id].articles = articles;
      }
    });
  }
  return counted;
}

struct Definitions {
  std::vector<NameDefinition> texts;
  std::vector<std::uint32_t> articles;
};

Definitions read_definitions(const Xapian::Database& database) {
  Definitions definitions;
  for_each_term(database, definition_prefix, [&](const std::string& term, std::uint32_t articles) {
    if (std::optional<NameDefinition> definition = parse_definition(term)) {
      definitions.texts.push_back(std::move(*definition));
      definitions.articles.push_back(articles);
    }
  });
  return definitions;
}

}  // namespace

bool is_settled(const Xapian::Database& database, const NameWriter& names) {
  return names.entities_origin() == origin_of(database);
}

void settle_entities(const Xapian::Database& database, NameWriter& names) {
  if (is_settled(database, names)) {
    return;
  }
  const Definitions definitions = read_definitions(database);
  std::vector<CountedDefinition> counted;
  counted.reserve(definitions.texts.size());
  for (std::size_t i = 0; i < definitions.texts.size(); ++i) {
    counted.push_back(
        {definitions.texts[i].acronym, definitions.texts[i].long_form, definitions.articles[i]});
  }
  names.save_entities(resolve_names(count_names(database, names), counted), origin_of(database));
}

}  // namespace dateline
