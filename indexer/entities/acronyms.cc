// Initials are matched from the acronym's last letter backwards.
#include "indexer/entities/acronyms.h"

#include <algorithm>
#include <string>

#include "common/text/fold.h"

namespace dateline {

namespace {

constexpr std::size_t most_letters = 10;

bool is_acronym(const Document& document, std::size_t i) {
  const Word& word = document.words[i];
  const std::size_t size = word.end - word.begin;
  return size >= 2 && size <= most_letters && !word.in_headline &&
         (word.shape == Shape::Capitals || word.shape == Shape::Title) &&
         (document.marks(i) & (mark::never | mark::function | mark::calendar)) == 0;
}

bool is_closed(const Document& document, const Word& last) {
  return last.end < document.text.size() &&
         (document.text[last.end] == ')' || document.text[last.end] == ']');
}

/// The capitals of "AfDB" and "U.N.": what initials must spell. Empty for "Mali".
std::string letters_of(std::string_view acronym) {
  std::string capitals;
  for (const char c : acronym) {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      capitals += c >= 'A' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
  return capitals.size() >= 2 ? capitals : std::string();
}

/// The first letters of the parts of a word: "gb" for "Guinea-Bissau".
std::string initials_of(std::string_view word) {
  std::string initials;
  bool at_start = true;
  for (const char c : fold(word)) {
    if (at_start && c != '-') {
      initials += c;
    }
    at_start = c == '-';
  }
  return initials;
}

/// Whether "of" and "for" may lend a letter: "Fund for River Basins" is FRB, "Ministry of Health"
/// MoH.
enum class SmallWords { Skipped, Matched };

/// Where the long name that ends before `end` begins, when its initials spell `letters`; else
/// `end`.
std::size_t match_backwards(const Document& document, std::size_t end, std::string_view letters,
                            SmallWords small_words) {
  std::size_t capitals = 0;
  std::size_t at = end;
  const std::size_t most_words = 2 * letters.size() + 2;
  while (at > 0 && end - at < most_words) {
    const Word& word = document.words[--at];
    const bool is_small =
        word.shape == Shape::Lower && (document.marks(at) & (mark::link | mark::particle)) != 0;
    const std::string initials = initials_of(document.text_of(word));
    if (letters.ends_with(initials) && (!is_small || small_words == SmallWords::Matched)) {
      letters.remove_suffix(initials.size());
      capitals += word.is_capital() ? 1U : 0U;
    } else if (!is_small) {
      return end;
    }
    if (letters.empty()) {
      return 2 * capitals >= end - at && word.is_capital() ? at : end;
    }
    if (!word.continues() || word.possessive) {
      return end;
    }
  }
  return end;
}

std::size_t begin_of_long_name(const Document& document, std::size_t end,
                               std::string_view letters) {
  const std::size_t begin = match_backwards(document, end, letters, SmallWords::Skipped);
  return begin < end ? begin : match_backwards(document, end, letters, SmallWords::Matched);
}

}  // namespace

bool is_bracketed_acronym(const Document& document, std::size_t word) {
  return document.words[word].before == Gap::Open && is_acronym(document, word) &&
         is_closed(document, document.words[word]) &&
         !letters_of(document.text_of(document.words[word])).empty();
}

std::vector<AcronymDefinition> find_acronyms(const Document& document) {
  std::vector<AcronymDefinition> definitions;
  const auto add = [&](std::size_t first, std::size_t end, std::size_t acronym) {
    if (end - first >= 2) {
      definitions.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end),
                             static_cast<std::uint32_t>(acronym)});
    }
  };
  for (std::size_t i = 1; i < document.words.size(); ++i) {
    if (document.words[i].before != Gap::Open) {
      continue;
    }
    if (is_bracketed_acronym(document, i)) {
      const std::string letters = letters_of(document.text_of(document.words[i]));
      add(begin_of_long_name(document, i, letters), i, i);
    } else if (is_acronym(document, i - 1)) {
      const std::string letters = letters_of(document.text_of(document.words[i - 1]));
      std::size_t end = i + 1;
      while (end < document.words.size() && end - i < 2 * letters.size() + 2 &&
             document.words[end].continues()) {
        ++end;
      }
      if (!letters.empty() && is_closed(document, document.words[end - 1]) &&
          begin_of_long_name(document, end, letters) == i) {
        add(i, end, i - 1);
      }
    }
  }
  return definitions;
}

}  // namespace dateline
