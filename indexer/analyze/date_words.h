// The words that dates are made of in running text: months, weekdays, and what stands before years.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// A word of a text; begin and end are equal when there is none.
struct WordPlace {
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;

  bool is_empty() const { return begin == end; }
};

/// The word before `at`, with nothing between but a few spaces, one line end, and a dot that makes
/// it an abbreviation. Looks no further back than `limit`.
WordPlace word_before(std::string_view text, std::size_t at, std::size_t limit);

/// The word at `at`, behind at most a few spaces and one line end.
WordPlace word_after(std::string_view text, std::size_t at);

/// `at` behind a few spaces with at most one line end among them; `at` itself where there are more,
/// for a date does not go on in another paragraph.
std::size_t skip_spaces(std::string_view text, std::size_t at);

/// What is needed to read dates of one language, and English ones, which stand in every press.
class DateWords {
 public:
  /// `language` is an ISO 639-1 code. Of English, French, German and Spanish the words are known.
  explicit DateWords(std::string_view language);

  /// The number of the month a word names. An English one needs its capital: "may" and "march" are
  /// other words.
  std::optional<unsigned> find_month(std::string_view word) const;

  bool is_weekday(std::string_view word) const;

  /// Whether a word between day, month and year only joins them: "of", "de".
  bool is_joint(std::string_view word) const;

  /// Whether a number behind this word can be a year: "in", "since", "depuis".
  bool leads_to_year(std::string_view word) const;

  struct Table;

 private:
  const Table* table_ = nullptr;  ///< of a language other than English
};

/// Whether what follows a number that could be a day or year shows that it is none: a time of day,
/// a measure, people.
bool measures_something(std::string_view text, std::size_t at);

/// The same, or things that are counted: what follows is a plural.
bool counts_something(std::string_view text, std::size_t at);

}  // namespace dateline
