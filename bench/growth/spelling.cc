// A made-up word is its rank, written with syllables for digits and one consonant more at its end.
#include "bench/growth/spelling.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

#include "bench/growth/random_numbers.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, function_words> words_by_rank{
    "the",    "to",      "of",     "and",     "in",    "a",     "said",    "for",    "on",
    "that",   "is",      "it",     "with",    "was",   "by",    "from",    "he",     "at",
    "as",     "has",     "be",     "have",    "will",  "its",   "are",     "an",     "not",
    "but",    "this",    "were",   "been",    "they",  "which", "would",   "had",    "his",
    "new",    "we",      "year",   "also",    "their", "more",  "i",       "about",  "or",
    "one",    "after",   "up",     "us",      "who",   "last",  "two",     "there",  "than",
    "all",    "over",    "people", "first",   "told",  "other", "some",    "out",    "when",
    "if",     "company", "she",    "against", "no",    "into",  "could",   "market", "may",
    "can",    "time",    "war",    "what",    "you",   "group", "world",   "now",    "years",
    "since",  "says",    "her",    "our",     "while", "three", "any",     "so",     "shares",
    "week",   "them",    "added",  "between", "under", "only",  "because", "before", "most",
    "country"};

constexpr std::array onsets{"b"sv,  "c"sv,  "d"sv,  "f"sv,  "g"sv,  "h"sv,  "k"sv,
                            "l"sv,  "m"sv,  "n"sv,  "p"sv,  "r"sv,  "s"sv,  "t"sv,
                            "v"sv,  "w"sv,  "br"sv, "ch"sv, "cl"sv, "dr"sv, "fr"sv,
                            "gr"sv, "pr"sv, "sh"sv, "st"sv, "th"sv, "tr"sv, "z"sv};
constexpr std::array vowels{"a"sv, "e"sv, "i"sv, "o"sv, "u"sv, "ea"sv, "ai"sv};
constexpr std::array codas{"n"sv, "r"sv, "l"sv, "t"sv,  "s"sv,  "m"sv,
                           "d"sv, "p"sv, "k"sv, "nt"sv, "rd"sv, "st"sv};

constexpr std::uint64_t syllables = onsets.size() * vowels.size();

/// How many words have one syllable, two and three; behind them come longer ones.
constexpr std::array<std::uint64_t, 3> word_counts{120, codas.size() * syllables* syllables,
                                                   codas.size() * syllables* syllables* syllables};

/// Appends the made-up word of a number, from 0 on; different numbers make different words.
void append_made_up(std::uint64_t number, std::string& text) {
  // Scattered among the words of the same length, so that neighbours do not look alike. It is a
  // prime, and none of the factors of their number.
  constexpr std::uint64_t scatter = 104729;
  std::uint64_t digits = 1;
  for (const std::uint64_t count : word_counts) {
    if (number < count) {
      number = number * scatter % count;
      break;
    }
    number -= count;
    ++digits;
  }
  const std::string_view coda = codas[number % codas.size()];
  number /= codas.size();
  for (std::uint64_t digit = 0; digit < digits || number > 0; ++digit) {
    const std::uint64_t syllable = number % syllables;
    number /= syllables;
    text += onsets[syllable % onsets.size()];
    text += vowels[syllable / onsets.size()];
  }
  text += coda;
}

/// Of four forms, three are words of their own and one is the plural or another ending of the
/// first, so that stems are fewer than words.
void append_form(std::uint64_t number, std::string& text) {
  constexpr std::array endings{"s"sv, "ed"sv, "s"sv, "ing"sv};
  constexpr std::uint64_t forms = 4;
  const std::uint64_t group = number / forms;
  const std::uint64_t form = number % forms;
  if (form == forms - 1) {
    append_made_up(group * (forms - 1), text);
    text += endings[group % endings.size()];
  } else {
    append_made_up(group * (forms - 1) + form, text);
  }
}

void append_capitalized(std::uint64_t number, std::string& text) {
  const std::size_t begin = text.size();
  append_made_up(number, text);
  text[begin] = static_cast<char>(text[begin] - 'a' + 'A');
}

