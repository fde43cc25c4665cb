#include "indexer/entities/coreference.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/tagged.h"

namespace dateline {
namespace {

struct Case {
  std::string text;
  std::string names;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tagged(c.text) == c.names);
  }
}

TEST_CASE("a part of a person's name is that person") {
  check_all({
      {"Colonel Bakoum Traolé spoke. Traolé left.", "person Bakoum Traolé"},
      {"Mr Traole spoke before Bakoum Traolé left.", "person Bakoum Traolé"},
      {"Sergei Vella Dolmatin met us. Sergei Dolmatin left.", "person Sergei Vella Dolmatin"},
      {"Sergei Vella-Dolmatin met us. Sergei Vella left.", "person Sergei Vella-Dolmatin"},
      {"envoy Joran de Vressie spoke, and de Vressie left", "person Joran de Vressie"},
      {"Sergei Rice came. They ate rice. Rice is good.", "person Sergei Rice"},
  });
}

TEST_CASE("of two persons with one surname, the more frequent has it alone") {
  CHECK(tagged("Sergei Dolmatin met Ivan Dolmatin. Ivan Dolmatin sat. Mr Dolmatin rose.") ==
        "person Sergei Dolmatin | person Ivan Dolmatin");
}

TEST_CASE("an acronym and its long name are one") {
  check_all({
      {"the Rapid Response Agency (RRA) said the RRA left", "organization RRA"},
      {"the RRA (Rapid Response Agency) said so", "organization RRA"},
      {"the National Union of Vets (VNU) met and VNU left", "organization VNU"},
      {"the World Health Organization (WHO) met", "organization World Health Organization"},
      {"the Central African Republic (CAR) and CAR troops", "location Central African Republic"},
  });
}

TEST_CASE("short names of companies and groups join the long ones") {
  check_all({
      {"Zellcor Holdings Ltd rose. Zellcor then fell.", "organization Zellcor Holdings Ltd"},
      {"fighters of the Vellan group came", "organization Vellan Group"},
      {"the Wagner group and Wagner mercenaries", "organization Wagner Group"},
      {"Sergei Vella Inc rose. Sergei Vella fell.", "organization Sergei Vella Inc"},
  });
}

TEST_CASE("a name is written with accents and without capitals where the article does") {
  check_all({
      {"President Traole met President Traolé.", "person Traolé"},
      {"ROTTERDAM, Netherlands - Ships left.", "location Rotterdam | location Netherlands"},
  });
}

TEST_CASE("headlines hold only what the body names") {
  const std::string_view headline = "Traolé Tells Paris Bank To Leave Kidal Now\n";
  const std::string text = std::string(headline) + "Colonel Bakoum Traolé was in Kidal on Friday.";
  CHECK(tagged(text, "en", headline.size()) == "person Bakoum Traolé | location Kidal");
}

TEST_CASE("a lone guess is no name") {
  check_all({
      {"Zellcor said so.", ""},
      {"Zellcor said so. Zellcor added more.", "person Zellcor"},
  });
}

}  // namespace
}  // namespace dateline
