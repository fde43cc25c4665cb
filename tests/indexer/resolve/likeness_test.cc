// Measures of likeness against values worked out by hand.
#include "indexer/resolve/likeness.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("Jaro-Winkler agrees with the examples of its authors") {
  struct Case {
    const char* a;
    const char* b;
    double similarity;
  };
  for (const Case& c : {Case{"martha", "marhta", 0.9611}, Case{"dwayne", "duane", 0.84},
                        Case{"dixon", "dicksonx", 0.8133}, Case{"a", "a", 1}, Case{"a", "b", 0}}) {
    CAPTURE(c.a);
    CHECK(jaro_winkler(c.a, c.b) == doctest::Approx(c.similarity).epsilon(0.001));
    CHECK(jaro_winkler(c.b, c.a) == doctest::Approx(c.similarity).epsilon(0.001));
  }
  CHECK(jaro_winkler(std::string(65, 'a'), std::string(65, 'a')) == 0);
}

TEST_CASE("edits are counted up to a limit, an exchange of neighbours as one") {
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("minusma", "munisma", 2) == 2);
  CHECK(edit_distance("ab", "ba", 2) == 1);
  CHECK(edit_distance("", "ab", 2) == 2);
  CHECK(edit_distance("same", "same", 0) == 0);
  CHECK(edit_distance(std::string(100, 'a'), std::string(100, 'b'), 2) == 3);
}

TEST_CASE("a misspelling is a small slip in a long word") {
  CHECK(is_misspelling("zelensky", "zelenskyy"));
  CHECK(is_misspelling("netanyahu", "natenyahu"));
  CHECK(is_misspelling("baldrige", "baldridge"));
  CHECK(!is_misspelling("julia", "julie"));
  CHECK(!is_misspelling("hale", "halle"));
  CHECK(!is_misspelling("petrov", "petrova"));
  CHECK(!is_misspelling("agent1", "agent2"));
}

}  // namespace
}  // namespace dateline
