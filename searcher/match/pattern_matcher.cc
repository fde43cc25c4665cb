// All patterns at once, in one walk over the tokens. For each word of a phrase it is kept at which
// position the phrase was last matched up to that word; a token that is the next word at the next
// position takes it on. Words near each other are found by a NearFinder for each such pattern.
#include "searcher/match/pattern_matcher.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "common/text/tokenizer.h"
#include "common/text/word_key.h"
#include "searcher/match/near_finder.h"
#include "searcher/match/stretch_walker.h"

namespace dateline {

namespace {

// A pattern with fewer matches than this is still looked for when there are too many in all.
constexpr std::size_t rare_matches = 256;

/// A phrase matched up to some word of it, that word being at `position`.
struct Progress {
  static constexpr std::size_t never = no_match_limit;
  std::size_t begin = never;
  std::uint32_t position = 0;
};

/// How the words of a pattern must stand.
enum class Order { Alone, InOrder, Near };

Order order_of(const MatchPattern& pattern) {
  if (pattern.words.size() <= 1) {
    return Order::Alone;
  }
  if (pattern.window == 0) {
    return Order::InOrder;
  }
  return pattern.words.size() > NearFinder::max_things ? Order::Alone : Order::Near;
}

/// By word of words near each other: with which of the things it begins or goes on.
std::vector<std::size_t> things_of(const MatchPattern& pattern) {
  std::vector<std::size_t> things;
  for (const PatternWord& word : pattern.words) {
    things.push_back(things.empty() ? 0 : things.back() + (word.follows ? 0 : 1));
  }
  return things;
}

class Matcher {
 public:
  Matcher(const PatternIndex& patterns, TextPart part, std::size_t max_matches)
      : index_(patterns),
        part_(part),
        max_matches_(max_matches),
        found_(patterns.patterns().size()),
        progress_(patterns.places()) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const MatchPattern& pattern = patterns.patterns()[i];
      found_[i].order = order_of(pattern);
      if (found_[i].order == Order::Near) {
        found_[i].near = near_.size();
        std::vector<std::size_t> things = things_of(pattern);
        NearFinder finder(things.back() + 1, pattern.window);
        near_.push_back({i, std::move(things), std::move(finder)});
      }
    }
  }

  std::vector<PatternMatch> find(std::string_view text, Stemmer& stemmer, MatchWork& work) {
    // How far words are apart is known only where all are counted.
    if (stemmer.keeps_first_byte() && near_.empty()) {
      StretchWalker walker(text, index_.first_bytes());
      std::uint32_t position = 0;
      for (Span stretch; walker.next(stretch); position += 2) {
        position = read(text, stretch, position, stemmer, work);
      }
    } else {
      read(text, {0, text.size()}, 0, stemmer, work);
    }
    for (Near& near : near_) {
      if (near.finder.finish()) {
        add_near(near);
      }
    }
    if (found_more_than_stop_words_) {
      std::erase_if(matches_, [this](const PatternMatch& m) { return index_.is_stop(m.pattern); });
    }
    std::ranges::sort(matches_, {},
                      [](const PatternMatch& m) { return std::tuple(m.begin, m.end, m.pattern); });
    return std::move(matches_);
  }

 private:
  /// Matches the tokens of a part of the text, the first word of which is at `position`; returns
  /// the position of the last one.
  std::uint32_t read(std::string_view text, const Span& part, std::uint32_t position,
                     Stemmer& stemmer, MatchWork& work) {
    Tokenizer tokenizer(text.substr(part.begin, part.end - part.begin));
    const std::uint32_t first_position = position;
    for (Token token; tokenizer.next(token); ++work.tokens) {
      position = first_position + token.position;
      const WordKey key(token.word);
      const std::uint64_t stem_hash = stemmer.stem_hash(key, token.word);
      if (!index_.may_have(stem_hash, key.hash)) {
        continue;
      }
      ++work.candidates;
      token.begin += part.begin;
      token.end += part.begin;
      token.position = position;
      const auto visit = [&](const PatternIndex::Use& use) {
        ++work.uses;
        take(token, use);
      };
      index_.for_each_use(stemmer.stem(token.word), stem_hash, true, visit);
      index_.for_each_use(token.word, key.hash, false, visit);
    }
    return position;
  }

  /// What is known of a pattern.
  struct Found {
    Order order = Order::Alone;
    std::size_t near = 0;   // in near_
    std::size_t spans = 0;  // how many were marked
    Span last;              // of them; a word may match by its stem and as it is
  };

  struct Near {
    std::size_t pattern;
    std::vector<std::size_t> things;  // by word
    NearFinder finder;
  };

