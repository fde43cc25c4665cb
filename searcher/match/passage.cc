// Candidates are laid out in one walk over matches and sentences, then chosen greedily.
#include "searcher/match/passage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "common/ascii.h"
#include "common/text/character.h"
#include "common/text/utf8.h"
#include "searcher/match/sentence.h"

namespace dateline {

namespace {

struct Candidate {
  Passage passage;
  std::size_t first_match = 0;  // its matches, by index; some may reach out of it
  std::size_t last_match = 0;
  bool is_line = false;  // begins with a headline or caption
};

bool is_unspaced_at(std::string_view text, std::size_t at) {
  const char32_t c = code_point_at(text, at).value;
  return is_unspaced_script(c) && !is_mark(c);
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Whether a passage may begin or end at `at`, which lies inside the text between two characters.
bool is_word_bound(std::string_view text, std::size_t at) {
  return is_space(text[at - 1]) || is_space(text[at]) || is_unspaced_at(text, at);
}

/// The first beginning of a word from `at` on, or `match`, where one begins in any case.
std::size_t word_begin(std::string_view text, std::size_t at, std::size_t match) {
  while (at < match &&
         (is_inside_character(text, at) || is_space(text[at]) || !is_word_bound(text, at))) {
    ++at;
  }
  return at;
}

/// The last end of a word up to `limit` but not before `earliest`; without any, `earliest`, or
/// where that is the beginning, the last character bound.
std::size_t word_end(std::string_view text, std::size_t begin, std::size_t earliest,
                     std::size_t limit) {
  const std::size_t last = begin + cut_at_character(text.substr(begin), limit - begin).size();
  std::size_t at = last;
  while (at > earliest && at < text.size() &&
         (is_inside_character(text, at) || !is_word_bound(text, at))) {
    --at;
  }
  while (at > earliest && is_space(text[at - 1])) {
    --at;
  }
  return at == begin ? last : at;
}

/// Lays out the candidates of a text.
class CandidateWalk {
 public:
  CandidateWalk(std::string_view text, std::span<const PatternMatch> matches,
                std::size_t pattern_count, std::size_t max_bytes)
      : text_(text),
        matches_(matches),
        max_bytes_(max_bytes),
        walker_(text),
        last_seen_from_(pattern_count, matches.size()) {}

  std::vector<Candidate> all() {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      while (sentence_.end <= matches_[i].begin && walker_.next(sentence_)) {
      }
      const Candidate candidate = make_candidate(i);
      if (candidates.empty() || candidate.passage.begin != candidates.back().passage.begin ||
          candidate.passage.end > candidates.back().passage.end) {
        candidates.push_back(candidate);
      }
    }
    return candidates;
  }

 private:
  Candidate make_candidate(std::size_t index) {
    const PatternMatch& match = matches_[index];
    const std::size_t must_end = std::min(match.end, match.begin + max_bytes_);
    Candidate candidate;
    Passage& passage = candidate.passage;
    passage.begin = sentence_.begin;
    if (must_end - sentence_.begin > max_bytes_) {
      // Some words before the match, or as many as there is room for when the sentence ends soon.
      const std::size_t lead = std::min(max_bytes_ / 3, max_bytes_ - (must_end - match.begin));
      const std::size_t at =
          std::min(match.begin - lead, std::max(must_end, sentence_.end) - max_bytes_);
      passage.begin = word_begin(text_, at, match.begin);
      passage.cut_begin = passage.begin > sentence_.begin;
    }
    candidate.is_line = !sentence_.is_closed;
    candidate.first_match = index;
    while (candidate.first_match > 0 &&
           matches_[candidate.first_match - 1].begin >= passage.begin) {
      --candidate.first_match;
    }
    // Of words near each other that are too far apart for any passage, the first at least.
    const bool is_apart = match.end > must_end && !match.words.empty();
    set_end(is_apart ? std::min(match.words.front().end, must_end)
                     : last_match_end(index, must_end, passage.begin),
            passage);
    candidate.last_match = index;
    while (candidate.last_match < matches_.size() &&
           matches_[candidate.last_match].begin < passage.end) {
      ++candidate.last_match;
    }
    return candidate;
  }

  /// Up to where a passage from `begin` on must go to show every pattern that it can show without
  /// leaving its headline.
  std::size_t last_match_end(std::size_t index, std::size_t must_end, std::size_t begin) {
    std::size_t limit = begin + max_bytes_;
    if (!sentence_.is_closed) {
      limit = std::min(limit, std::max(must_end, sentence_.end));
    }
    std::size_t end = must_end;
    for (std::size_t i = index; i < matches_.size() && matches_[i].begin < limit; ++i) {
      std::size_t& last_seen_from = last_seen_from_[matches_[i].pattern];
      if (matches_[i].end <= limit && last_seen_from != index) {
        last_seen_from = index;
        end = std::max(end, matches_[i].end);
      }
    }
    return end;
  }

  /// Finishes a passage of this sentence that must hold [begin, earliest): at the last sentence
  /// that ends in time, or, rather than to be very short, at a word. It goes neither on from a
  /// headline nor on to one.
  void set_end(std::size_t earliest, Passage& passage) const {
    const std::size_t limit = passage.begin + max_bytes_;
    SentenceWalker walker = walker_;
    Sentence sentence = sentence_;
    bool may_go_on = true;
    while (may_go_on && sentence.end <= limit) {
      const bool holds_all = passage.end >= earliest;
      if (holds_all && !sentence.is_closed) {
        return;
      }
      passage.end = sentence.end;
      may_go_on = (sentence.is_closed || sentence.end < earliest) && walker.next(sentence, limit);
    }
    const bool is_long = (passage.end - std::min(passage.begin, passage.end)) * 3 >= max_bytes_;
    if (passage.end >= earliest && (is_long || !may_go_on)) {
      return;
    }
    const std::size_t sentence_end = passage.end;
    passage.end = word_end(text_, passage.begin, std::max(earliest, sentence_end), limit);
    passage.cut_end = passage.end != sentence_end;
  }

  std::string_view text_;
  std::span<const PatternMatch> matches_;
  std::size_t max_bytes_;
  SentenceWalker walker_;
  Sentence sentence_;
  std::vector<std::size_t> last_seen_from_;  // by pattern: the last match that looked on to it
};

/// What a candidate is worth.
struct Score {
  double value = 0;      // with all its patterns
  double new_value = 0;  // with those already shown worth little
  bool adds_pattern = false;
};

/// Rates candidates and remembers what was shown.
class Rater {
 public:
  Rater(std::string_view text, std::span<const PatternMatch> matches,
        std::span<const MatchPattern> patterns, std::size_t max_bytes)
      : matches_(matches),
        text_bytes_(static_cast<double>(text.size())),
        max_bytes_(max_bytes),
        weights_(patterns.size()),
        last_seen_in_(patterns.size()),
        is_shown_(patterns.size()) {
    std::vector<std::size_t> counts(patterns.size());
    for (const PatternMatch& match : matches) {
      ++counts[match.pattern];
    }
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      // One more pattern is worth more than any rarity: weights of words lie between 1 and 1.5.
      const double rarity = 0.5 / (1 + std::log2(static_cast<double>(counts[i] + 1)));
      const double phrase = patterns[i].words.size() > 1 ? 0.5 : 0;
      weights_[i] = static_cast<double>(patterns[i].words.size()) * (1 + rarity) + phrase;
    }
  }

