#include "indexer/entities/entity_tagger.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <thread>

#include "tests/indexer/entities/tagged.h"

namespace dateline {
namespace {

constexpr std::string_view article =
    "Kidal Mayor Leaves Town\n\n"
    "KIDAL, Mali - Mayor Bakoum Traolé left the U.N. mission’s base in Kidal on Tuesday.\n"
    "Traolé told the Rapid Response Agency (RRA) that Mali’s army had come.\n";

TEST_CASE("mentions are in order, do not overlap and lie on their words") {
  const std::vector<Mention> mentions = shared_tagger().tag(article, "en");
  REQUIRE(mentions.size() >= 8);
  std::size_t end = 0;
  for (const Mention& mention : mentions) {
    CAPTURE(mention.name);
    CHECK(mention.begin >= end);
    CHECK(mention.end > mention.begin);
    end = mention.end;
  }
  CHECK(end <= article.size());
  CHECK(mentions.front() == Mention{NameType::Location, 0, 5, "Kidal"});
}

TEST_CASE("possessives and titles are outside the mention") {
  const std::string_view text = "Colonel Traolé’s men left Mali’s north. Colonel Traolé stayed.";
  const std::vector<Mention> mentions = shared_tagger().tag(text, "en");
  REQUIRE(mentions.size() == 3);
  CHECK(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin) == "Traolé");
  CHECK(text.substr(mentions[1].begin, mentions[1].end - mentions[1].begin) == "Mali");
}

TEST_CASE("persons, organisations and places are found by what stands around them") {
  struct Case {
    std::string text;
    std::string names;
  };
  for (const Case& c : {
           Case{"They met President Sergei Dolmatin on Friday.", "person Sergei Dolmatin"},
           Case{"“We are ready,” said Sergei Dolmatin, a lawyer.", "person Sergei Dolmatin"},
           Case{"She studied at the University of Vornmark for a year.",
                "organization University of Vornmark"},
           Case{"the U.N. and the UN", "organization United Nations"},
           Case{"He has worked for Zellcor Holdings Ltd. since June.",
                "organization Zellcor Holdings Ltd"},
           Case{"There was fighting in Mali and Niger last week.",
                "location Mali | location Niger"},
           Case{"The villages near Vorrika, a town in northern Mali, were flooded.",
                "location Vorrika | location Mali"},
           Case{"The rain came on Tuesday, and nobody complained.", ""},
           Case{"Showers fell. Arrivals were late. Meanwhile it rained.", ""},
           Case{"#Kidal @Bamako", ""},
       }) {
    CAPTURE(c.text);
    CHECK(tagged(c.text) == c.names);
  }
}

TEST_CASE("surnames and acronyms are the names given before") {
  CHECK(tagged("President Sergei Dolmatin spoke on Friday. Dolmatin said he would leave the "
               "National Water Agency (NWA). The NWA thanked Dolmatin.") ==
        "person Sergei Dolmatin | organization NWA");
}

TEST_CASE("what the words beside a name prove outweighs a guess elsewhere") {
  CHECK(tagged("The partner, the Wagner group, left. Envoy Richard Mills described Wagner as a "
               "criminal group.") == "organization Wagner Group | person Richard Mills");
}

TEST_CASE("acronyms that an article defines are told") {
  const std::vector<NameDefinition> definitions =
      shared_tagger().find_names(article, "en").definitions;
  CHECK(definitions == std::vector<NameDefinition>{{"RRA", "Rapid Response Agency"}});
}

TEST_CASE("a name is one line, whatever the line breaks of the article") {
  CHECK(
      tagged("officials said that Colonel Bakoum\nTraolé was there, in the\nnorth of the\ntown") ==
      "person Bakoum Traolé");
}

TEST_CASE("the same article has the same names in every thread") {
  const std::vector<Mention> expected = shared_tagger().tag(article, "en");
  std::array<std::vector<Mention>, 4> results;
  {
    std::vector<std::jthread> threads;
    threads.reserve(results.size());
    for (std::vector<Mention>& result : results) {
      threads.emplace_back([&result] {
        for (int i = 0; i < 20; ++i) {
          result = shared_tagger().tag(article, "en");
        }
      });
    }
  }
  for (const std::vector<Mention>& result : results) {
    CHECK(result == expected);
  }
}

TEST_CASE("an article without words has no names") {
  for (const char* text : {"", "\n\n", "…!?", "123 456", "“”"}) {
    CAPTURE(text);
    CHECK(shared_tagger().tag(text, "en").empty());
  }
}

TEST_CASE("the model has a name") {
  CHECK_FALSE(EntityTagger::model_name().empty());
}

}  // namespace
}  // namespace dateline
