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
#include "searcher/match/pattern_matcher.h"
#include "searcher/match/snippet.h"

namespace dateline::test {

/// A pattern of the stems of these words.
inline MatchPattern make_pattern(std::string_view words, Stemmer& stemmer) {
  MatchPattern pattern;
  Tokenizer tokenizer(words);
  for (Token token; tokenizer.next(token);) {
    if (!token.is_compound) {
      pattern.words.push_back({std::string(stemmer.stem(token.word))});
    }
  }
  return pattern;
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

struct StemAt {
  Span span;
  std::string stem;
  std::uint32_t position = 0;
};

/// Every match of one pattern, each stem of the text tried as every word of it.
inline std::vector<Span> slow_matches(std::span<const StemAt> stems, const MatchPattern& pattern) {
  std::vector<StemAt> ends;  // of the pattern up to some word
  for (std::size_t word = 0; word < pattern.words.size(); ++word) {
    std::vector<StemAt> next_ends;
    for (const StemAt& stem : stems) {
      if (std::ranges::count(pattern.words[word], stem.stem) == 0) {
        continue;
      }
      if (word == 0) {
        next_ends.push_back(stem);
      }
      for (const StemAt& end : ends) {
        if (end.position + 1 == stem.position) {
          next_ends.push_back({{end.span.begin, stem.span.end}, stem.stem, stem.position});
        }
      }
    }
    ends = next_ends;
  }
  std::vector<Span> matches;
  matches.reserve(ends.size());
  for (const StemAt& end : ends) {
    matches.push_back(end.span);
  }
  return matches;
}

/// Every match of the patterns in a text, found by trying everything.
inline std::vector<Span> slow_matches(std::string_view text, std::span<const MatchPattern> patterns,
                                      Stemmer& stemmer) {
  std::vector<StemAt> stems;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    stems.push_back(
        {{token.begin, token.end}, std::string(stemmer.stem(token.word)), token.position});
  }
  for (const bool with_stop_words : {false, true}) {
    std::vector<Span> matches;
    for (const MatchPattern& pattern : patterns) {
      if (with_stop_words || !is_stop_word(pattern)) {
        const std::vector<Span> found = slow_matches(stems, pattern);
        matches.insert(matches.end(), found.begin(), found.end());
      }
    }
    if (!matches.empty()) {
      return matches;
    }
  }
  return {};
}

/// Whether the fragments are the text from `begin` on with just the matches marked that lie in it,
/// or with a part of one too long to be shown.
inline bool is_marked_well(const Fragments& fragments, std::size_t begin, std::size_t bytes,
                           std::span<const Span> matches, std::size_t max_bytes) {
  std::vector<bool> wanted(bytes);
  std::vector<bool> allowed(bytes);
  for (const Span& match : matches) {
    const bool is_inside = match.begin >= begin && match.end <= begin + bytes;
    const bool is_long = match.end - match.begin + 16 > max_bytes;
    for (std::size_t i = std::max(match.begin, begin); i < std::min(match.end, begin + bytes);
         ++i) {
      wanted[i - begin] = wanted[i - begin] || is_inside;
      allowed[i - begin] = allowed[i - begin] || is_inside || is_long;
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
                                std::span<const Span> matches, std::size_t max_bytes) {
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
                              Stemmer& stemmer, const SnippetOptions& options) {
  const std::string folded = fold_space(text);
  const std::vector<Span> matches = slow_matches(folded, patterns, stemmer);
  const std::vector<Fragments> snippets = make_snippets(text, patterns, stemmer, options);
  // A character has at most 4 bytes, so that something fits.
  const bool must_show = options.count > 0 && options.max_bytes >= 4;
  if (snippets.size() > options.count) {
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