  Score rate(const Candidate& candidate) {
    constexpr double worth_of_shown = 0.3;
    ++round_;
    Score score;
    double repeats = 0;
    std::size_t complete_at = candidate.passage.begin;
    for (std::size_t i = candidate.first_match; i < candidate.last_match; ++i) {
      const PatternMatch& match = matches_[i];
      if (!is_shown_in(match, candidate.passage, max_bytes_)) {
        continue;
      }
      if (last_seen_in_[match.pattern] == round_) {
        ++repeats;
        continue;
      }
      last_seen_in_[match.pattern] = round_;
      const double weight = weights_[match.pattern];
      score.value += weight;
      score.new_value += is_shown_[match.pattern] ? worth_of_shown * weight : weight;
      score.adds_pattern |= !is_shown_[match.pattern];
      complete_at = match.end;
    }
    const double factor = quality(candidate, complete_at, repeats);
    score.value *= factor;
    score.new_value *= factor;
    return score;
  }

  void mark_shown(const Candidate& candidate) {
    for (std::size_t i = candidate.first_match; i < candidate.last_match; ++i) {
      if (is_shown_in(matches_[i], candidate.passage, max_bytes_)) {
        is_shown_[matches_[i].pattern] = true;
      }
    }
  }

 private:
  /// Words near each other, said more than once, early in the article and in whole sentences.
  double quality(const Candidate& candidate, std::size_t complete_at, double repeats) const {
    const Passage& passage = candidate.passage;
    const std::size_t first = std::min(matches_[candidate.first_match].begin, complete_at);
    const double spread =
        static_cast<double>(complete_at - first) / static_cast<double>(max_bytes_);
    double factor = 1 - 0.2 * std::min(1.0, spread);
    factor *= 1 + 0.03 * std::min(repeats, 3.0);
    factor *= 1 - 0.1 * static_cast<double>(passage.begin) / text_bytes_;
    factor *= passage.cut_begin ? 0.9 : 1;
    return factor * (candidate.is_line ? 0.8 : 1);
  }

