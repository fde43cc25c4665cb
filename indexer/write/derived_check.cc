// An article is derived again and compared, term by term and slot by slot.
#include "indexer/write/derived_check.h"

#include <algorithm>

#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/field.h"

namespace dateline {

namespace {

constexpr std::size_t read_digest_bytes = 16;

std::vector<Name> to_names(const std::vector<NameId>& ids, const NameDictionary& dictionary) {
  std::vector<Name> names;
  names.reserve(ids.size());
  for (const NameId id : ids) {
    names.push_back({dictionary.type(id), std::string(dictionary.text(id))});
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

bool is_known_model(std::string_view model) {
  return model == "none" || model == EntityTagger::model_name();
}

DocumentChecker::DocumentChecker(std::string_view model, const EntityTagger& tagger,
                                 const NameDictionary& names)
    : knows_model_(is_known_model(model)),
      analyzer_({.language = {}, .entities = model == EntityTagger::model_name()}, tagger),
      names_(names) {}

/// The names that the slot tells; none when they are not all in the dictionary.
std::optional<std::vector<Name>> DocumentChecker::names_of(const IndexedDocument& document) const {
  std::vector<NameId> ids;
  const std::string& packed = document.values[static_cast<std::size_t>(Slot::Names)];
  if (!unpack_name_ids(packed, ids) || (!ids.empty() && ids.back() >= names_.size())) {
    return std::nullopt;
  }
  return to_names(ids, names_);
}

bool DocumentChecker::is_derived(std::string_view term) const {
  return knows_model_ || !(term.starts_with(definition_prefix) ||
                           term.starts_with(find_field("mentioned")->prefix));
}

bool DocumentChecker::has_values_of(const ArticleRecord& record,
                                    const IndexedDocument& document) const {
  for (const Slot slot : {Slot::Date, Slot::Id, Slot::TextBytes, Slot::Mentioned}) {
    const auto i = static_cast<std::size_t>(slot);
    if (record.values[i] != document.values[i] && (knows_model_ || slot != Slot::Mentioned)) {
      return false;
    }
  }
  return document.values[static_cast<std::size_t>(Slot::Digest)].size() == read_digest_bytes;
}

/// Whether the terms are those of the record; adds up what the index is to hold of them.
bool DocumentChecker::has_terms_of(const ArticleRecord& record, const IndexedDocument& document,
                                   IndexSums& sums) const {
  auto indexed = document.terms.begin();
  const auto pass_underived = [&] {
    for (; indexed != document.terms.end() && !is_derived(indexed->first); ++indexed) {
      sums.add_posting(indexed->first, document.number, indexed->second);
    }
  };
  for (std::size_t i = 0; i < record.terms.size(); ++i) {
    const TermList::Term term = record.terms[i];
    if (!is_derived(term.text)) {
      continue;
    }
    pass_underived();
    if (indexed == document.terms.end() || indexed->first != term.text ||
        indexed->second != term.wdf) {
      return false;
    }
    ++indexed;
    sums.add_posting(term.text, document.number, term.wdf);
    sums.add_positions(term.text, document.number, term.positions);
  }
  pass_underived();
  return indexed == document.terms.end();
}

DerivedCheck DocumentChecker::check(const IndexedDocument& document) {
  DerivedCheck check;
  const auto found = [&](const char* file, std::string_view what) {
    check.damage.push_back({file, "the " + std::string(what) + " of document " +
                                      std::to_string(document.number) +
                                      " differ from what its stored text gives"});
  };
  std::optional<Article> article = from_stored(document.data);
  if (!article) {
    check.damage.push_back({"xapian/docdata.glass", "the stored text of document " +
                                                        std::to_string(document.number) +
                                                        " is not what was written"});
    return check;
  }
  const std::optional<std::vector<Name>> names = names_of(document);
  AnalyzedArticle analyzed = analyzer_.derive(std::move(*article));
  if (!knows_model_ && names) {
    analyzed.names = *names;
  }
  const ArticleRecord record =
      to_record(std::move(analyzed), document.values[static_cast<std::size_t>(Slot::Digest)]);
  if (names != record.names) {
    found("names.tsv", "names");
  }
  if (!has_values_of(record, document)) {
    found("xapian/postlist.glass", "values");
  }
  if (!has_terms_of(record, document, check.sums)) {
    found("xapian/termlist.glass", "terms");
  }
  for (std::uint32_t slot = 0; slot < document.values.size(); ++slot) {
    check.sums.add_value(slot, document.number, document.values[slot]);
  }
  return check;
}

}  // namespace dateline
