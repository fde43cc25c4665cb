// Scores are sums of rows; the best chain is Viterbi's.
#include "indexer/entities/run_decoder.h"

#include <algorithm>
#include <limits>

namespace dateline {

namespace {

/// Calls `use` for each role of a part.
template <typename Use>
void for_roles(RunDecoder::Part part, const Use& use) {
  using Part = RunDecoder::Part;
  switch (part) {
    case Part::Alone:
      use(Role::Itself);
      use(Role::HeadOfRun);
      use(Role::EndOfRun);
      break;
    case Part::BeforeAlone:
      use(Role::Before);
      use(Role::BeforeRun);
      break;
    case Part::BehindAlone:
      use(Role::Behind);
      use(Role::BehindRun);
      break;
    case Part::Itself: use(Role::Itself); break;
    case Part::Before: use(Role::Before); break;
    case Part::Behind: use(Role::Behind); break;
    case Part::SecondBefore: use(Role::SecondBefore); break;
    case Part::SecondBehind: use(Role::SecondBehind); break;
    case Part::BeforeRun: use(Role::BeforeRun); break;
    case Part::BehindRun: use(Role::BehindRun); break;
    case Part::HeadOfRun: use(Role::HeadOfRun); break;
    case Part::EndOfRun: use(Role::EndOfRun); break;
  }
}

constexpr std::int32_t impossible = std::numeric_limits<std::int32_t>::min() / 2;

void add(const Scores& more, Scores& scores) {
  for (std::size_t i = 0; i < lanes; ++i) {
    scores[i] = static_cast<std::int16_t>(scores[i] + more[i]);
  }
}

/// The labels that may stand before each label.
struct Predecessors {
  std::array<std::array<Label, label_count>, label_count> labels{};
  std::array<std::size_t, label_count> count{};
};

constexpr Predecessors all_predecessors() {
  Predecessors predecessors;
  for (Label next = 0; next < label_count; ++next) {
    for (Label label = 0; label < label_count; ++label) {
      if (label::may_follow(label, next)) {
        predecessors.labels.at(next).at(predecessors.count.at(next)++) = label;
      }
    }
  }
  return predecessors;
}

constexpr Predecessors predecessors = all_predecessors();

using Chances = std::array<std::int32_t, lanes>;

/// The best score of each label of a word, and the label before it that gives it.
void find_best_step(const NameModel::Transitions& transitions, const Chances& before,
                    const Scores& scores, Chances& best, std::array<Label, lanes>& back) {
  for (Label next = 0; next < label_count; ++next) {
    std::int32_t highest = impossible;
    Label from = label::outside;
    for (std::size_t k = 0; k < predecessors.count[next]; ++k) {
      const Label label = predecessors.labels[next][k];
      const std::int32_t score = before[label] + transitions[label][next];
      from = score > highest ? label : from;
      highest = std::max(highest, score);
    }
    best[next] = highest + scores[next];
    back[next] = from;
  }
}

}  // namespace

RunDecoder::RunDecoder(const NameModel& model) : model_(model) {
  for (std::size_t part = 0; part < part_count; ++part) {
    for_roles(static_cast<Part>(part), [&](Role role) {
      rows_.clear();
      add_bound_rows(role, rows_);
      add_all(rows_, bound_scores_.at(part));
    });
  }
}

std::vector<NameSpan> RunDecoder::decode(const Document& document) {
  if (vocabulary_version_ != document.vocabulary->version()) {
    vocabulary_version_ = document.vocabulary->version();
    words_.clear();
    known_parts_.clear();
  }
  if (words_.size() < document.vocabulary->size()) {
    words_.resize(document.vocabulary->size());
    known_parts_.resize(document.vocabulary->size());
  }
  std::vector<NameSpan> names;
  const std::vector<Run> runs = find_runs(document);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    if (i + 1 < runs.size()) {
      prefetch(document, runs[i + 1]);
    }
    score_run(document, run);
    find_best_labels(run.end - run.first);
    add_names(run, names);
  }
  return names;
}

void RunDecoder::prefetch(const Document& document, const Run& run) const {
  const auto fetch = [&](std::size_t word, Part part) {
    __builtin_prefetch(&words_[document.words[word].number][static_cast<std::size_t>(part)]);
  };
  const bool is_alone = run.end - run.first == 1;
  for (std::size_t at = run.first; at < run.end; ++at) {
    fetch(at, is_alone ? Part::Alone : Part::Itself);
    if (at > 1) {
      fetch(at - 1, is_alone ? Part::BeforeAlone : Part::Before);
      fetch(at - 2, Part::SecondBefore);
    }
    if (at + 2 < document.words.size()) {
      fetch(at + 1, is_alone ? Part::BehindAlone : Part::Behind);
      fetch(at + 2, Part::SecondBehind);
    }
  }
}

