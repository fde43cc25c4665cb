#include "indexer/entities/coreference.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/marked_spans.h"
#include "tests/indexer/entities/reading.h"
#include "tests/indexer/entities/tagged.h"

namespace dateline {
namespace {

struct Case {
  std::string text;  ///< with the spans that were decoded
  std::string names;
};

ArticleNames joined(const SpannedText& spanned, std::size_t headline_end = 0) {
  const Document& document = read_words(spanned.text, headline_end);
  return join_mentions(document, shared_lexicon(), spans_of(spanned, document),
                       find_acronyms(document));
}

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(names_of(joined(read_marks(c.text)).mentions) == c.names);
  }
}

TEST_CASE("a part of a person's name is that person") {
  check_all({
      {"Colonel [P Bakoum Traolé] spoke. [P Traolé] left.", "person Bakoum Traolé"},
      {"Mr [P Traole] spoke before [P Bakoum Traolé] left.", "person Bakoum Traolé"},
      {"[P Sergei Vella Dolmatin] met us. [P Sergei Dolmatin] left.",
       "person Sergei Vella Dolmatin"},
      {"[P Sergei Vella-Dolmatin] met us. [P Sergei Vella] left.", "person Sergei Vella-Dolmatin"},
      {"envoy [P Joran de Vressie] spoke, and [P de Vressie] left", "person Joran de Vressie"},
      {"[P Awa Diallo] spoke. [L Diallo] left.", "person Awa Diallo"},
      {"[P Awa Diallo] met [P Awa Keita].", "person Awa Diallo | person Awa Keita"},
  });
}

TEST_CASE("of two persons with one surname, the more frequent has it alone") {
  check_all(
      {{"[P Sergei Dolmatin] met [P Ivan Dolmatin]. [P Ivan Dolmatin] sat. Mr [P Dolmatin] "
        "rose.",
        "person Sergei Dolmatin | person Ivan Dolmatin"}});
  const auto names = joined(read_marks(
      "[P Sergei Dolmatin] met [P Ivan Dolmatin]. [P Ivan Dolmatin] sat. [P Dolmatin] rose."));
  REQUIRE(names.mentions.size() == 4);
  CHECK(names.mentions[3].name == "Ivan Dolmatin");
}

TEST_CASE("an acronym and its long name are one") {
  check_all({
      {"the [O Rapid Response Agency] (RRA) said the [O RRA] left", "organization RRA"},
      {"the RRA (Rapid Response Agency) said the [O RRA] left", "organization RRA"},
      {"the [O National Union of Vets] ([O VNU]) met and [O VNU] left", "organization VNU"},
      {"the [O World Health Organization] (WHO) met", "organization World Health Organization"},
      {"the [L Central African Republic] (CAR) and [O CAR] troops",
       "location Central African Republic"},
  });
}

TEST_CASE("acronyms and the long names they were joined to are told") {
  const auto names = joined(read_marks("the [O Rapid Response Agency] ([O RRA]) met"));
  CHECK(names.definitions == std::vector<NameDefinition>{{"RRA", "Rapid Response Agency"}});
  CHECK(joined(read_marks("the [O World Health Organization] (WHO) met")).definitions.empty());
}

TEST_CASE("known variants have one name everywhere") {
  check_all({
      {"the [O U.N.] and the [O UN]", "organization United Nations"},
      {"in the [L U.S.] they said", "location United States"},
  });
}

TEST_CASE("two surnames with a hyphen are neither of the two persons") {
  check_all({
      {"[P Ivo Randek] met [P Awa Sollena]. The [P Randek-Sollena] campaign began.",
       "person Ivo Randek | person Awa Sollena"},
      {"[P Ivo Randek] met [P Awa Randek-Sollena]. [P Randek-Sollena] spoke.",
       "person Ivo Randek | person Awa Randek-Sollena"},
      {"[P Ivo Randek] met [P Taylor-Brown].", "person Ivo Randek | person Taylor-Brown"},
  });
}

TEST_CASE("short names of companies and groups join the long ones") {
  check_all({
      {"[O Zellcor Holdings Ltd] rose. [O Zellcor] then fell.",
       "organization Zellcor Holdings Ltd"},
      {"fighters of the [O Vellan] group came", "organization Vellan Group"},
      {"the [O Wagner] group and [O Wagner] mercenaries", "organization Wagner Group"},
      {"[O Sergei Vella Inc] rose. [P Sergei Vella] fell.", "organization Sergei Vella Inc"},
      {"[O Vellan Group] came. [P Vellan] men, [P Vellan] men, [P Vellan] men left.",
       "organization Vellan Group"},
      {"[O Vellan Group] came. [P Ivo Vellan] and [P Vellan], [P Vellan], [P Vellan] left.",
       "organization Vellan Group | person Ivo Vellan"},
  });
}

TEST_CASE("a word of many names means the one organisation that has it in its name") {
  check_all({
      {"the [O Vellan Commission] met. The [O Commission] left.", "organization Vellan Commission"},
      {"the [O Commission] left", ""},
      {"the [O Vellan Commission] met the [O Tessan Commission]. The [O Commission] left.",
       "organization Vellan Commission | organization Tessan Commission"},
  });
}

TEST_CASE("a name has one type, by the weight of its spans") {
  check_all({
      {"[P Zelkor] and [L Zelkor] and [L Zelkor]", "location Zelkor"},
      {"[O Zelkor] and [O Zelkor] and [L Zelkor]", "organization Zelkor"},
  });
}

TEST_CASE("a name is written with accents and without capitals where the article does") {
  check_all({
      {"President [P Traole] met President [P Traolé].", "person Traolé"},
      {"[L ROTTERDAM], [L Netherlands] - Ships left.", "location Rotterdam | location Netherlands"},
      {"[P TRAOLÉ] spoke and [P Traolé] left", "person Traolé"},
  });
}

TEST_CASE("headlines are searched for what the body names") {
  const SpannedText spanned = read_marks(
      "Traolé Tells Paris Bank To Leave Kidal Now\n"
      "Colonel [P Bakoum Traolé] was in [L Kidal] on Friday.");
  const auto names = joined(spanned, spanned.text.find('\n'));
  CHECK(names_of(names.mentions) == "person Bakoum Traolé | location Kidal");
  REQUIRE(names.mentions.size() == 4);
  CHECK(names.mentions[0] == Mention{NameType::Person, 0, 7, "Bakoum Traolé"});
  CHECK(names.mentions[1].begin == spanned.text.find("Kidal"));
}

TEST_CASE("words of headlines that the body writes small are no names") {
  const SpannedText spanned =
      read_marks("Rice Gets Dear In Gao\n[P Sergei Rice] ate rice in [L Gao].");
  CHECK(names_of(joined(spanned, 22).mentions) == "location Gao | person Sergei Rice");
}

TEST_CASE("mentions are in order and lie on their words, without the possessive") {
  const SpannedText spanned = read_marks("then [P Awa Diallo]’s men left [L Gao]’s north");
  const auto names = joined(spanned);
  REQUIRE(names.mentions.size() == 2);
  CHECK(names.mentions[0] == Mention{NameType::Person, 5, 15, "Awa Diallo"});
  CHECK(spanned.text.substr(names.mentions[1].begin, 3) == "Gao");
  CHECK(names.mentions[1].end == names.mentions[1].begin + 3);
}

TEST_CASE("without spans there are no names") {
  CHECK(joined(read_marks("Awa Diallo left Mali")).mentions.empty());
  CHECK(joined(read_marks("")).mentions.empty());
}

}  // namespace
}  // namespace dateline
