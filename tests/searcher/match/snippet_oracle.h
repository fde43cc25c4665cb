// A second opinion on snippets, slow and plain, shared by the tests and the fuzzer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/ascii.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/match/pattern_index.h"
#include "searcher/match/pattern_matcher.h"
#include "searcher/match/snippet.h"

namespace dateline::test {

/// A pattern of the stems of these words.
inline MatchPattern make_pattern(std::string_view words, Stemmer& stemmer) {
  MatchPattern pattern;
  Tokenizer tokenizer(words);
  for (Token token; tokenizer.next(token);) {
    if (!token.is_compound) {
      pattern.words.push_back({.stems = {std::string(stemmer.stem(token.word))}, .words = {}});
    }
  }
  return pattern;
}

/// A pattern of words to the letter.
inline MatchPattern make_exact_pattern(std::string_view words) {
  MatchPattern pattern;
  Tokenizer tokenizer(words);
  for (Token token; tokenizer.next(token);) {
    if (!token.is_compound) {
      pattern.words.push_back({.stems = {}, .words = {std::string(token.word)}});
    }
  }
  return pattern;
}

/// "=words" to the letter, "~5 words" within five positions, "|words" any of them, as they are and
/// by the stem of the first; else words by their stems.
inline MatchPattern read_pattern(std::string_view text, Stemmer& stemmer) {
  if (text.starts_with('=')) {
    return make_exact_pattern(text);
  }
  if (text.starts_with('~') && text.size() > 2 && is_digit(text[1])) {
    MatchPattern pattern = make_pattern(text.substr(2), stemmer);
    pattern.window = static_cast<std::size_t>(text[1] - '0');
    return pattern;
  }
  if (!text.starts_with('|')) {
    return make_pattern(text, stemmer);
  }
  MatchPattern any{.words = {{}}};
  for (const PatternWord& word : make_exact_pattern(text).words) {
    any.words[0].words.push_back(word.words[0]);
  }
  if (any.words[0].words.empty()) {
    return {};
  }
  any.words[0].stems = {std::string(stemmer.stem(any.words[0].words[0]))};
  return any;
}

/// Matches between "[" and "]".
inline std::string to_string(const Fragments& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) {
    text += fragment.match ? "[" + fragment.text + "]" : fragment.text;
  }
  return text;
}

inline std::string fold_space(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    if (!is_space(c)) {
      folded += c;
    } else if (folded.empty() || folded.back() != ' ') {
      folded += ' ';
    }
  }
  return folded;
}

struct TokenAt {
  Span span;
  std::string word;
  std::string stem;
  std::uint32_t position = 0;
};

/// A match, and what is to be marked of it. Of a compound that may stand for another word than its
/// first one, either may be marked.
struct SlowMatch {
  std::size_t begin = 0;
  std::size_t min_end = 0;
  std::size_t max_end = 0;
  std::vector<Span> wanted;
  std::vector<Span> allowed;
};

inline bool may_stand(const TokenAt& token, const PatternWord& word) {
  return std::ranges::count(word.stems, token.stem) > 0 ||
         std::ranges::count(word.words, token.word) > 0;
}

/// Every match of words one after the other, each token of the text tried as every word.
inline std::vector<SlowMatch> slow_phrases(std::span<const TokenAt> tokens,
                                           const MatchPattern& pattern) {
  std::vector<TokenAt> ends;  // of the pattern up to some word
  for (std::size_t word = 0; word < pattern.words.size(); ++word) {
    std::vector<TokenAt> next_ends;
    for (const TokenAt& token : tokens) {
      if (!may_stand(token, pattern.words[word])) {
        continue;
      }
      if (word == 0) {
        next_ends.push_back(token);
      }
      for (const TokenAt& end : ends) {
        if (end.position + 1 == token.position) {
          next_ends.push_back({{end.span.begin, token.span.end}, {}, {}, token.position});
        }
      }
    }
    ends = next_ends;
  }
  std::vector<SlowMatch> matches;
  for (const TokenAt& end : ends) {
    matches.push_back({end.span.begin, end.span.end, end.span.end, {end.span}, {end.span}});
  }
  return matches;
}

/// The tokens of one position that may stand for some word of a pattern.
using TokensAt = std::vector<TokenAt>;

