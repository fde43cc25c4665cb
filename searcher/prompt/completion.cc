// Finds the word before the cursor, and what may stand there.
#include "searcher/prompt/completion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/cli/terminal.h"
#include "common/field.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/match/request.h"
#include "searcher/prompt/command.h"

namespace dateline {

namespace {

using Candidates = std::vector<std::string>;

bool begins_alike(std::string_view text, std::string_view typed) {
  return fold(text).starts_with(fold(typed));
}

std::string_view without_quote(std::string_view text) {
  return text.starts_with('"') ? text.substr(1) : text;
}

/// The longest beginning of both that ends between two characters.
std::string_view common_beginning(std::string_view a, std::string_view b) {
  const auto [end, ignored] = std::ranges::mismatch(a, b);
  return cut_at_character(a, static_cast<std::size_t>(end - a.begin()));
}

Completion make_completion(std::size_t start, std::string_view typed, Candidates candidates) {
  std::erase_if(candidates, [](const std::string& text) { return make_printable(text) != text; });
  if (candidates.size() > max_completions) {
    candidates.resize(max_completions);
  }
  Completion completion{start, std::string(typed), std::move(candidates)};
  if (completion.candidates.empty()) {
    return completion;
  }
  std::string_view common = completion.candidates.front();
  for (const std::string& candidate : completion.candidates) {
    common = common_beginning(common, candidate);
  }
  const bool is_only = completion.candidates.size() == 1;
  if (is_only || begins_alike(without_quote(common), without_quote(typed))) {
    completion.common = common;
  }
  return completion;
}

template <typename Words>
Candidates those_that_begin(std::string_view typed, const Words& words, std::string_view end) {
  Candidates candidates;
  for (const auto& word : words) {
    if (begins_alike(word, typed)) {
      candidates.push_back(std::string(word) + std::string(end));
    }
  }
  return candidates;
}

/// Where the word before the cursor begins: after the last white space or bracket that stands in
/// no quotes. `in_quotes` tells whether the cursor does, of a quote at or after that place.
struct LastWord {
  std::size_t start = 0;
  std::optional<std::size_t> quote;  ///< the one that is still open
};

LastWord find_last_word(std::string_view text) {
  LastWord word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      word.quote = word.quote ? std::nullopt : std::optional(i);
    } else if (!word.quote && (c == ' ' || c == '\t' || c == '(' || c == ')')) {
      word.start = i + 1;
    }
  }
  return word;
}

/// Values in quotes: all of them, when one needs them, so that they can be typed on alike.
Candidates quote_values(Candidates values, bool is_open) {
  const bool any = is_open || std::ranges::any_of(values, [](const std::string& value) {
                     return value.find_first_of(" ()\t") != std::string::npos;
                   });
  std::erase_if(values, [](const std::string& value) { return value.find('"') != value.npos; });
  for (std::string& value : values) {
    if (any) {
      value.insert(0, 1, '"');
      value += '"';
    }
    value += ' ';
  }
  return values;
}

Completion complete_value(const Field& field, std::string_view line, std::size_t start,
                          const CompletionSource& source) {
  const std::string_view typed = line.substr(start);
  const bool is_open = typed.starts_with('"');
  const std::string_view bare = without_quote(typed);
  Candidates values;
  if (field.name_type) {
    values = source.names(*field.name_type, bare);
  } else if (field.name == "language") {
    values = those_that_begin(bare, source.languages(), "");
  } else if (field.kind == FieldKind::Text && !is_open) {
    values = source.words(bare);
  }
  return make_completion(start, typed, quote_values(std::move(values), is_open));
}

Completion complete_word(std::string_view line, std::size_t start, bool with_fields,
                         const CompletionSource& source) {
  const std::string_view typed = line.substr(start);
  if (typed.empty()) {
    return {.start = start};
  }
  Candidates candidates;
  if (with_fields) {
    for (const Field& field : all_fields()) {
      if (field.name.starts_with(typed)) {
        candidates.push_back(std::string(field.name) + ":");
      }
    }
  }
  Candidates words = source.words(typed);
  candidates.insert(candidates.end(), std::make_move_iterator(words.begin()),
                    std::make_move_iterator(words.end()));
  return make_completion(start, typed, std::move(candidates));
}

/// Completes the query that begins at `begin`.
Completion complete_query(std::string_view line, std::size_t begin,
                          const CompletionSource& source) {
  const LastWord last = find_last_word(line.substr(begin));
  std::size_t start = begin + last.start;
  while (start < line.size() && std::string_view("+-=").find(line[start]) != std::string::npos) {
    ++start;
  }
  const std::string_view word = line.substr(start);
  const std::size_t colon = word.find(':');
  const Field* const field =
      colon == std::string_view::npos ? nullptr : find_field(word.substr(0, colon));
  if (field != nullptr) {
    return complete_value(*field, line, start + colon + 1, source);
  }
  if (last.quote) {  // inside a phrase, its last word
    const std::size_t space = line.find_last_of(" \"");
    return complete_word(line, space + 1, false, source);
  }
  return complete_word(line, start, true, source);
}

Candidates command_names() {
  Candidates names;
  for (const CommandEntry& entry : all_prompt_commands()) {
    names.push_back("/" + std::string(entry.name));
  }
  return names;
}

Completion complete_arguments(Verb verb, std::string_view line, std::size_t begin,
                              const CompletionSource& source) {
  constexpr std::array<std::string_view, 3> orders = {"relevance", "newest", "oldest"};
  constexpr std::array<std::string_view, 1> everything = {"all"};
  Candidates facets;
  for (const FacetKind facet : all_facets) {
    facets.emplace_back(to_string(facet));
  }
  const std::string_view typed = line.substr(begin);
  switch (verb) {
    case Verb::And: return complete_query(line, begin, source);
    case Verb::Sort: return make_completion(begin, typed, those_that_begin(typed, orders, ""));
    case Verb::Facet: return make_completion(begin, typed, those_that_begin(typed, facets, " "));
    case Verb::Widen: {
      Candidates all = those_that_begin(typed, facets, "");
      Candidates more = those_that_begin(typed, everything, "");
      all.insert(all.end(), more.begin(), more.end());
      return make_completion(begin, typed, std::move(all));
    }
    default: return {.start = begin};
  }
}

Completion complete_command(std::string_view line, const CompletionSource& source) {
  const std::size_t space = line.find_first_of(" \t");
  if (space == std::string_view::npos) {
    return make_completion(0, line, those_that_begin(line, command_names(), " "));
  }
  const std::string_view name = line.substr(1, space - 1);
  const std::size_t begin = std::min(line.find_first_not_of(" \t", space), line.size());
  for (const CommandEntry& entry : all_prompt_commands()) {
    if (entry.name.starts_with(name) || (name.size() == 1 && entry.letter == name.front())) {
      return complete_arguments(entry.verb, line, begin, source);
    }
  }
  return {.start = line.size()};
}

}  // namespace

Completion complete_line(std::string_view before_cursor, const CompletionSource& source) {
  const std::size_t begin = std::min(before_cursor.find_first_not_of(" \t"), before_cursor.size());
  if (begin == 0 && before_cursor.starts_with('/')) {
    return complete_command(before_cursor, source);
  }
  return complete_query(before_cursor, begin, source);
}

}  // namespace dateline
