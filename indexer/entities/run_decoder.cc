// The scores of a word are sums of rows, nearly all of which were summed when they were first met.
#include "indexer/entities/run_decoder.h"

#include <algorithm>
#include <utility>

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

/// Calls `use` for most words that the score of a run asks for, with their parts; sentences do not
/// count here.
template <typename Use>
void for_words_around(const Document& document, const Run& run, const Use& use) {
  using Part = RunDecoder::Part;
  const bool is_alone = run.end - run.first == 1;
  for (std::size_t at = run.first; at < run.end; ++at) {
    use(at, is_alone ? Part::Alone : Part::Itself);
    if (at > 1) {
      use(at - 1, is_alone ? Part::BeforeAlone : Part::Before);
      use(at - 2, Part::SecondBefore);
    }
    if (at + 2 < document.words.size()) {
      use(at + 1, is_alone ? Part::BehindAlone : Part::Behind);
      use(at + 2, Part::SecondBehind);
    }
  }
}

void add(const Scores& more, Scores& scores) {
  for (std::size_t i = 0; i < lanes; ++i) {
    scores[i] = static_cast<std::int16_t>(scores[i] + more[i]);
  }
}

}  // namespace

RunDecoder::RunDecoder(const NameModel& model)
    : model_(model), sums_(model), best_chain_(model.transitions()) {
  for (std::size_t part = 0; part < part_count; ++part) {
    for_roles(static_cast<Part>(part), [&](Role role) { add_bound_rows(role, rows_); });
    for (const Row row : std::exchange(rows_, {})) {
      model_.add(row, bounds_.at(part));
    }
  }
}

std::vector<NameSpan> RunDecoder::decode(const Document& document) {
  if (vocabulary_version_ != document.vocabulary->version()) {
    forget_words(*document.vocabulary);
  }
  words_.resize(std::max(words_.size(), document.vocabulary->size()));
  std::vector<NameSpan> names;
  const std::vector<Run> runs = find_runs(document);
  for (const Run& run : runs) {
    for_words_around(document, run, [&](std::size_t word, Part) {
      __builtin_prefetch(&words_[document.words[word].number]);
    });
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i + 1 < runs.size()) {
      for_words_around(document, runs[i + 1], [&](std::size_t word, Part part) {
        sums_.prefetch(words_[document.words[word].number].parts[static_cast<std::size_t>(part)]);
      });
    }
    score_run(document, runs[i]);
    add_names(runs[i], best_chain_.find(scores_), names);
  }
  return names;
}

void RunDecoder::forget_words(const TextVocabulary& vocabulary) {
  vocabulary_version_ = vocabulary.version();
  sums_.clear();
  words_.clear();
  settings_.assign(setting_count, 0);
  hinted_.assign(hinted_count, 0);
  hints_behind_.assign(telling_behind + 1, 0);
  hints_before_.assign(telling_before + 1, 0);
}

void RunDecoder::add_word(const Document& document, std::size_t word, Part part, Scores& scores) {
  std::uint32_t& number = words_[document.words[word].number].parts[static_cast<std::size_t>(part)];
  add(sums_.sum(number,
                [&](std::vector<Row>& rows) {
                  for_roles(part, [&](Role role) {
                    add_word_rows(document.facts(word), document.spelling(word), role, rows);
                  });
                }),
      scores);
}

void RunDecoder::add_neighbour(const Document& document, std::optional<std::size_t> word, Part part,
                               Scores& scores) {
  if (word) {
    add_word(document, *word, part, scores);
  } else {
    add(bounds_[static_cast<std::size_t>(part)], scores);
  }
}

void RunDecoder::add_place(const Document& document, const Run& run, std::size_t at,
                           Scores& scores) {
  const std::uint32_t setting = setting_of(document, run, at);
  add(sums_.sum(settings_[setting],
                [&](std::vector<Row>& rows) { add_setting_rows(setting, rows); }),
      scores);
  const std::uint32_t hinted = hinted_of(document, at);
  add(sums_.sum(hinted_[hinted], [&](std::vector<Row>& rows) { add_hint_rows(hinted, rows); }),
      scores);
  if (at + 1 < run.end) {
    const std::uint32_t hints = document.form(at + 1).hints & telling_behind;
    add(sums_.sum(hints_behind_[hints],
                  [&](std::vector<Row>& rows) { add_hint_behind_rows(hints, rows); }),
        scores);
  }
  if (at > run.first) {
    const std::uint32_t hints = document.form(at - 1).hints & telling_before;
    add(sums_.sum(hints_before_[hints],
                  [&](std::vector<Row>& rows) { add_hint_before_rows(hints, rows); }),
        scores);
  }
  rows_.clear();
  add_rare_rows(document, at, phrase_bits_[at - run.first], rows_);
  for (const Row row : rows_) {
    model_.add(row, scores);
  }
}

void RunDecoder::score_run(const Document& document, const Run& run) {
  const bool is_alone = run.end - run.first == 1;
  Scores shared{};
  if (!is_alone) {
    add_neighbour(document, word_before(document, run.first), Part::BeforeRun, shared);
    add_neighbour(document, word_behind(document, run.end - 1), Part::BehindRun, shared);
    add_word(document, run.first, Part::HeadOfRun, shared);
    add_word(document, run.end - 1, Part::EndOfRun, shared);
  }
  find_phrase_bits(document, run, phrase_bits_);
  scores_.resize(run.end - run.first);
  for (std::size_t at = run.first; at < run.end; ++at) {
    Scores scores = shared;
    add_place(document, run, at, scores);
    add_word(document, at, is_alone ? Part::Alone : Part::Itself, scores);
    const std::optional<std::size_t> before = word_before(document, at);
    add_neighbour(document, before, is_alone ? Part::BeforeAlone : Part::Before, scores);
    add_neighbour(document, before ? word_before(document, *before) : std::nullopt,
                  Part::SecondBefore, scores);
    const std::optional<std::size_t> behind = word_behind(document, at);
    add_neighbour(document, behind, is_alone ? Part::BehindAlone : Part::Behind, scores);
    add_neighbour(document, behind ? word_behind(document, *behind) : std::nullopt,
                  Part::SecondBehind, scores);
    scores_[at - run.first] = scores;
  }
}

void RunDecoder::add_names(const Run& run, std::span<const Label> labels,
                           std::vector<NameSpan>& names) const {
  for (std::uint32_t i = 0; i < labels.size();) {
    if (!label::is_typed(labels[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < labels.size() && label::is_open(labels[end - 1])) {
      ++end;
    }
    names.push_back({run.first + i, run.first + end,
                     static_cast<NameType>(label::type_of(labels[i])), by_model});
    i = end;
  }
}

}  // namespace dateline
