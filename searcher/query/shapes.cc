// The shapes of runs. Only ASCII means anything to the language but white space and quotes.
#include "searcher/query/shapes.h"

#include <algorithm>

#include "common/field.h"
#include "common/text/utf8.h"

namespace dateline {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_edge(char c) {
  return c > ' ' && c < 0x7F && !is_ascii_letter(c) &&
         ascii_digits.find(c) == std::string_view::npos && c != '#' && c != '@';
}

std::string_view trim_end(std::string_view word) {
  while (!word.empty() && word.back() != '.' &&
         (is_edge(word.back()) || word.back() == '#' || word.back() == '@')) {
    word.remove_suffix(1);
  }
  return word;
}

std::string_view trim_word(std::string_view word) {
  while (!word.empty() && is_edge(word.front())) {
    word.remove_prefix(1);
  }
  return trim_end(word);
}

bool is_operator(std::string_view run) {
  return run == "AND" || run == "OR" || run == "NOT";
}

bool is_near(std::string_view run) {
  constexpr std::string_view with_distance = "NEAR/";
  return run == "NEAR" ||
         (run.size() > with_distance.size() && run.starts_with(with_distance) &&
          run.find_first_not_of(ascii_digits, with_distance.size()) == std::string_view::npos);
}

bool begins_field(std::string_view word) {
  const std::size_t colon = word.find(':');
  return colon != std::string_view::npos && find_field(word.substr(0, colon)) != nullptr;
}

bool is_web_address(std::string_view word) {
  const auto scheme =
      static_cast<std::size_t>(std::ranges::find_if_not(word, is_ascii_letter) - word.begin());
  return scheme > 0 && word.substr(scheme).starts_with("://");
}

std::string plain_text(std::string_view word) {
  std::string text(word);
  if (is_operator(word) || is_near(word)) {
    std::ranges::transform(text, text.begin(), [](char c) {
      return is_ascii_letter(c) ? static_cast<char>(c | 0x20) : c;
    });
  }
  return text;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t max_bytes = 60;
  const std::string_view cut = cut_at_character(text, max_bytes);
  return "'" + std::string(cut) + (cut.size() < text.size() ? "…'" : "'");
}

}  // namespace dateline