  std::span<const PatternMatch> matches_;
  double text_bytes_;
  std::size_t max_bytes_;
  std::vector<double> weights_;              // by pattern
  std::vector<std::uint64_t> last_seen_in_;  // by pattern: the last candidate that has it
  std::vector<bool> is_shown_;               // by pattern
  std::uint64_t round_ = 0;
};

std::size_t distance(const Passage& a, const Passage& b) {
  return a.begin < b.begin ? b.begin - std::min(a.end, b.begin)
                           : a.begin - std::min(b.end, a.begin);
}

/// The index of the candidate that adds most, or nothing when none is worth showing. `best` is the
/// score of the first choice, 0 when there is none yet.
std::optional<std::size_t> choose_next(std::span<const Candidate> candidates,
                                       std::span<const Passage> chosen, std::size_t max_bytes,
                                       Rater& rater, double& best) {
  constexpr double as_good = 0.9;
  std::optional<std::size_t> choice;
  double choice_value = 0;
  double full_value = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Score score = rater.rate(candidates[i]);
    const bool is_apart = std::ranges::all_of(chosen, [&](const Passage& other) {
      return distance(candidates[i].passage, other) >= max_bytes;
    });
    const bool is_worth = score.adds_pattern || (is_apart && score.value >= as_good * best);
    if (is_worth && score.new_value > choice_value) {
      choice = i;
      choice_value = score.new_value;
      full_value = score.value;
    }
  }
  best = best > 0 ? best : full_value;
  return choice;
}

}  // namespace

bool is_shown_in(const PatternMatch& match, const Passage& passage, std::size_t max_bytes) {
  return match.begin >= passage.begin &&
         (match.end <= passage.end ||
          (match.begin == passage.begin && match.end - match.begin > max_bytes));
}

std::vector<Passage> choose_passages(std::string_view text, std::span<const PatternMatch> matches,
                                     std::span<const MatchPattern> patterns, std::size_t count,
                                     std::size_t max_bytes) {
  std::vector<Candidate> candidates =
      CandidateWalk(text, matches, patterns.size(), max_bytes).all();
  Rater rater(text, matches, patterns, max_bytes);
  std::vector<Passage> chosen;
  double best = 0;
  while (chosen.size() < count) {
    const auto next = choose_next(candidates, chosen, max_bytes, rater, best);
    if (!next) {
      break;
    }
    const Passage passage = candidates[*next].passage;
    rater.mark_shown(candidates[*next]);
    chosen.push_back(passage);
    std::erase_if(candidates, [&passage](const Candidate& other) {
      return distance(passage, other.passage) == 0;
    });
  }
  std::ranges::sort(chosen, {}, &Passage::begin);
  return chosen;
}

Passage opening_passage(std::string_view text, std::size_t max_bytes) {
  SentenceWalker walker(text);
  Sentence sentence;
  if (!walker.next(sentence)) {
    return {};
  }
  Passage passage{.begin = sentence.begin, .end = sentence.end};
  if (sentence.end - sentence.begin > max_bytes) {
    passage.end = word_end(text, passage.begin, passage.begin, passage.begin + max_bytes);
    passage.cut_end = true;
  }
  return passage;
}

}  // namespace dateline
