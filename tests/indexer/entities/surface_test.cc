#include "indexer/entities/surface.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/marked_spans.h"
#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

TEST_CASE("a name is one line with single spaces and plain apostrophes") {
  struct Case {
    std::string text;
    std::string name;
  };
  for (const Case& c : {
           Case{"then [P Awa Diallo] left", "Awa Diallo"},
           Case{"that [P Awa\nBinta   Diallo] left there", "Awa Binta Diallo"},
           Case{"the [O Children’s Fund] met", "Children's Fund"},
           Case{"the [O Workers' Party] met", "Workers' Party"},
           Case{"in [L Mali]’s north", "Mali"},
           Case{"in [L N’Djamena] today", "N'Djamena"},
           Case{"he left [O Zellcor Ltd.] in June", "Zellcor Ltd"},
           Case{"at the [O U.N.] today", "U.N."},
           Case{"then [P Cecil B.] spoke", "Cecil B."},
           Case{"then [P Traolé] spoke", "Traolé"},
       }) {
    CAPTURE(c.text);
    const SpannedText spanned = read_marks(c.text);
    const Document& document = read_words(spanned.text);
    const std::vector<NameSpan> spans = spans_of(spanned, document);
    REQUIRE(spans.size() == 1);
    CHECK(surface_of(document, spans[0]) == c.name);
  }
}

TEST_CASE("a name is written better with accents and not all in capitals") {
  struct Case {
    std::string text;  ///< the first is compared with the second
    bool is_better;
  };
  for (const Case& c : {
           Case{"[P Traolé] and [P Traole]", true},
           Case{"[P Traole] and [P Traolé]", false},
           Case{"[P Traole] and [P Traole]", false},
           Case{"[P Traole] and [P TRAOLÉ]", true},
           Case{"[P TRAOLÉ] and [P Traole]", false},
           Case{"[O RRÁ] and [O RRA]", true},
       }) {
    CAPTURE(c.text);
    const SpannedText spanned = read_marks(c.text);
    const Document& document = read_words(spanned.text);
    const std::vector<NameSpan> spans = spans_of(spanned, document);
    REQUIRE(spans.size() == 2);
    CHECK(is_better_written(document, spans[0], spans[1]) == c.is_better);
  }
}

TEST_CASE("capitals are taken from names that are all in capitals, but for codes") {
  struct Case {
    std::string name;
    std::string quiet;
  };
  for (const Case& c : {
           Case{"SÃO TOMÉ", "São Tomé"},
           Case{"ROTTERDAM", "Rotterdam"},
           Case{"GUINEA-BISSAU", "Guinea-Bissau"},
           Case{"N'DJAMENA", "N'Djamena"},
           Case{"DRC", "DRC"},
           Case{"McMURDO", "McMURDO"},
           Case{"Mali", "Mali"},
           Case{"", ""},
       }) {
    CAPTURE(c.name);
    CHECK(without_capitals(c.name) == c.quiet);
  }
}

}  // namespace
}  // namespace dateline