/// Whether each of the places can be given a word of its own, from `first` on.
inline bool have_words(std::span<const TokensAt> places, const MatchPattern& pattern,
                       std::vector<bool>& is_taken) {
  if (places.empty()) {
    return true;
  }
  for (std::size_t word = 0; word < pattern.words.size(); ++word) {
    const bool fits = std::ranges::any_of(places.front(), [&](const TokenAt& token) {
      return may_stand(token, pattern.words[word]);
    });
    if (!fits || is_taken[word]) {
      continue;
    }
    is_taken[word] = true;
    if (have_words(places.subspan(1), pattern, is_taken)) {
      return true;
    }
    is_taken[word] = false;
  }
  return false;
}

/// For every position of such a token, the latest places before it that can have all words.
inline std::vector<SlowMatch> slow_near(std::span<const TokenAt> tokens,
                                        const MatchPattern& pattern) {
  std::vector<TokensAt> places;
  for (const TokenAt& token : tokens) {
    if (std::ranges::any_of(pattern.words,
                            [&](const PatternWord& word) { return may_stand(token, word); })) {
      if (places.empty() || places.back().front().position != token.position) {
        places.emplace_back();
      }
      places.back().push_back(token);
    }
  }
  std::vector<SlowMatch> matches;
  for (std::size_t last = 0; last < places.size(); ++last) {
    const std::size_t position = places[last].front().position;
    std::vector<TokensAt> chosen;
    for (std::size_t i = last + 1; i > 0; --i) {
      if (position - places[i - 1].front().position >= pattern.window) {
        break;
      }
      chosen.push_back(places[i - 1]);
      std::vector<bool> is_taken(pattern.words.size());
      if (!have_words(chosen, pattern, is_taken)) {
        chosen.pop_back();
      }
    }
    if (chosen.size() < pattern.words.size()) {
      continue;
    }
    SlowMatch match;
    match.begin = std::string_view::npos;
    for (const TokensAt& place : chosen) {
      match.begin = std::min(match.begin, place.front().span.begin);
      match.min_end = std::max(match.min_end, place.back().span.end);
      match.max_end = std::max(match.max_end, place.front().span.end);
      match.allowed.push_back(place.front().span);
      match.wanted.push_back(place.back().span);
    }
    matches.push_back(match);
  }
  return matches;
}

inline bool is_slow_stop_word(const MatchPattern& pattern) {
  return PatternIndex(std::span(&pattern, 1)).is_stop(0);
}

/// Every match of the patterns in a text, found by trying everything.
inline std::vector<SlowMatch> slow_matches(std::string_view text,
                                           std::span<const MatchPattern> patterns,
                                           Stemmer& stemmer) {
  std::vector<TokenAt> tokens;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    tokens.push_back({{token.begin, token.end},
                      std::string(token.word),
                      std::string(stemmer.stem(token.word)),
                      token.position});
  }
  for (const bool with_stop_words : {false, true}) {
    std::vector<SlowMatch> matches;
    for (const MatchPattern& pattern : patterns) {
      if (with_stop_words || !is_slow_stop_word(pattern)) {
        const bool is_near = pattern.window > 0 && pattern.words.size() > 1;
        const std::vector<SlowMatch> found =
            is_near ? slow_near(tokens, pattern) : slow_phrases(tokens, pattern);
        matches.insert(matches.end(), found.begin(), found.end());
      }
    }
    if (!matches.empty()) {
      return matches;
    }
  }
  return {};
}

/// Those that are part of no longer one.
inline std::vector<SlowMatch> outer_matches(const std::vector<SlowMatch>& matches) {
  std::vector<SlowMatch> outer;
  for (const SlowMatch& match : matches) {
    if (std::ranges::none_of(matches, [&match](const SlowMatch& other) {
          return other.begin <= match.begin && other.max_end >= match.max_end &&
                 other.max_end - other.begin > match.max_end - match.begin;
        })) {
      outer.push_back(match);
    }
  }
  return outer;
}