void RunDecoder::add_all(const std::vector<Row>& rows, Scores& scores) const {
  for (const Row row : rows) {
    model_.add(row, scores);
  }
}

void RunDecoder::add_word(const Document& document, std::size_t word, Part part, Scores& sum) {
  const auto index = static_cast<std::size_t>(part);
  const std::uint32_t number = document.words[word].number;
  Scores& scores = words_[number][index];
  if ((known_parts_[number] >> index & 1U) == 0) {
    known_parts_[number] |= 1U << index;
    for_roles(part, [&](Role role) {
      rows_.clear();
      add_word_rows(document.facts(word), document.spelling(word), role, rows_);
      add_all(rows_, scores);
    });
  }
  add(scores, sum);
}

void RunDecoder::add_neighbour(const Document& document, std::optional<std::size_t> word, Part part,
                               Scores& sum) {
  if (word) {
    add_word(document, *word, part, sum);
  } else {
    add(bound_scores_[static_cast<std::size_t>(part)], sum);
  }
}

void RunDecoder::score_run(const Document& document, const Run& run) {
  const bool is_alone = run.end - run.first == 1;
  Scores shared{};
  if (!is_alone) {
    add_neighbour(document, word_before(document, run.first, 1), Part::BeforeRun, shared);
    add_neighbour(document, word_behind(document, run.end - 1, 1), Part::BehindRun, shared);
    add_word(document, run.first, Part::HeadOfRun, shared);
    add_word(document, run.end - 1, Part::EndOfRun, shared);
  }
  scores_.assign(run.end - run.first, shared);
  find_phrase_bits(document, run, phrase_bits_);
  place_rows_.clear();
  place_ends_.clear();
  for (std::size_t at = run.first; at < run.end; ++at) {
    const std::size_t begin = place_rows_.size();
    add_place_rows(document, run, at, phrase_bits_[at - run.first], place_rows_);
    for (std::size_t i = begin; i < place_rows_.size(); ++i) {
      model_.prefetch(place_rows_[i]);
    }
    place_ends_.push_back(place_rows_.size());
  }
  std::size_t next_row = 0;
  for (std::size_t at = run.first; at < run.end; ++at) {
    Scores& scores = scores_[at - run.first];
    add_word(document, at, is_alone ? Part::Alone : Part::Itself, scores);
    add_neighbour(document, word_before(document, at, 1),
                  is_alone ? Part::BeforeAlone : Part::Before, scores);
    add_neighbour(document, word_behind(document, at, 1),
                  is_alone ? Part::BehindAlone : Part::Behind, scores);
    add_neighbour(document, word_before(document, at, 2), Part::SecondBefore, scores);
    add_neighbour(document, word_behind(document, at, 2), Part::SecondBehind, scores);
    for (; next_row < place_ends_[at - run.first]; ++next_row) {
      model_.add(place_rows_[next_row], scores);
    }
  }
}

void RunDecoder::find_best_labels(std::size_t words) {
  const NameModel::Transitions& transitions = model_.transitions();
  best_.resize(words);
  back_.resize(words);
  for (Label next = 0; next < label_count; ++next) {
    best_[0][next] = label::may_follow(label::outside, next)
                         ? scores_[0][next] + transitions[label::outside][next]
                         : impossible;
  }
  for (std::size_t i = 1; i < words; ++i) {
    find_best_step(transitions, best_[i - 1], scores_[i], best_[i], back_[i]);
  }
  std::int32_t best = impossible;
  Label last = label::outside;
  for (Label label = 0; label < label_count; ++label) {
    const std::int32_t score = best_[words - 1][label] + transitions[label][label::outside];
    if (!label::is_open(label) && score > best) {
      best = score;
      last = label;
    }
  }
  labels_.resize(words);
  for (std::size_t i = words; i > 0; --i) {
    labels_[i - 1] = last;
    last = back_[i - 1][last];
  }
}

void RunDecoder::add_names(const Run& run, std::vector<NameSpan>& names) const {
  for (std::uint32_t i = 0; i < labels_.size();) {
    if (!label::is_typed(labels_[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < labels_.size() && label::is_open(labels_[end - 1])) {
      ++end;
    }
    names.push_back({run.first + i, run.first + end,
                     static_cast<NameType>(label::type_of(labels_[i])), by_model});
    i = end;
  }
}

}  // namespace dateline
