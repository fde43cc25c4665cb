// Tests of the ends of sentences.
#include "indexer/analyze/sentence.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline {
namespace {

TEST_CASE("a sentence ends at a full stop that no abbreviation needs") {
  struct Case {
    const char* text;
    const char* sentence;  // "" when none ends
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Rain fell. It was warm.", "Rain fell."},
           {"Rain fell.", "Rain fell."},
           {"Rain fell", ""},
           {"", ""},
           {"The U.N. Council met. It sat late.", "The U.N. Council met."},
           {"Mr. Doe met Gen. Roe on Jan. 3. They ate.", "Mr. Doe met Gen. Roe on Jan. 3."},
           {"J. R. Doe wrote to U.S. officials. None replied.",
            "J. R. Doe wrote to U.S. officials."},
           {"Did it rain? Nobody knew.", "Did it rain?"},
           {"“It rained!” she said. He nodded.", "“It rained!” she said."},
           {"She said: “It rained.” He nodded.", "She said: “It rained.”"},
           {"Prices rose 3.5 percent. Wages fell.", "Prices rose 3.5 percent."},
           {"Write to jane.doe@example.org. Thanks.", "Write to jane.doe@example.org."},
           {"Es regnet. Über uns.", "Es regnet."},
           {"It fell by approx. half. Good.", "It fell by approx. half."},
           {"雨が降った。風も。", "雨が降った。"},
       }) {
    CAPTURE(c.text);
    const std::size_t end = find_sentence_end(c.text);
    const std::string_view sentence =
        end == std::string_view::npos ? "" : std::string_view(c.text).substr(0, end);
    CHECK(sentence == c.sentence);
  }
}

TEST_CASE("a line ends with a full stop, behind quotes too, but not with an abbreviation") {
  CHECK(ends_with_full_stop("Rain fell."));
  CHECK(ends_with_full_stop("“Rain fell.”"));
  CHECK(ends_with_full_stop("(Rain fell.)"));
  CHECK_FALSE(ends_with_full_stop("Rain fell"));
  CHECK_FALSE(ends_with_full_stop("Did rain fall?"));
  CHECK_FALSE(ends_with_full_stop("Rain falls on the U.N."));
  CHECK_FALSE(ends_with_full_stop("Rain falls on Acme Inc."));
  CHECK_FALSE(ends_with_full_stop("Rain fell and fell..."));
  CHECK_FALSE(ends_with_full_stop(""));
}

}  // namespace
}  // namespace dateline
