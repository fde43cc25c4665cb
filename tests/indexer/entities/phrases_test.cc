#include "indexer/entities/phrases.h"

#include <doctest/doctest.h>

#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

TEST_CASE("words together are what the lexicon knows of them, hyphens or not") {
  const Lexicon lexicon("[country]\nmali\n[place]\nel-far bay north\nel-far\n[never]\nmali time\n");
  DocumentReader reader(lexicon);
  const Document& document = reader.read("Mali time El-Far Bay North, mali", 0);
  CHECK(marks_of_words(document, lexicon, 0, 1) == mark::country);
  CHECK(marks_of_words(document, lexicon, 0, 2) == mark::never);
  CHECK(marks_of_words(document, lexicon, 0, 3) == 0);
  CHECK(marks_of_words(document, lexicon, 1, 3) == 0);
  CHECK(marks_of_words(document, lexicon, 2, 3) == mark::place);
  CHECK(marks_of_words(document, lexicon, 2, 4) == 0);
  CHECK(marks_of_words(document, lexicon, 2, 5) == mark::place);
}

}  // namespace
}  // namespace dateline
