// Tests of headlines found and derived.
#include "indexer/analyze/headline.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

const std::string story =
    "The river rose by two metres in a single night, and the market of the old town was closed. "
    "Nobody was hurt, Mr. Roe of the U.N. office said.";
const std::string lead =
    "The river rose by two metres in a single night, and the market of the old town was closed.";

Article find_in(const std::string& text, const std::string& title = "") {
  Article article;
  article.title = title;
  article.text = text;
  find_headline(article);
  return article;
}

TEST_CASE("the first line is the title when it reads as a headline") {
  for (const char* line : {
           "Flood closes market of Mopti",
           "Who closed the market of Mopti?",
           "‘We lost it all’: flood closes the market",
           "$3bn promised to the valley",
           "iPhone sales fall",
           "al-Shabaab leaves the valley",
           "Valley asks for help of the U.N.",
           "L’inondation ferme le marché de Mopti",
       }) {
    for (const char* gap : {"\n\n", "\n"}) {
      CAPTURE(line);
      const Article article = find_in(line + std::string(gap) + story);
      CHECK(article.title == line);
      CHECK_FALSE(article.title_derived);
      CHECK(article.text == story);
    }
  }
}

TEST_CASE("a line that is no headline stays in the text") {
  for (const char* line : {
           "Boats at Mopti, Mali (file photo).",
           "Boats at Mopti, Mali. (Jane Doe/AFP via Getty Images)",
           "MARKET OF MOPTI CLOSED AFTER FLOOD",
           "By Jane Doe and John Roe, Reuters",
           "Published: 6 February 2023",
           "Monday, February 6, 2023",
           "Friday, 25 February",
           "Follow us on Facebook",
           "Screenshot from a video of the flood",
           "flood closes the market",
           "- Flood closes the market",
           "https://example.org/flood closes the market",
           "Africa",
           "",
       }) {
    CAPTURE(line);
    const std::string text = std::string(line) + "\n\n" + story;
    const Article article = find_in(text);
    CHECK(article.title_derived);
    CHECK(article.text == text);
    if (std::string(line).find("lood closes the market") == std::string::npos) {
      CHECK(article.title == lead);
    }
  }
}

TEST_CASE("a headline repeated is one title") {
  const Article article = find_in("Flood in ‘Mopti’\n\nFlood in 'Mopti'\n \n" + story);
  CHECK(article.title == "Flood in ‘Mopti’");
  CHECK(article.text == story);
}

TEST_CASE("the title of the metadata is taken out of the text") {
  CHECK(find_in("Flood in Mopti\n\n" + story, "Flood in Mopti").text == story);
  CHECK(find_in("FLOOD IN MOPTI\n" + story, "Flood in Mopti").text == story);
  CHECK(find_in("\n" + story, "Flood in Mopti").text == "\n" + story);
  CHECK(find_in("Flood in Mopti and Gao\n" + story, "Flood in Mopti").text ==
        "Flood in Mopti and Gao\n" + story);
  const Article only_title = find_in("Flood in Mopti", " Flood  in Mopti ");
  CHECK(only_title.title == "Flood in Mopti");
  CHECK(only_title.text.empty());
}

TEST_CASE("the lead sentence stands in for a headline") {
  struct Case {
    std::string text;
    std::string title;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"The U.N. sent Mr. Doe and Gen. Roe. They came late.",
            "The U.N. sent Mr. Doe and Gen. Roe."},
           {"BAMAKO, Feb. 6 (Reuters) - The river rose. Boats sank.", "The river rose."},
           {"BAMAKO, Feb. 6 -\nThe river rose. Boats sank.", "The river rose."},
           {"    NEW YORK, March 2 - The river\nrose in the\nnight. Boats sank.",
            "The river rose in the night."},
           {"Boats (file photo).\nWATCH THE FLOOD HERE\nBy Jane Doe\n\nThe river rose. Boats sank.",
            "The river rose."},
           {"Africa\n\nThe river rose. Boats sank.", "The river rose."},
           {"Africa", "Africa"},
           {"BOATS SINK", "BOATS SINK"},
           {"The river, which had been low for months and which nobody had thought of as a danger, "
            "rose by two metres in one night.",
            "The river, which had been low for months and which nobody had thought of as a danger, "
            "rose by two…"},
       }) {
    CAPTURE(c.text);
    const Article article = find_in(c.text);
    CHECK(article.title == c.title);
    CHECK(article.title_derived);
    CHECK(article.text == c.text);
  }
}

TEST_CASE("a derived title is cut between characters where there is no word bound") {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += "é";
  }
  const Article article = find_in(text);
  CHECK(article.title.size() == 200 + std::string("…").size());
}

TEST_CASE("the first line of a wrapped text is no headline") {
  const std::string wrapped =
      "The Example Company of Tulsa and its partner Acme\n"
      "Incorporated said they would build a bridge over\n"
      "the river in the spring of next year.\n";
  const Article article = find_in(wrapped);
  CHECK(article.title_derived);
  CHECK(article.text == wrapped);
}

TEST_CASE("an article without text and title is left alone") {
  for (const char* text : {"", "\n \n"}) {
    const Article article = find_in(text);
    CHECK(article.title.empty());
    CHECK_FALSE(article.title_derived);
    CHECK(article.text == text);
  }
}

}  // namespace
}  // namespace dateline
