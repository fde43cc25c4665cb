// The quotation marks of a query: straight and typographic ones, of any keyboard.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// A phrase that begins with a quote of one sort ends with the next of the same sort: people open
/// and close differently (“…”, „…“, ”…”, «…», »…«), but seldom mix.
enum class QuoteSort { Straight, Curly, Angle };

struct Quote {
  QuoteSort sort = QuoteSort::Straight;
  std::size_t bytes = 1;
};

/// The quote that stands at this offset, if one does.
inline std::optional<Quote> find_quote(std::string_view text, std::size_t offset) {
  constexpr std::array<std::string_view, 4> curly = {"“", "”", "„", "‟"};
  constexpr std::array<std::string_view, 2> angle = {"«", "»"};
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with('"')) {
    return Quote{QuoteSort::Straight, 1};
  }
  for (const std::string_view quote : curly) {
    if (rest.starts_with(quote)) {
      return Quote{QuoteSort::Curly, quote.size()};
    }
  }
  for (const std::string_view quote : angle) {
    if (rest.starts_with(quote)) {
      return Quote{QuoteSort::Angle, quote.size()};
    }
  }
  return std::nullopt;
}

}  // namespace dateline
