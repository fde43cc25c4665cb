#include "indexer/entities/run_rules.h"

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

TEST_CASE("titles and roles prove a person and are no part of the name") {
  check_all({
      {"They met Colonel Bakoum Traolé.", "person Bakoum Traolé"},
      {"It was Deputy Foreign Minister Ivo Randek.", "person Ivo Randek"},
      {"They asked spokesman Dunmar Okeli.", "person Dunmar Okeli"},
      {"the ambassador, Joran de Vressie, left", "person Joran de Vressie"},
      {"He thanked Mr. Brown.", "person Brown"},
      {"the head of the U.N. Ambassador said", "organization United Nations"},
      {"The President and the Prime Minister met.", ""},
      {"ahead of the General Election", ""},
  });
}

TEST_CASE("first names, initials and deeds prove a person") {
  check_all({
      {"We saw Sergei Dolmatin there.", "person Sergei Dolmatin"},
      {"We saw J. Dolmatin there.", "person J. Dolmatin"},
      {"Then Dunmar Okeli said no.", "person Dunmar Okeli"},
      {"On Friday, said Dunmar Okeli, it rained.", "person Dunmar Okeli"},
      {"Dunmar Okeli, a lawyer from the town, spoke.", "person Dunmar Okeli"},
      {"Dunmar Okeli, 45, spoke.", "person Dunmar Okeli"},
      {"they follow Osama bin Rashad", "person Osama bin Rashad"},
      {"— Dunmar Okeli (@DunmarOkeli4) posted", "person Dunmar Okeli"},
  });
}

TEST_CASE("words of the trade prove an organisation") {
  check_all({
      {"the Ministry of Fish and Rivers closed", "organization Ministry of Fish and Rivers"},
      {"He joined Zellcor Ltd. in June.", "organization Zellcor Ltd"},
      {"at the University of Vornmark yesterday", "organization University of Vornmark"},
      {"the Coastal Savings and Loan Association",
       "organization Coastal Savings and Loan Association"},
      {"he joined Vellan and Sons in May", "organization Vellan and Sons"},
      {"the newspaper Volkrant wrote", "organization Volkrant"},
      {"an NGO called Tessik works", "organization Tessik"},
      {"Then the RSPV said no, and the RSPV left.", "organization RSPV"},
      {"the Malian Army advanced", "organization Malian Army"},
      {"a ministry, a Bank and a Court", ""},
      {"the Press Office of nobody", ""},
  });
}

TEST_CASE("known organisations have one name, and only as they are written") {
  check_all({
      {"the U.N. and the UN", "organization United Nations"},
      {"the UN Mission left", "organization United Nations"},
      {"the Senate Fisheries Committee met", "organization Senate Fisheries Committee"},
      {"the Labour Party of Vornmark won", "organization Labour Party of Vornmark"},
      {"fighters of al Qaeda", "organization al-Qaeda"},
      {"Who told us?", ""},
      {"the WHO said", "organization World Health Organization"},
  });
}

TEST_CASE("the gazetteer knows places") {
  check_all({
      {"fighting in Mali and Niger", "location Mali | location Niger"},
      {"the Central African Republic", "location Central African Republic"},
      {"U.S. troops in Washington, D.C.", "location United States | location Washington"},
      {"relations between the US-China bloc", "location United States | location China"},
      {"a London-based firm", "location London"},
      {"KIDAL, Mali (WTN) - Troops left.", "location Kidal | location Mali"},
      {"he flew to Dar es Salaam", "location Dar es Salaam"},
      {"talks in The Hague", "location The Hague"},
  });
}

TEST_CASE("context proves places that the gazetteer does not know") {
  check_all({
      {"in Vorrika, a village in the north", "location Vorrika"},
      {"the streets of Vorrika, eastern Mali, on Friday", "location Vorrika | location Mali"},
      {"near Vorrika, Mali, on Friday", "location Vorrika | location Mali"},
      {"in the town of Vorrika yesterday", "location Vorrika"},
      {"on Lake Vorrika they fish", "location Lake Vorrika"},
      {"across the Vorrika River", "location Vorrika River"},
  });
}

TEST_CASE("people are no places, though they are called so") {
  check_all({
      {"President Jordan Villard spoke.", "person Jordan Villard"},
      {"We saw Georgia Villard there.", "person Georgia Villard"},
  });
}

TEST_CASE("what is capital for another reason is no name") {
  check_all({
      {"The Malian government asked the French to go.", ""},
      {"South African and West German goods", ""},
      {"On Tuesday in March and at Easter", ""},
      {"Showers fell. Arrivals were late. Meanwhile it rained.", ""},
      {"#Kidal @Bamako and Internet, TV, GDP, CEO", ""},
      {"He said: “Nobody came.”", ""},
      {"the Reagan Administration", ""},
  });
}

TEST_CASE("other languages keep to what needs no context") {
  struct Foreign {
    std::string text;
    const char* language;
    std::string names;
  };
  for (const Foreign& c : {
           Foreign{"Le ministre Dunmar Okeli est au Mali.", "fr", "location Mali"},
           Foreign{"Der Bürgermeister Hans Meier aß Essen in Berlin.", "de", "location Berlin"},
           Foreign{"le Bureau des Mines Rares (BMR)", "fr", "organization BMR"},
           Foreign{"El presidente habló con la UNESCO.", "es", "organization UNESCO"},
           Foreign{"Dunmar Okeli, a lawyer, spoke.", "en-GB", "person Dunmar Okeli"},
       }) {
    CAPTURE(c.text);
    CHECK(tagged(c.text, c.language) == c.names);
  }
}

}  // namespace
}  // namespace dateline