constexpr std::array first_names{
    "James"sv,   "Mary"sv,    "Ahmed"sv,  "Anna"sv,   "Carlos"sv, "Fatima"sv,  "David"sv,
    "Elena"sv,   "Ibrahim"sv, "Julia"sv,  "John"sv,   "Karen"sv,  "Michael"sv, "Maria"sv,
    "Mohamed"sv, "Nadia"sv,   "Oliver"sv, "Paula"sv,  "Peter"sv,  "Rachel"sv,  "Robert"sv,
    "Sarah"sv,   "Samuel"sv,  "Sofia"sv,  "Thomas"sv, "Susan"sv,  "Viktor"sv,  "Teresa"sv,
    "William"sv, "Yusuf"sv,   "George"sv, "Laura"sv};
constexpr std::array person_titles{"President "sv, "Mr "sv, "Minister "sv, "General "sv};

constexpr std::array organization_ends{
    " Bank"sv,  " Group"sv,    " Corporation"sv, " Institute"sv, " Party"sv, " Airlines"sv,
    " Union"sv, " Agency"sv,   " Council"sv,     " Inc"sv,       " Ltd"sv,   " Foundation"sv,
    " Court"sv, " Holdings"sv, " University"sv,  " Committee"sv};

constexpr std::array places{
    "China"sv,  "France"sv,  "Germany"sv,      "India"sv,    "Japan"sv,  "Russia"sv,  "Brazil"sv,
    "Mali"sv,   "Ukraine"sv, "Israel"sv,       "Iran"sv,     "Turkey"sv, "London"sv,  "Paris"sv,
    "Berlin"sv, "Moscow"sv,  "Washington"sv,   "New York"sv, "Tokyo"sv,  "Beijing"sv, "Egypt"sv,
    "Kenya"sv,  "Nigeria"sv, "South Africa"sv, "Canada"sv,   "Mexico"sv, "Spain"sv,   "Italy"sv,
    "Poland"sv, "Sweden"sv,  "Australia"sv,    "Argentina"sv};
constexpr std::array place_ends{"ville"sv, "burg"sv, "ton"sv, "stan"sv, "abad"sv, "grad"sv};

/// What stands in every rank's own bits; other bits for other choices.
template <typename Choices>
const auto& choose(const Choices& choices, std::uint64_t bits) {
  return choices[bits % choices.size()];
}

void append_person(std::uint64_t rank, std::uint64_t bits, NameForm form, std::string& text) {
  if (form == NameForm::Full) {
    text += bits % 8 == 0 ? choose(person_titles, bits >> 8U) : ""sv;
    text += choose(first_names, bits >> 16U);
    text += ' ';
  }
  append_capitalized(word_counts[0] + rank, text);
}

void append_organization(std::uint64_t rank, std::uint64_t bits, std::string& text) {
  text += "the ";
  append_capitalized(word_counts[0] + rank, text);
  text += choose(organization_ends, bits >> 8U);
}

void append_place(std::uint64_t rank, std::uint64_t bits, std::string& text) {
  constexpr std::uint64_t known_ranks = 300;
  text += "in ";
  if (rank <= known_ranks) {
    text += choose(places, bits >> 8U);
    return;
  }
  append_capitalized(rank, text);
  text += choose(place_ends, bits >> 8U);
}

}  // namespace

void append_word(std::uint64_t rank, std::string& text) {
  assert(rank > 0);
  if (rank <= function_words) {
    text += words_by_rank[rank - 1];
  } else {
    append_form(rank - function_words - 1, text);
  }
}

SpelledWords::SpelledWords() {
  constexpr std::size_t spelled_ranks = 16384;
  words_.resize(spelled_ranks);
  std::string text;
  for (std::uint64_t rank = 1; rank < spelled_ranks; ++rank) {
    text.clear();
    append_word(rank, text);
    assert(text.size() <= words_[rank].bytes.size());
    words_[rank].length = static_cast<unsigned char>(text.size());
    std::ranges::copy(text, words_[rank].bytes.begin());
  }
}

void append_name(std::uint64_t rank, NameForm form, std::string& text) {
  const std::uint64_t bits = RandomNumbers::mix(rank);
  const std::uint64_t percent = (bits >> 32U) % 100;
  if (percent < 40) {
    append_person(rank, bits, form, text);
  } else if (percent < 70) {
    append_organization(rank, bits, text);
  } else {
    append_place(rank, bits, text);
  }
}

void append_outlet(std::uint64_t rank, std::string& text) {
  constexpr std::array kinds{" Courier"sv, " Herald"sv, " Times"sv, " Post"sv, " News"sv};
  text += "The ";
  append_capitalized(rank, text);
  text += choose(kinds, RandomNumbers::mix(rank));
}

}  // namespace dateline
