// What goes to the peers: a line for each article and query, that no article can break.
#include <doctest/doctest.h>

#include <fstream>

#include "bench/peers/exchange.h"
#include "tests/support/temp_folder.h"

namespace dateline {

TEST_CASE("an article comes back as it was written, but for what would break its line") {
  const test::TempFolder temp;
  {
    std::ofstream out(temp.path() / "articles");
    write_article(out, {.id = "a/1",
                        .date = "2024-03-01",
                        .people = {"Ann|Lee", "Bob"},
                        .title = "Two\tparts",
                        .text = "One line\nand another, caf\u00E9"});
    write_article(out, {.id = "a/2", .date = "", .people = {}, .title = "", .text = ""});
  }
  ArticleLines lines(temp.path() / "articles");
  PeerArticle article;
  REQUIRE(lines.next(article));
  CHECK(article.id == "a/1");
  CHECK(article.date == "2024-03-01");
  CHECK(article.people == std::vector<std::string_view>{"Ann Lee", "Bob"});
  CHECK(article.title == "Two parts");
  CHECK(article.text == "One line and another, caf\u00E9");
  REQUIRE(lines.next(article));
  CHECK(article.id == "a/2");
  CHECK(article.people.empty());
  CHECK(article.text.empty());
  CHECK_FALSE(lines.next(article));
}

TEST_CASE("queries hold nothing that an engine takes for an operator") {
  struct Case {
    const char* text;
    const char* words;
  };
  const std::vector<Case> cases = {{"", ""},
                                   {"Mali", "mali"},
                                   {"UN's \"human rights\"-chief", "un s human rights chief"},
                                   {" a*b | (c) & !d ", "a b c d"},
                                   {"Caf\u00E9 2024", "caf\u00E9 2024"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(plain_words(c.text) == c.words);
  }
  CHECK(split_words("a bc d") == std::vector<std::string>{"a", "bc", "d"});
  CHECK(split_words("").empty());
  CHECK(join_words("a bc d", " | ") == "a | bc | d");
  CHECK(join_words("a", " | ") == "a");
  CHECK(join_words("", " | ").empty());
}

TEST_CASE("queries come back as they were written") {
  const test::TempFolder temp;
  const std::vector<PeerQuery> queries = {{"", "mali chief", "mali chief"}, {"7", "rights", ""}};
  {
    std::ofstream out(temp.path() / "queries");
    write_queries(out, queries);
  }
  CHECK(read_peer_queries(temp.path() / "queries") == queries);
}

}  // namespace dateline
