// What a corpus looks like to an indexer: how long its articles are, how its vocabulary and its
// names grow, and how often they come back. Two corpora with the same figures cost the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "bench/record/record.h"
#include "common/article.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

/// Gathers over articles one by one, and keeps a row whenever their number has reached a power of
/// ten from a hundred on.
class CorpusStatistics {
 public:
  /// The tagger outlives this.
  explicit CorpusStatistics(const EntityTagger& tagger) : tagger_(tagger) {}

  /// `article` has been completed.
  void add(const Article& article);

  /// All rows, the last for all articles. At least one article.
  std::vector<RecordRow> take_rows();

 private:
  void add_words(const Article& article);
  void add_names(const Article& article);
  RecordRow row() const;

  const EntityTagger& tagger_;
  std::vector<RecordRow> rows_;
  std::vector<std::uint32_t> words_per_article_;
  std::unordered_map<std::string, std::uint64_t> words_;
  std::unordered_map<std::string, std::uint64_t> names_;  // how many articles have it
  std::unordered_set<std::string> of_article_;            // reused
  std::uint64_t word_count_ = 0;
  std::uint64_t distinct_count_ = 0;  // summed over articles
  std::uint64_t mention_count_ = 0;
  std::uint64_t name_count_ = 0;  // summed over articles
  std::uint64_t text_bytes_ = 0;
};

/// The statistics as a record.
Record record_of_corpus(std::vector<RecordRow> rows, std::string about);

}  // namespace dateline
