// Whether what the index holds of an article is what its stored text gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/name_dictionary.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/write/article_record.h"
#include "indexer/write/damage.h"
#include "indexer/write/index_sums.h"

namespace dateline {

/// A document as it lies in the database, as plain values.
struct IndexedDocument {
  std::uint32_t number = 0;
  std::string data;                                          ///< the stored article
  std::vector<std::pair<std::string, std::uint32_t>> terms;  ///< with their wdf, in order
  std::vector<std::string> values;                           ///< by slot
};

/// What came of a document.
struct DerivedCheck {
  std::vector<Damage> damage;
  IndexSums sums;  ///< what the index is to hold of it; worth nothing when there is damage
};

/// Derives articles again from their stored text, one at a time; every thread has its own.
class DocumentChecker {
 public:
  /// `model` is the one that found the archive's names. What depends on another than this
  /// program's cannot be derived again: the names are then those the slot tells, and what the index
  /// holds of dates and definitions is taken as it is. Tagger and dictionary outlive the checker.
  DocumentChecker(std::string_view model, const EntityTagger& tagger, const NameDictionary& names);

  DerivedCheck check(const IndexedDocument& document);

 private:
  std::optional<std::vector<Name>> names_of(const IndexedDocument& document) const;
  bool is_derived(std::string_view term) const;
  bool has_values_of(const ArticleRecord& record, const IndexedDocument& document) const;
  bool has_terms_of(const ArticleRecord& record, const IndexedDocument& document,
                    IndexSums& sums) const;

  bool knows_model_;
  ArticleAnalyzer analyzer_;
  const NameDictionary& names_;
};

/// Whether this program can find again what this model has found.
bool is_known_model(std::string_view model);

}  // namespace dateline
