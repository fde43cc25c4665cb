// From an analyzed article to terms, values and bytes.
#include "indexer/write/article_record.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

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

void add_boolean_terms(TermList& terms, const AnalyzedArticle& analyzed) {
  const Article& article = analyzed.article;
  terms.add(id_term(article.id));
  terms.add(origin_term(article.origin));
  terms.add(make_term(find_field("language")->prefix, article.language));
  for (const Name& name : analyzed.names) {
    terms.add(make_term(field_of(name.type).prefix, name.text));
  }
  for (const NameDefinition& definition : analyzed.definitions) {
    if (const std::optional<std::string> term = definition_term(definition)) {
      terms.add(*term);
    }
  }
  if (article.date) {
    terms.add(month_term(*article.date));
  }
  // A date is found by itself and by every period that holds it.
  for (const Period& period : analyzed.mentioned) {
    terms.add(mentioned_decade_term(period.year));
    terms.add(mentioned_term({.year = period.year}));
    if (period.month != 0) {
      terms.add(mentioned_term({.year = period.year, .month = period.month}));
    }
    if (period.day != 0) {
      terms.add(mentioned_term(period));
    }
  }
}

std::vector<std::string> values_of(const AnalyzedArticle& analyzed, std::string_view digest) {
  const Article& article = analyzed.article;
  std::vector<std::string> values(value_slots);
  const auto at = [&values](Slot slot) -> std::string& {
    return values[static_cast<std::size_t>(slot)];
  };
  if (article.date) {
    at(Slot::Date) = pack_date(*article.date);
  }
  at(Slot::Id) = article.id;
  at(Slot::Digest) = digest;
  append_number(at(Slot::TextBytes),
                article.title.size() * (article.title_derived ? 0 : 1) + article.text.size());
  at(Slot::Mentioned) = pack_periods(analyzed.mentioned);
  return values;
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

ArticleRecord to_record(AnalyzedArticle analyzed, std::string_view digest) {
  ArticleRecord record;
  add_boolean_terms(analyzed.terms, analyzed);
  analyzed.terms.sort();
  record.values = values_of(analyzed, digest);
  record.data = to_stored(analyzed.article);
  record.terms = std::move(analyzed.terms);
  record.names = std::move(analyzed.names);
  return record;
}

Xapian::Document to_document(const ArticleRecord& record) {
  Xapian::Document document;
  for (std::size_t i = 0; i < record.terms.size(); ++i) {
    const TermList::Term term = record.terms[i];
    const std::string text(term.text);
    document.add_term(text, term.wdf);
    for (const std::uint32_t position : term.positions) {
      document.add_posting(text, position, 0);
    }
  }
  for (std::size_t slot = 0; slot < record.values.size(); ++slot) {
    document.add_value(static_cast<Xapian::valueno>(slot), record.values[slot]);
  }
  document.set_data(record.data);
  return document;
}

}  // namespace dateline
