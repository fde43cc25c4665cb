// One walk over the tokens. For each word of a pattern it is kept at which position the pattern was
// last matched up to that word; a token that is the next word at the next position takes it on.
#include "searcher/match/pattern_matcher.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <unordered_map>

#include "common/text/tokenizer.h"

namespace dateline {

namespace {

// A pattern with fewer matches than this is still looked for when there are too many in all.
constexpr std::size_t rare_matches = 256;

// Words that stand in nearly every English text. Pronouns are left out for "US", "IT" and "WHO".
constexpr std::array<std::string_view, 22> stop_words = {
    "a",  "an", "and", "are", "as", "at",   "be",   "by", "for", "from", "in",
    "is", "of", "on",  "or",  "so", "that", "this", "to", "the", "was",  "with"};

bool counts_in(const MatchPattern& pattern, TextPart part) {
  if (pattern.words.empty()) {
    return false;
  }
  switch (part) {
    case TextPart::Title: return pattern.field == nullptr || pattern.field->name == "title";
    case TextPart::Text: return pattern.field == nullptr;
    case TextPart::Author: return pattern.field != nullptr && pattern.field->name == "author";
  }
  return false;
}

/// A pattern matched up to some word of it, that word being at `position`.
struct Progress {
  static constexpr std::size_t never = no_match_limit;
  std::size_t begin = never;
  std::uint32_t position = 0;
};

/// Where a stem is asked for.
struct Use {
  std::size_t pattern;
  std::size_t slot;  // of this word in the progress
  bool is_first;
  bool is_last;
};

class Matcher {
 public:
  Matcher(std::span<const MatchPattern> patterns, TextPart part, std::size_t max_matches)
      : max_matches_(max_matches), is_stop_(patterns.size()), counts_(patterns.size()) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      is_stop_[i] = is_stop_word(patterns[i]);
      if (counts_in(patterns[i], part)) {
        add_pattern(i, patterns[i]);
      }
    }
  }

  std::vector<PatternMatch> find(std::string_view text, Stemmer& stemmer) {
    if (uses_.empty()) {
      return {};
    }
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
      take(token, stemmer.stem(token.word));
    }
    if (found_more_than_stop_words_) {
      std::erase_if(matches_, [this](const PatternMatch& m) { return is_stop_[m.pattern]; });
    }
    std::ranges::sort(matches_, {},
                      [](const PatternMatch& m) { return std::tuple(m.begin, m.end, m.pattern); });
    return std::move(matches_);
  }

 private:
  void add_pattern(std::size_t index, const MatchPattern& pattern) {
    for (std::size_t i = 0; i < pattern.words.size(); ++i) {
      for (const std::string& stem : pattern.words[i]) {
        if (!stem.empty()) {
          uses_[stem].push_back({index, progress_.size(), i == 0, i + 1 == pattern.words.size()});
          may_begin_.at(static_cast<unsigned char>(stem.front())) = true;
        }
      }
      progress_.emplace_back();
    }
  }

  void take(const Token& token, std::string_view stem) {
    if (stem.empty() || !may_begin_.at(static_cast<unsigned char>(stem.front()))) {
      return;
    }
    const auto found = uses_.find(stem);
    if (found == uses_.end()) {
      return;
    }
    for (const Use& use : found->second) {
      std::size_t begin = token.begin;
      if (!use.is_first) {
        const Progress& before = progress_[use.slot - 1].at((token.position + 1) % 2);
        if (before.begin == Progress::never || before.position + 1 != token.position) {
          continue;
        }
        begin = before.begin;
      }
      if (use.is_last) {
        add_match({begin, token.end, use.pattern});
      } else {
        // Kept apart for odd and even positions: a compound and its first word share one, and
        // neither may hide from the other what was matched at the position before.
        progress_[use.slot].at(token.position % 2) = {begin, token.position};
      }
    }
  }

  void add_match(const PatternMatch& match) {
    if (is_stop_[match.pattern] && found_more_than_stop_words_) {
      return;
    }
    found_more_than_stop_words_ |= !is_stop_[match.pattern];
    if (matches_.size() < max_matches_ || counts_[match.pattern] < rare_matches) {
      ++counts_[match.pattern];
      matches_.push_back(match);
    }
  }

  std::size_t max_matches_;
  std::vector<bool> is_stop_;                                    // by pattern
  std::vector<std::size_t> counts_;                              // of matches, by pattern
  std::unordered_map<std::string_view, std::vector<Use>> uses_;  // by stem
  std::array<bool, 256> may_begin_{};                            // first bytes of those stems
  std::vector<std::array<Progress, 2>> progress_;
  std::vector<PatternMatch> matches_;
  bool found_more_than_stop_words_ = false;
};

}  // namespace

std::vector<PatternMatch> match_patterns(std::string_view text, TextPart part,
                                         std::span<const MatchPattern> patterns, Stemmer& stemmer,
                                         std::size_t max_matches) {
  return Matcher(patterns, part, max_matches).find(text, stemmer);
}

bool is_stop_word(const MatchPattern& pattern) {
  return pattern.words.size() == 1 &&
         std::ranges::any_of(pattern.words.front(), [](const std::string& stem) {
           return std::ranges::find(stop_words, stem) != stop_words.end();
         });
}

std::vector<Span> merge_matches(std::span<const PatternMatch> matches) {
  std::vector<Span> spans;
  for (const PatternMatch& match : matches) {
    if (!spans.empty() && match.begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, match.end);
    } else {
      spans.push_back({match.begin, match.end});
    }
  }
  return spans;
}

}  // namespace dateline
