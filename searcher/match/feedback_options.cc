// Options as they are typed.
#include "searcher/match/feedback_options.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/error.h"

namespace dateline {

namespace {

constexpr std::size_t most_articles = 100;
constexpr std::size_t most_terms = 200;
constexpr double most_weight = 10;

[[noreturn]] void throw_cannot_read(std::string_view text) {
  throw Error("cannot read the feedback \"" + std::string(text) + "\"",
              "write none, bo1, or bo1:articles=5,terms=20,weight=0.1: up to 100 articles, 200 "
              "terms and a weight of 10");
}

/// Reads a number from `least` to `most` that is all of the text.
template <typename Number>
bool read(std::string_view text, Number least, Number most, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least &&
         number <= most;
}

/// Reads one "name=value"; false when there is no such name, or its value cannot be.
bool set_parameter(std::string_view text, FeedbackOptions& options) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    return false;
  }
  const std::string_view name = text.substr(0, equals);
  const std::string_view value = text.substr(equals + 1);
  if (name == "articles") {
    return read(value, std::size_t{1}, most_articles, options.articles);
  }
  if (name == "terms") {
    return read(value, std::size_t{1}, most_terms, options.terms);
  }
  return name == "weight" && read(value, 0.0, most_weight, options.weight);
}

}  // namespace

std::optional<FeedbackOptions> parse_feedback(std::string_view text) {
  if (text == "none") {
    return std::nullopt;
  }
  const std::size_t colon = std::min(text.find(':'), text.size());
  if (text.substr(0, colon) != "bo1") {
    throw_cannot_read(text);
  }
  FeedbackOptions options;
  for (std::size_t at = colon + 1; at < text.size() + 1 && colon < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    if (!set_parameter(text.substr(at, comma - at), options)) {
      throw_cannot_read(text);
    }
    at = comma + 1;
  }
  return options;
}

std::string to_string(const FeedbackOptions& options) {
  std::array<char, 32> digits{};
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), options.weight).ptr;
  return "bo1:articles=" + std::to_string(options.articles) +
         ",terms=" + std::to_string(options.terms) + ",weight=" + std::string(digits.data(), end);
}

}  // namespace dateline
