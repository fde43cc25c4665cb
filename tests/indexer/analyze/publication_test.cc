// Tests of what an article says of its publication.
#include "indexer/analyze/publication.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

const std::string story =
    "The river rose by two metres in a single night, and the market of the old town was closed.\n";

std::string date_of(const Article& article) {
  return article.date ? std::string(to_string(article.date_from)) + " " + to_string(*article.date)
                      : "";
}

Article find_in(const std::string& text, const std::string& url = "") {
  Article article;
  article.title = "Flood in Mopti";
  article.text = text;
  article.url = url;
  find_publication(article);
  CHECK(article.text == text);
  return article;
}

TEST_CASE("the date comes from the address, the dateline or a cue, and says from which") {
  struct Case {
    std::string text;
    const char* url;
    const char* date;
  };
  const std::string dated_story = "BAMAKO, Feb. 6, 2023 (Example) - " + story;
  for (const Case& c : std::initializer_list<Case>{
           {story, "https://example.org/2023/02/07/flood", "url 2023-02-07"},
           {dated_story, "https://example.org/2023/02/07/flood", "url 2023-02-07"},
           {dated_story, "", "dateline 2023-02-06"},
           {"By Jane Doe\n\n" + dated_story, "", "dateline 2023-02-06"},
           {"BAMAKO, Feb. 6 (Example) - " + story, "", ""},
           {"Published: 6 February 2023\n" + story, "", "cue 2023-02-06"},
           {story + "\nLast updated: 6 February 2023", "", "cue 2023-02-06"},
           {"Updated: 8 February 2023\n" + story + "Published: 6 February 2023", "",
            "cue 2023-02-06"},
           {"By Jane Doe\nMonday, February 6, 2023\n\n" + story, "", "cue 2023-02-06"},
           {story + "\n\nMonday, February 6, 2023", "", ""},
           {story + "It was the worst flood since 6 February 1953.", "", ""},
           {"The report was published on 6 February 2023.\n" + story, "", ""},
           {story, "", ""},
           {"", "", ""},
       }) {
    CAPTURE(c.text);
    CHECK(date_of(find_in(c.text, c.url)) == c.date);
  }
}

TEST_CASE("a cue in the middle of a long article is not looked for") {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text += story;
  }
  CHECK(date_of(find_in(text + "Published: 6 February 2023\n" + text)).empty());
}

TEST_CASE("a day alone on a line counts only below a headline") {
  Article article;
  article.title = "The river rose.";
  article.title_derived = true;
  article.text = "Monday, February 6, 2023\n\n" + story;
  find_publication(article);
  CHECK(date_of(article).empty());
}

TEST_CASE("the author comes from a byline at the top") {
  CHECK(find_in("By Jane  Doe and John Roe, Reuters\n\n" + story).author ==
        "Jane Doe and John Roe");
  CHECK(find_in("Jane Doe in Bamako\n\n" + story).author == "Jane Doe");
  CHECK(find_in(story + "Jane Doe in Bamako\n").author.empty());
  CHECK(find_in(story).author.empty());
}

TEST_CASE("the outlet is the host of the address, else the agency") {
  const std::string agency_story = "BAMAKO (Example Agency) - " + story;
  CHECK(find_in(agency_story, "https://www.example.org/flood").source == "example.org");
  CHECK(find_in(agency_story).source == "Example Agency");
  CHECK(find_in(story).source.empty());
}

TEST_CASE("what metadata says is kept") {
  Article article;
  article.title = "Flood in Mopti";
  article.text = "By Jane Doe\n\nBAMAKO, Feb. 6, 2023 (Example) - " + story;
  article.url = "https://www.example.org/2023/02/07/flood";
  article.date = Date{std::chrono::year{2023} / 2 / 9};
  article.source = "Sahel Courier";
  article.author = "John Roe";
  const Article before = article;
  find_publication(article);
  CHECK(article == before);
}

}  // namespace
}  // namespace dateline
