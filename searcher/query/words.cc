// Asks the tokenizer and the stemmers, which alone know what a word is.
#include "searcher/query/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/tokenizer.h"
#include "searcher/query/marks.h"

namespace dateline {

namespace {

/// Letters that stand in for "*" and "?" while a text is split, so that they are parts of words:
/// of old scripts without case or accents, more than one so that there is one the text has not.
constexpr std::array<std::string_view, 5> stand_ins = {"ᚠ", "ᚢ", "ᚦ", "ᚨ", "ᚱ"};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

/// Two letters that do not occur in the text, if there are such.
std::optional<std::pair<std::string_view, std::string_view>> find_stand_ins(std::string_view text) {
  std::string_view first;
  for (const std::string_view letter : stand_ins) {
    if (text.find(letter) != std::string_view::npos) {
      continue;
    }
    if (!first.empty()) {
      return std::pair(first, letter);
    }
    first = letter;
  }
  return std::nullopt;
}

/// A folded word with its wildcards; stars side by side are one.
WordPattern pattern_of(std::string_view word, std::string_view star, std::string_view question) {
  WordPattern pattern{.text = std::string(word)};
  replace_all(pattern.text, star, "*");
  replace_all(pattern.text, question, "?");
  pattern.text.erase(std::unique(pattern.text.begin(), pattern.text.end(),
                                 [](char a, char b) { return a == '*' && b == '*'; }),
                     pattern.text.end());
  if (std::ranges::any_of(pattern.text, is_wildcard)) {
    pattern.kind = WordPattern::Kind::Wildcard;
  }
  return pattern;
}

/// Splits a text; `make_word` makes a word of the query of a folded one.
template <typename MakeWord>
QueryWords split(std::string_view text, MakeWord make_word) {
  QueryWords result;
  std::size_t words = 0;
  std::size_t words_of_compound = 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    QueryWord word = make_word(token.word);
    if (token.is_compound) {
      if (token.position == 0) {
        words_of_compound = token.compound_words;
        result.run_together = std::move(word);
      }
      continue;
    }
    ++words;
    if (std::ranges::all_of(word.pattern.text, is_wildcard)) {
      result.has_lone_marks = true;
    } else {
      result.words.push_back(std::move(word));
    }
  }
  if (words_of_compound != words || result.has_lone_marks) {
    result.run_together.reset();  // the compound is only a part of the text
  }
  return result;
}

std::string_view without_questions(std::string_view run) {
  const std::size_t last = run.find_last_not_of("?!.,;:");
  return last == std::string_view::npos ? std::string_view() : run.substr(0, last + 1);
}

/// A run of a phrase without white space.
QueryWords read_run(std::string_view run, bool any_form) {
  const MarkedWord marked = read_fuzzy_mark(run);
  if (marked.distance && marked.word.find_first_of("*?") == std::string_view::npos) {
    QueryWords words = read_words(marked.word, true);
    for (QueryWord& word : words.words) {
      word.any_form = false;
      word.pattern.distance = fuzzy_distance(marked, word.pattern.text);
      word.pattern.kind =
          word.pattern.distance > 0 ? WordPattern::Kind::Fuzzy : WordPattern::Kind::Word;
    }
    return words;
  }
  const std::string_view word = without_questions(run);
  return word.find_first_of("*?") == std::string_view::npos ? read_words(run, any_form)
                                                            : read_wildcards(word, any_form);
}

}  // namespace

QueryWords read_words(std::string_view text, bool any_form) {
  return split(text, [any_form](std::string_view word) {
    return QueryWord{{.text = std::string(word)}, any_form};
  });
}

QueryWords read_wildcards(std::string_view text, bool any_form) {
  const auto letters = find_stand_ins(text);
  if (!letters) {
    return read_words(text, any_form);
  }
  const auto [star, question] = *letters;
  std::string marked(text);
  replace_all(marked, "*", star);
  replace_all(marked, "?", question);
  return split(marked, [&, star = star, question = question](std::string_view word) {
    WordPattern pattern = pattern_of(word, star, question);
    const bool is_plain = pattern.kind == WordPattern::Kind::Word;
    return QueryWord{std::move(pattern), is_plain && any_form};
  });
}

QueryWords read_fuzzy(std::string_view text, std::size_t distance) {
  QueryWords words = read_words(text, false);
  if (words.words.size() > 1 && words.run_together) {
    words.words = {std::move(*words.run_together)};
  }
  words.run_together.reset();
  for (QueryWord& word : words.words) {
    word.pattern.kind = WordPattern::Kind::Fuzzy;
    word.pattern.distance = distance;
  }
  return words;
}

QueryWords read_phrase(std::string_view text, bool any_form) {
  QueryWords phrase;
  while (!text.empty()) {
    const std::string_view run = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(run.size() + 1, text.size()));
    QueryWords words = read_run(run, any_form);
    phrase.has_lone_marks = phrase.has_lone_marks || words.has_lone_marks;
    phrase.words.insert(phrase.words.end(), std::make_move_iterator(words.words.begin()),
                        std::make_move_iterator(words.words.end()));
  }
  return phrase;
}

Stems stems_of(std::string_view word, std::span<const std::string> languages,
               StemmerSet& stemmers) {
  Stems stems;
  for (const std::string& language : languages) {
    const std::string_view stem = stemmers.of(language).stem(word);
    if (std::ranges::find(stems, stem) == stems.end()) {
      stems.emplace_back(stem);
    }
  }
  return stems;
}

bool has_words(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  return tokenizer.next(token);
}

}  // namespace dateline
