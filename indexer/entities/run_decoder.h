// The decoder: the best chain of labels for every run of a document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/entities/document.h"
#include "indexer/entities/name_model.h"
#include "indexer/entities/name_span.h"
#include "indexer/entities/run.h"

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
  using WordScores = std::array<Scores, part_count>;

  /// Asks memory for what the next run will need.
  void prefetch(const Document& document, const Run& run) const;
  void add_all(const std::vector<Row>& rows, Scores& scores) const;
  void add_word(const Document& document, std::size_t word, Part part, Scores& sum);
  void add_neighbour(const Document& document, std::optional<std::size_t> word, Part part,
                     Scores& sum);
  void score_run(const Document& document, const Run& run);
  void find_best_labels(std::size_t words);
  void add_names(const Run& run, std::vector<NameSpan>& names) const;

  const NameModel& model_;
  WordScores bound_scores_{};
  std::vector<WordScores> words_;           // by number in the vocabulary
  std::vector<std::uint32_t> known_parts_;  // bits: which of them are summed
  std::uint32_t vocabulary_version_ = 0;    // that these numbers belong to
  std::vector<Row> rows_;
  std::vector<Row> place_rows_;  // of the places of the run at hand, and where each one's end
  std::vector<std::size_t> place_ends_;
  std::vector<std::uint32_t> phrase_bits_;
  std::vector<Scores> scores_;  // of the words of the run at hand
  std::vector<std::array<std::int32_t, lanes>> best_;
  std::vector<std::array<Label, lanes>> back_;
  std::vector<Label> labels_;
};

}  // namespace dateline