  void take(const Token& token, const PatternIndex::Use& use) {
    if (!index_.counts_in(use.pattern, part_)) {
      return;
    }
    const Found& found = found_[use.pattern];
    if (found.order == Order::Alone) {
      add_span(use.pattern, {token.begin, token.end});
    } else if (found.order == Order::InOrder) {
      const std::size_t words = index_.patterns()[use.pattern].words.size();
      if (const auto begin = go_on(token, use, use.place > 0, use.place + 1 == words)) {
        add_span(use.pattern, {*begin, token.end});
      }
    } else {
      take_near(token, use, near_[found.near]);
    }
  }

  void take_near(const Token& token, const PatternIndex::Use& use, Near& near) {
    const std::size_t thing = near.things[use.place];
    const auto [first, last] = std::equal_range(near.things.begin(), near.things.end(), thing);
    const bool is_first = first == near.things.begin() + use.place;
    const bool is_last = last == near.things.begin() + use.place + 1;
    const auto begin = go_on(token, use, !is_first, is_last);
    if (!begin) {
      return;
    }
    const auto length = static_cast<std::uint32_t>(last - first);
    if (near.finder.add({.thing = thing,
                         .first_position = token.position + 1 - length,
                         .last_position = token.position,
                         .span = {*begin, token.end}})) {
      add_near(near);
    }
  }

  /// Takes words that stand one after the other on by a token. With the last of them, says where
  /// the first begins.
  std::optional<std::size_t> go_on(const Token& token, const PatternIndex::Use& use, bool follows,
                                   bool is_last) {
    const std::size_t place = index_.first_place(use.pattern) + use.place;
    std::size_t begin = token.begin;
    if (follows) {
      const Progress& before = progress_[place - 1].at((token.position + 1) % 2);
      if (before.begin == Progress::never || before.position + 1 != token.position) {
        return std::nullopt;
      }
      begin = before.begin;
    }
    if (is_last) {
      return begin;
    }
    // Kept apart for odd and even positions: a compound and its first word share one, and neither
    // may hide from the other what was matched at the position before.
    progress_[place].at(token.position % 2) = {begin, token.position};
    return std::nullopt;
  }

  void add_span(std::size_t pattern, const Span& span) {
    if (span != found_[pattern].last) {
      found_[pattern].last = span;
      add_match({.begin = span.begin, .end = span.end, .pattern = pattern}, 1);
    }
  }

  void add_near(const Near& near) {
    const std::span<const Span> spans = near.finder.spans();
    PatternMatch match{.begin = spans.front().begin,
                       .end = spans.front().end,
                       .pattern = near.pattern,
                       .words = {spans.begin(), spans.end()}};
    std::ranges::sort(match.words, {}, &Span::begin);
    match.begin = match.words.front().begin;
    match.end = std::ranges::max(match.words, {}, &Span::end).end;
    add_match(std::move(match), spans.size());
  }

  void add_match(PatternMatch match, std::size_t spans) {
    const bool is_stop = index_.is_stop(match.pattern);
    if (is_stop && found_more_than_stop_words_) {
      return;
    }
    found_more_than_stop_words_ |= !is_stop;
    std::size_t& of_pattern = found_[match.pattern].spans;
    if (spans_ < max_matches_ || of_pattern < rare_matches) {
      spans_ += spans;
      of_pattern += spans;
      matches_.push_back(std::move(match));
    }
  }

  const PatternIndex& index_;
  TextPart part_;
  std::size_t max_matches_;
  std::vector<Found> found_;                       // by pattern
  std::vector<std::array<Progress, 2>> progress_;  // by place of all patterns
  std::vector<Near> near_;
  std::vector<PatternMatch> matches_;
  std::size_t spans_ = 0;  // of the matches
  bool found_more_than_stop_words_ = false;
};

}  // namespace

std::vector<PatternMatch> match_patterns(std::string_view text, TextPart part,
                                         const PatternIndex& patterns, Stemmer& stemmer,
                                         const MatchOptions& options) {
  MatchWork work;
  std::vector<PatternMatch> matches;
  if (patterns.has_any(part)) {
    matches = Matcher(patterns, part, options.max_matches).find(text, stemmer, work);
  }
  if (options.work != nullptr) {
    *options.work = work;
  }
  return matches;
}

void append_spans(const PatternMatch& match, std::vector<Span>& spans) {
  if (match.words.empty()) {
    spans.push_back({match.begin, match.end});
  } else {
    spans.insert(spans.end(), match.words.begin(), match.words.end());
  }
}

std::vector<Span> merge_spans(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::begin);
  std::vector<Span> merged;
  for (const Span& span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

}  // namespace dateline
