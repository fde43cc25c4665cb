#include "indexer/entities/span_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/marked_spans.h"
#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

struct Case {
  std::string text;   ///< with the spans that were decoded
  std::string spans;  ///< that are left
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const SpannedText spanned = read_marks(c.text);
    const Document& document = read_words(spanned.text);
    const std::vector<NameSpan> mended =
        mend_spans(document, shared_lexicon(), spans_of(spanned, document));
    CHECK(to_string(mended, document) == c.spans);
  }
}

TEST_CASE("a person's title is no part of the name") {
  check_all({
      {"then [P Mullah Omar] spoke", "P Omar"},
      {"then [P President Colonel Omar] spoke", "P Omar"},
      {"then [P Pope Francis] spoke", "P Francis"},
      {"then [P Ivo Randek] spoke", "P Ivo Randek"},
      {"then the [P President] spoke", "P President"},
      {"at the [O General Electric] plant", "O General Electric"},
  });
}

TEST_CASE("the article is no part of a name but for those that have their own") {
  check_all({
      {"in [L the United States] now", "L United States"},
      {"left. [L The Hague] now", "L The Hague"},
      {"left. [L The Congo] now", "L Congo"},
      {"read [O The Guardian] now", "O The Guardian"},
      {"read it. [O The Guardian] now", "O Guardian"},
      {"read [O the Guardian] now", "O Guardian"},
  });
}

TEST_CASE("what is told to be a group is no person") {
  check_all({
      {"the [P Vellan] group left", "O Vellan"},
      {"said [P Vellan] group left", "P Vellan"},
      {"a rights NGO called [P Kisal], left", "O Kisal"},
      {"the son called [P Kisal], left", "P Kisal"},
  });
}

TEST_CASE("the place in the name of an account is none") {
  check_all({
      {"so. [L Français] (@france) wrote", ""},
      {"so. [L Français] (france) wrote", "L Français"},
  });
}

TEST_CASE("a known name and an acronym behind it are two") {
  check_all({
      {"in [L Mali MINUSMA] left", "L Mali | O MINUSMA"},
      {"the [O United Nations MINUSMA] left", "O United Nations | O MINUSMA"},
      {"in [L Mali GAO] left", "L Mali GAO"},
      {"the [O Zelkor MINUSMA] left", "O Zelkor MINUSMA"},
      {"in [L MALI MINUSMA] left", "L MALI MINUSMA"},
  });
}

TEST_CASE("what a minister is minister of is no name") {
  check_all({
      {"the Minister of Foreign Affairs and [O International Cooperation] met", ""},
      {"the Minister of [O Health] met", ""},
      {"the Secretary of [O Defense] met", ""},
      {"the [O Ministry of Health] met", "O Ministry of Health"},
      {"the Minister, who left [O International Cooperation] now", "O International Cooperation"},
  });
}

TEST_CASE("nationalities, days and words of no meaning are no names") {
  check_all({
      {"the [O Malian] side", ""},
      {"on [L Tuesday] it rained", ""},
      {"the [O MPs] met", ""},
      {"then [O Ltd] fell", ""},
      {"in [L Mali] it rained", "L Mali"},
      {"then [P French] spoke", "P French"},
  });
}

TEST_CASE("single letters and words cut off are no names") {
  check_all({
      {"then [P K] spoke", ""},
      {"then [O K.] spoke", ""},
      {"they posted on [O X] today", "O X"},
      {"the [O Espec]…", ""},
      {"then [P J. Dolmatin] spoke", "P J. Dolmatin"},
      {"in [L Mali]… it rained", "L Mali"},
  });
}

TEST_CASE("an unknown name beside a word for an organisation is one") {
  check_all({
      {"then an NGO called Kisal helped", "O Kisal"},
      {"then the newspaper Volkrant wrote", "O Volkrant"},
      {"an NGO called Kisal and [P Awa Diallo] met the newspaper Volkrant",
       "O Kisal | P Awa Diallo | O Volkrant"},
      {"an NGO called [L Kisal] helped", "L Kisal"},
      {"then a man called Kisal helped", ""},
      {"then an NGO, Kisal Tessik, helped", ""},
      {"then an NGO called Kisal Tessik helped", ""},
      {"then the newspaper Tuesday wrote", ""},
      {"then the newspaper. Volkrant wrote", ""},
  });
}

}  // namespace
}  // namespace dateline
