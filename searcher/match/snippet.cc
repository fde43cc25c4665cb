// Snippets: matches are found, passages chosen, and both turned into fragments.
#include "searcher/match/snippet.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

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

/// Whether there is so much white space somewhere that it would crowd a passage: four bytes in a
/// row. Eight bytes are looked at together, and as many of them come again as a gap may begin in.
bool has_wide_gap(std::string_view text) {
  constexpr std::size_t wide_gap = 4;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t highest = ones * 0x80U;
  const auto is_wide_at = [text](std::size_t at) {
    return at + wide_gap <= text.size() && std::ranges::all_of(text.substr(at, wide_gap), is_space);
  };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8 - wide_gap + 1) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    // The highest bit of a byte is left clear by what is no larger than a space.
    const std::uint64_t small = ~((bytes & ~highest) + ones * (0x7FU - ' ')) & ~bytes & highest;
    if ((small & small >> 8U & small >> 16U & small >> 24U) != 0) {
      for (std::size_t i = 0; i <= 8 - wide_gap; ++i) {
        if (is_wide_at(at + i)) {
          return true;
        }
      }
    }
  }
  for (; at < text.size(); ++at) {
    if (is_wide_at(at)) {
      return true;
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
  std::vector<Span> spans;
  const auto first = std::ranges::lower_bound(matches, passage.begin, {}, &PatternMatch::begin);
  for (auto match = first; match != matches.end() && match->begin < passage.end; ++match) {
    if (is_shown_in(*match, passage, max_bytes)) {
      append_spans(*match, spans);
    }
  }
  // Of a match that is too long, only what lies in the passage, or the beginning of its only word.
  std::erase_if(spans, [&passage](const Span& span) {
    return span.end > passage.end && span.begin > passage.begin;
  });
  for (Span& span : spans) {
    span = {span.begin - passage.begin, std::min(span.end, passage.end) - passage.begin};
  }
  Fragments fragments = to_fragments(text.substr(passage.begin, passage.end - passage.begin),
                                     merge_spans(std::move(spans)));
  for (Fragment& fragment : fragments) {
    fragment.text = fold_space(fragment.text);
  }
  return fragments;
}

/// What of a text is shown, and what of that is marked.
struct Shown {
  std::vector<Passage> passages;
  std::vector<PatternMatch> matches;
};

/// Leaves out the names that are part of longer ones. Matches and what is left are in order of
/// their beginning.
void drop_nested(std::vector<PatternMatch>& matches) {
  std::ranges::stable_sort(matches, [](const PatternMatch& a, const PatternMatch& b) {
    return a.begin < b.begin || (a.begin == b.begin && a.end > b.end);
  });
  std::size_t end = 0;
  std::erase_if(matches, [&end](const PatternMatch& match) {
    const bool is_nested = match.end <= end;
    end = std::max(end, match.end);
    return is_nested;
  });
}

Shown choose_shown(std::string_view text, const PatternIndex& patterns, const PatternIndex& names,
                   Stemmer& stemmer, const SnippetOptions& options) {
  const MatchOptions limit{.max_matches = max_snippet_matches};
  Shown shown;
  shown.matches = match_patterns(text, TextPart::Text, patterns, stemmer, limit);
  if (!shown.matches.empty()) {
    shown.passages =
        choose_passages(text, shown.matches, patterns.patterns(), options.count, options.max_bytes);
    return shown;
  }
  shown.matches = match_patterns(text, TextPart::Text, names, stemmer, limit);
  if (!shown.matches.empty()) {
    drop_nested(shown.matches);
    shown.passages = choose_passages(text, shown.matches, names.patterns(), 1, options.max_bytes);
    return shown;
  }
  shown.passages = {opening_passage(text, options.max_bytes)};
  return shown;
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, TextPart part, const PatternIndex& patterns,
                               Stemmer& stemmer) {
  std::vector<Span> spans;
  for (const PatternMatch& match : match_patterns(text, part, patterns, stemmer)) {
    append_spans(match, spans);
  }
  return merge_spans(std::move(spans));
}

std::vector<Span> find_matches(std::string_view text, TextPart part,
                               std::span<const MatchPattern> patterns, Stemmer& stemmer) {
  return find_matches(text, part, PatternIndex(patterns), stemmer);
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

std::vector<Fragments> make_snippets(std::string_view text, const PatternIndex& patterns,
                                     const PatternIndex& names, Stemmer& stemmer,
                                     const SnippetOptions& options) {
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

  const Shown shown = choose_shown(source, patterns, names, stemmer, {options.count, room});
  std::vector<Fragments> snippets;
  for (const Passage& passage : shown.passages) {
    if (passage.begin == passage.end) {
      continue;
    }
    snippets.push_back(render(source, passage, shown.matches, room));
    if (has_ellipses) {
      add_ellipses(passage, snippets.back());
    }
  }
  return snippets;
}

}  // namespace dateline
