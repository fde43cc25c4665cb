#include "indexer/entities/features.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "indexer/entities/article_hints.h"
#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

constexpr std::array roles = {
    Role::Itself,    Role::Before,    Role::Behind,    Role::SecondBefore, Role::SecondBehind,
    Role::BeforeRun, Role::BehindRun, Role::HeadOfRun, Role::EndOfRun,
};
static_assert(roles.size() == role_count);

std::vector<Row> rows_of_word(const Document& document, std::size_t at, Role role) {
  std::vector<Row> rows;
  add_word_rows(document.facts(at), document.spelling(at), role, rows);
  return rows;
}

std::vector<Row> rows_of_place(std::string_view text, std::size_t at,
                               std::size_t headline_end = 0) {
  Document& document = read_words(text, headline_end);
  note_hints(document);
  for (const Run& run : find_runs(document)) {
    if (run.first <= at && at < run.end) {
      std::vector<std::uint32_t> bits;
      find_phrase_bits(document, run, bits);
      std::vector<Row> rows;
      add_place_rows(document, run, at, bits[at - run.first], rows);
      return rows;
    }
  }
  return {};
}

std::size_t shared(std::vector<Row> left, std::vector<Row> right) {
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<Row> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  return both.size();
}

TEST_CASE("a word in a role has the same rows in every text") {
  for (const Role role : roles) {
    CAPTURE(static_cast<int>(role));
    const std::vector<Row> first = rows_of_word(read_words("Sergei left Mali-Nord."), 2, role);
    const std::vector<Row> again = rows_of_word(read_words("In (Mali-Nord) and Mali"), 1, role);
    CHECK_FALSE(first.empty());
    CHECK(first == again);
    CHECK(std::all_of(first.begin(), first.end(), [](Row row) { return row < row_count; }));
  }
}

TEST_CASE("a word has other rows in another role") {
  // Two rows may be the same by chance, but not for one word like the other.
  const Document& document =
      read_words("Traolé Zelkor Vorrika Dolmatin Villak Tessik Randek Okeli Vressie Kisal");
  for (const Role left : roles) {
    for (const Role right : roles) {
      std::size_t sharing = 0;
      for (std::size_t at = 0; at < document.words.size(); ++at) {
        const auto rows = rows_of_word(document, at, left);
        sharing += shared(rows, rows_of_word(document, at, right)) > 0 ? 1U : 0U;
      }
      CAPTURE(static_cast<int>(left));
      CAPTURE(static_cast<int>(right));
      CHECK((left == right || sharing < document.words.size() / 2));
    }
  }
}

TEST_CASE("words that are alike share rows, and each has its own") {
  const Document& document = read_words("Dolmatov Villatov mine");
  const std::vector<Row> left = rows_of_word(document, 0, Role::Itself);
  const std::vector<Row> right = rows_of_word(document, 1, Role::Itself);
  const std::vector<Row> other = rows_of_word(document, 2, Role::Itself);
  CHECK(shared(left, right) < left.size());
  CHECK(shared(left, right) > shared(left, other));
}

TEST_CASE("the bounds of a sentence have rows for each role") {
  std::vector<Row> all;
  for (const Role role : roles) {
    std::vector<Row> rows;
    add_bound_rows(role, rows);
    CHECK_FALSE(rows.empty());
    CHECK(shared(rows, all) == 0);
    all.insert(all.end(), rows.begin(), rows.end());
  }
}

TEST_CASE("roles are played by the words around, within the sentence") {
  const Document& document = read_words("It rained. They met Awa Binta Diallo near Gao. Then left");
  //                                     0  1       2    3   4   5     6      7    8    9    10
  const Run run{4, 7};
  struct Case {
    std::size_t at = 0;
    Role role = Role::Itself;
    std::optional<std::size_t> word;
  };
  for (const Case& c : {
           Case{4, Role::Itself, 4},
           Case{4, Role::Before, 3},
           Case{4, Role::SecondBefore, 2},
           Case{6, Role::Behind, 7},
           Case{6, Role::SecondBehind, 8},
           Case{5, Role::BeforeRun, 3},
           Case{5, Role::BehindRun, 7},
           Case{5, Role::HeadOfRun, 4},
           Case{5, Role::EndOfRun, 6},
       }) {
    CAPTURE(c.at);
    CAPTURE(static_cast<int>(c.role));
    CHECK(word_in_role(document, run, c.at, c.role) == c.word);
  }
}

TEST_CASE("roles beyond the bounds of a sentence or text are played by no word") {
  const Document& document = read_words("Awa left. Omar");
  CHECK(word_in_role(document, {0, 1}, 0, Role::Before) == std::nullopt);
  CHECK(word_in_role(document, {0, 1}, 0, Role::BeforeRun) == std::nullopt);
  CHECK(word_in_role(document, {0, 1}, 0, Role::SecondBehind) == std::nullopt);
  CHECK(word_in_role(document, {2, 3}, 2, Role::Before) == std::nullopt);
  CHECK(word_in_role(document, {2, 3}, 2, Role::SecondBefore) == std::nullopt);
  CHECK(word_in_role(document, {2, 3}, 2, Role::Behind) == std::nullopt);
  CHECK(word_in_role(document, {2, 3}, 2, Role::BehindRun) == std::nullopt);
}

TEST_CASE(
    "a place has the same rows wherever the text stands, and others where the place differs") {
  const std::vector<Row> rows = rows_of_place("they saw Zelkor there", 2);
  CHECK_FALSE(rows.empty());
  CHECK(rows == rows_of_place("we met Villak here", 2));
  CHECK(rows != rows_of_place("Zelkor there", 0));
  CHECK(rows != rows_of_place("they saw, Zelkor there", 2));
  CHECK(rows != rows_of_place("they saw Zelkor Ltd there", 2));
  CHECK(rows != rows_of_place("they saw Zelkor’s there", 2));
  CHECK(rows != rows_of_place("they saw Zelkor there", 2, 20));
  CHECK(rows != rows_of_place("they saw Zelkor there in Zelkor", 2));
}

TEST_CASE("phrases of the lexicon are seen by the words they cover") {
  const Document& document = read_words("from the Gulf of Aden Club to Zelkor of Aden");
  std::vector<std::uint32_t> bits;
  find_phrase_bits(document, {2, 6}, bits);
  REQUIRE(bits.size() == 4);
  CHECK(bits[0] != 0);
  CHECK(bits[1] != 0);
  CHECK(bits[2] != 0);
  CHECK(bits[3] == 0);
  CHECK((bits[0] & bits[1]) == 0);
  CHECK((bits[1] & bits[2]) == 0);
  find_phrase_bits(document, {7, 10}, bits);
  CHECK(bits == std::vector<std::uint32_t>{0, 0, 0});
}

}  // namespace
}  // namespace dateline