/// Whether the fragments are the text from `begin` on with just the matches marked that lie in it,
/// or with a part of one too long to be shown.
inline bool is_marked_well(const Fragments& fragments, std::size_t begin, std::size_t bytes,
                           std::span<const SlowMatch> matches, std::size_t max_bytes) {
  std::vector<bool> wanted(bytes);
  std::vector<bool> allowed(bytes);
  const auto add = [&](const std::vector<Span>& spans, std::vector<bool>& marks) {
    for (const Span& span : spans) {
      for (std::size_t i = std::max(span.begin, begin); i < std::min(span.end, begin + bytes);
           ++i) {
        marks[i - begin] = true;
      }
    }
  };
  for (const SlowMatch& match : matches) {
    if (match.begin >= begin && match.max_end <= begin + bytes) {
      add(match.wanted, wanted);
    }
    if ((match.begin >= begin && match.min_end <= begin + bytes) ||
        match.max_end - match.begin + 16 > max_bytes) {
      add(match.allowed, allowed);
    }
  }
  std::size_t at = 0;
  for (const Fragment& fragment : fragments) {
    for (std::size_t i = 0; i < fragment.text.size() && at < bytes; ++i, ++at) {
      if (fragment.match ? !allowed[at] : wanted[at]) {
        return false;
      }
    }
  }
  return at == bytes;
}

/// The end of the first place from `from` on that the snippet may be of, or npos.
inline std::size_t find_snippet(std::string_view text, const Fragments& snippet, std::size_t from,
                                std::span<const SlowMatch> matches, std::size_t max_bytes) {
  constexpr std::string_view before = "… ";
  constexpr std::string_view after = " …";
  std::size_t best = std::string_view::npos;
  for (const bool cut_begin : {false, true}) {
    for (const bool cut_end : {false, true}) {
      Fragments body = snippet;
      if (cut_begin && !body.front().match && body.front().text.starts_with(before)) {
        body.front().text.erase(0, before.size());
      }
      if (cut_end && !body.back().match && body.back().text.ends_with(after)) {
        body.back().text.resize(body.back().text.size() - after.size());
      }
      std::string whole;
      for (const Fragment& fragment : body) {
        whole += fragment.text;
      }
      for (std::size_t at = text.find(whole, from); at != std::string_view::npos;
           at = text.find(whole, at + 1)) {
        if (is_marked_well(body, at, whole.size(), matches, max_bytes)) {
          best = std::min(best, at + whole.size());
          break;
        }
      }
    }
  }
  return best;
}

/// What is wrong with the snippets of a text, or nothing.
inline std::string find_fault(std::string_view text, std::span<const MatchPattern> patterns,
                              std::span<const MatchPattern> names, Stemmer& stemmer,
                              const SnippetOptions& options) {
  const std::string folded = fold_space(text);
  std::vector<SlowMatch> matches = slow_matches(folded, patterns, stemmer);
  const bool has_matches = !matches.empty();
  if (!has_matches) {
    matches = outer_matches(slow_matches(folded, names, stemmer));
  }
  const std::vector<Fragments> snippets =
      make_snippets(text, PatternIndex(patterns), PatternIndex(names), stemmer, options);
  // A character has at most 4 bytes, so that something fits.
  const bool must_show = options.count > 0 && options.max_bytes >= 4;
  if (snippets.size() > (has_matches ? options.count : 1)) {
    return "too many snippets";
  }
  if (must_show && snippets.empty() && !trim(text).empty()) {
    return "no snippet";
  }
  std::size_t from = 0;
  for (const Fragments& snippet : snippets) {
    std::size_t bytes = 0;
    bool has_match = false;
    for (std::size_t i = 0; i < snippet.size(); ++i) {
      const Fragment& fragment = snippet[i];
      bytes += fragment.text.size();
      has_match = has_match || fragment.match;
      if (fragment.text.empty() || !is_valid_utf8(fragment.text)) {
        return "an empty fragment or one of invalid UTF-8: " + to_string(snippet);
      }
      if (i > 0 && fragment.match == snippet[i - 1].match) {
        return "fragments that belong together: " + to_string(snippet);
      }
    }
    if (bytes > options.max_bytes) {
      return "too long: " + to_string(snippet);
    }
    if (has_match == matches.empty()) {
      return "a match too many or too few: " + to_string(snippet);
    }
    from = find_snippet(folded, snippet, from, matches, options.max_bytes);
    if (from == std::string_view::npos) {
      return "not in the text, in its order, with its matches: " + to_string(snippet);
    }
  }
  return {};
}

}  // namespace dateline::test
