// From an analyzed article to a Xapian document.
#include "indexer/write/article_record.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/field.h"

namespace dateline {

namespace {

std::string digest_bytes(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

Xapian::valueno slot(Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// The terms of a period and of all that hold it.
void add_mentioned_terms(Xapian::Document& document, const Period& period) {
  document.add_boolean_term(mentioned_decade_term(period.year));
  document.add_boolean_term(mentioned_term({.year = period.year}));
  if (period.month != 0) {
    document.add_boolean_term(mentioned_term({.year = period.year, .month = period.month}));
  }
  if (period.day != 0) {
    document.add_boolean_term(mentioned_term(period));
  }
}

void add_boolean_terms(Xapian::Document& document, const AnalyzedArticle& analyzed) {
  const Article& article = analyzed.article;
  document.add_boolean_term(id_term(article.id));
  document.add_boolean_term(origin_term(article.origin));
  document.add_boolean_term(make_term(find_field("language")->prefix, article.language));
  for (const Name& name : analyzed.names) {
    document.add_boolean_term(make_term(field_of(name.type).prefix, name.text));
  }
  for (const NameDefinition& definition : analyzed.definitions) {
    if (const std::optional<std::string> term = definition_term(definition)) {
      document.add_boolean_term(*term);
    }
  }
  if (article.date) {
    document.add_boolean_term(month_term(*article.date));
  }
  for (const Period& period : analyzed.mentioned) {
    add_mentioned_terms(document, period);
  }
}

void add_values(Xapian::Document& document, const AnalyzedArticle& analyzed,
                std::string_view digest, std::span<const NameId> name_ids) {
  const Article& article = analyzed.article;
  if (article.date) {
    document.add_value(slot(Slot::Date), pack_date(*article.date));
  }
  document.add_value(slot(Slot::Id), article.id);
  document.add_value(slot(Slot::Names), pack_name_ids(name_ids));
  document.add_value(slot(Slot::Digest), std::string(digest));
  std::string bytes;
  append_number(bytes,
                article.title.size() * (article.title_derived ? 0 : 1) + article.text.size());
  document.add_value(slot(Slot::TextBytes), bytes);
  document.add_value(slot(Slot::Mentioned), pack_periods(analyzed.mentioned));
}

}  // namespace

std::string id_term(std::string_view id) {
  return make_term(id_prefix, id);
}

std::string origin_term(const Origin& origin) {
  // No path holds a NUL, so no two origins make the same bytes.
  const std::string bytes = origin.path + '\0' + origin.record;
  const XXH64_hash_t hash = XXH3_64bits(bytes.data(), bytes.size());
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string term(origin_prefix);
  for (unsigned shift = 0; shift < 64; shift += 6) {
    term += alphabet[(hash >> shift) & 63];
  }
  return term;
}

std::optional<std::string> definition_term(const NameDefinition& definition) {
  const auto& [acronym, long_form] = definition;
  const std::size_t bytes = definition_prefix.size() + acronym.size() + 1 + long_form.size();
  if (acronym.empty() || acronym.find(' ') != std::string::npos || long_form.empty() ||
      bytes > max_term_bytes) {
    return std::nullopt;
  }
  return std::string(definition_prefix) + acronym + " " + long_form;
}

std::optional<NameDefinition> parse_definition(std::string_view term) {
  const std::size_t space = term.find(' ');
  if (!term.starts_with(definition_prefix) || space == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view acronym =
      term.substr(definition_prefix.size(), space - definition_prefix.size());
  return NameDefinition{std::string(acronym), std::string(term.substr(space + 1))};
}

std::string read_digest(const Article& article, std::string_view model) {
  return digest_bytes(std::string(model) + "\n" + to_stored(article));
}

Xapian::Document to_document(const AnalyzedArticle& analyzed, std::string_view digest,
                             std::span<const NameId> name_ids) {
  Xapian::Document document;
  for (const Term& term : analyzed.terms) {
    document.add_term(term.text, term.wdf);
    for (const std::uint32_t position : term.positions) {
      document.add_posting(term.text, position, 0);
    }
  }
  add_boolean_terms(document, analyzed);
  add_values(document, analyzed, digest, name_ids);
  document.set_data(to_stored(analyzed.article));
  return document;
}

}  // namespace dateline
