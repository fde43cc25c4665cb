// Snippets: matches are found, passages chosen, and both turned into fragments.
#include "searcher/match/snippet.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/ascii.h"
#include "searcher/match/passage.h"
#include "searcher/match/pattern_matcher.h"

namespace dateline {

namespace {

// More matches than these tell a reader nothing new; they bound the memory for hostile texts.
constexpr std::size_t max_snippet_matches = std::size_t{1} << 16;

constexpr std::string_view left_out_before = "… ";
constexpr std::string_view left_out_after = " …";

/// White space as single spaces, but for line ends and blank lines, which end sentences.
std::string narrow_gaps(std::string_view text) {
  std::string narrow;
  narrow.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (!is_space(text[at])) {
      narrow += text[at++];
      continue;
    }
    std::size_t lines = 0;
    for (; at < text.size() && is_space(text[at]); ++at) {
      lines += text[at] == '\n' ? 1U : 0U;
    }
    narrow += lines == 0 ? " " : (lines == 1 ? "\n" : "\n\n");
  }
  return narrow;
}

/// Whether there is so much white space somewhere that it would crowd a passage.
bool has_wide_gap(std::string_view text) {
  // A gap of so many bytes holds one of every so many bytes, so only those are looked at first.
  constexpr std::size_t wide_gap = 4;
  for (std::size_t i = wide_gap - 1; i < text.size(); i += wide_gap) {
    if (is_space(text[i])) {
      const std::string_view around = text.substr(i + 1 - wide_gap, 2 * wide_gap - 1);
      std::size_t gap = 0;
      for (const char c : around) {
        gap = is_space(c) ? gap + 1 : 0;
        if (gap == wide_gap) {
          return true;
        }
      }
    }
  }
  return false;
}

std::string fold_space(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_space(text[i])) {
      folded += text[i];
    } else if (i == 0 || !is_space(text[i - 1])) {
      folded += ' ';
    }
  }
  return folded;
}

void add_ellipses(const Passage& passage, Fragments& fragments) {
  if (passage.cut_begin) {
    if (fragments.front().match) {
      fragments.insert(fragments.begin(), Fragment{});
    }
    fragments.front().text.insert(0, left_out_before);
  }
  if (passage.cut_end) {
    if (fragments.back().match) {
      fragments.emplace_back();
    }
    fragments.back().text += left_out_after;
  }
}

/// What a passage reads like, with those matches marked that it shows.
Fragments render(std::string_view text, const Passage& passage,
                 std::span<const PatternMatch> matches, std::size_t max_bytes) {
  std::vector<PatternMatch> shown;
  const auto first = std::ranges::lower_bound(matches, passage.begin, {}, &PatternMatch::begin);
  for (auto match = first; match != matches.end() && match->begin < passage.end; ++match) {
    if (is_shown_in(*match, passage, max_bytes)) {
      shown.push_back({match->begin - passage.begin,
                       std::min(match->end, passage.end) - passage.begin, match->pattern});
    }
  }
  Fragments fragments =
      to_fragments(text.substr(passage.begin, passage.end - passage.begin), merge_matches(shown));
  for (Fragment& fragment : fragments) {
    fragment.text = fold_space(fragment.text);
  }
  return fragments;
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, TextPart part,
                               std::span<const MatchPattern> patterns, Stemmer& stemmer) {
  return merge_matches(match_patterns(text, part, patterns, stemmer));
}

Fragments to_fragments(std::string_view text, std::span<const Span> matches) {
  Fragments fragments;
  std::size_t at = 0;
  for (const Span& match : matches) {
    if (match.begin > at) {
      fragments.push_back({std::string(text.substr(at, match.begin - at)), false});
    }
    fragments.push_back({std::string(text.substr(match.begin, match.end - match.begin)), true});
    at = match.end;
  }
  if (at < text.size()) {
    fragments.push_back({std::string(text.substr(at)), false});
  }
  return fragments;
}

std::vector<Fragments> make_snippets(std::string_view text, std::span<const MatchPattern> patterns,
                                     Stemmer& stemmer, const SnippetOptions& options) {
  if (options.count == 0 || options.max_bytes == 0) {
    return {};
  }
  const std::optional<std::string> narrow =
      has_wide_gap(text) ? std::optional(narrow_gaps(text)) : std::nullopt;
  const std::string_view source = narrow ? std::string_view(*narrow) : text;
  // Where there is hardly room for words, none is spent on saying that some are left out.
  constexpr std::size_t ellipses_bytes = left_out_before.size() + left_out_after.size();
  const bool has_ellipses = options.max_bytes >= 3 * ellipses_bytes;
  const std::size_t room = options.max_bytes - (has_ellipses ? ellipses_bytes : 0);

  const std::vector<PatternMatch> matches =
      match_patterns(source, TextPart::Text, patterns, stemmer, max_snippet_matches);
  std::vector<Passage> passages =
      matches.empty() ? std::vector{opening_passage(source, room)}
                      : choose_passages(source, matches, patterns, options.count, room);
  std::vector<Fragments> snippets;
  for (const Passage& passage : passages) {
    if (passage.begin == passage.end) {
      continue;
    }
    snippets.push_back(render(source, passage, matches, room));
    if (has_ellipses) {
      add_ellipses(passage, snippets.back());
    }
  }
  return snippets;
}

}  // namespace dateline
