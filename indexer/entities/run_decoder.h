// The decoder: the best chain of labels for every run of a document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indexer/entities/best_chain.h"
#include "indexer/entities/document.h"
#include "indexer/entities/name_model.h"
#include "indexer/entities/name_span.h"
#include "indexer/entities/run.h"
#include "indexer/entities/score_pool.h"

namespace dateline {

/// Decodes documents with one model. Remembers what each word is worth in each role, so words that
/// come again cost little. For one thread, and for the documents of one reader.
class RunDecoder {
 public:
  /// The model outlives the decoder.
  explicit RunDecoder(const NameModel& model);

  /// The persons, organisations and places in the runs of a document, in order; its hints are
  /// noted before.
  std::vector<NameSpan> decode(const Document& document);

  /// The roles that a word plays at once. Most runs are a word alone, which is its own head and end
  /// and has the neighbours of the run, so that one look-up serves for all.
  enum class Part : std::uint8_t {
    Alone,
    BeforeAlone,
    BehindAlone,
    Itself,
    Before,
    Behind,
    SecondBefore,
    SecondBehind,
    BeforeRun,
    BehindRun,
    HeadOfRun,
    EndOfRun,
  };
  static constexpr std::size_t part_count = 12;

 private:
  /// The numbers of what a word is worth in each part, in one cache line.
  struct alignas(64) WordSums {
    std::array<std::uint32_t, part_count> parts{};
  };

  void forget_words(const TextVocabulary& vocabulary);
  void add_word(const Document& document, std::size_t word, Part part, Scores& scores);
  void add_neighbour(const Document& document, std::optional<std::size_t> word, Part part,
                     Scores& scores);
  void add_place(const Document& document, const Run& run, std::size_t at, Scores& scores);
  void score_run(const Document& document, const Run& run);
  void add_names(const Run& run, std::span<const Label> labels, std::vector<NameSpan>& names) const;

  const NameModel& model_;
  ScorePool sums_;
  std::array<Scores, part_count> bounds_{};  // where a part has no word
  std::vector<WordSums> words_;              // by number in the vocabulary
  std::vector<std::uint32_t> settings_;      // numbers in the pool, as are the next three
  std::vector<std::uint32_t> hinted_;
  std::vector<std::uint32_t> hints_behind_;
  std::vector<std::uint32_t> hints_before_;
  std::uint32_t vocabulary_version_ = 0;  // that these numbers belong to
  std::vector<Row> rows_;
  std::vector<std::uint32_t> phrase_bits_;  // of the words of the run at hand, as the next
  std::vector<Scores> scores_;
  BestChain best_chain_;
};

}  // namespace dateline
