#include "searcher/prompt/command_line.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {

TEST_CASE("a word is quoted as every shell reads it back") {
  struct Case {
    std::string word;
    const char* quoted;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"gold", "gold"},
           {"2023-01..2023-02", "2023-01..2023-02"},
           {"", "''"},
           {"two words", "'two words'"},
           {"it's", "'it'\\''s'"},
           {"$HOME `x` \"y\" \\", "'$HOME `x` \"y\" \\'"},
           {"~", "'~'"},
           {"a;b|c&d>e", "'a;b|c&d>e'"},
           {"wild*", "'wild*'"},
           {"Goïta", "'Goïta'"},
           {std::string("a\0b", 3), "ab"},
       }) {
    CAPTURE(c.word);
    CHECK(quote_for_shell(c.word) == std::string(c.quoted));
  }
}

TEST_CASE("a command line has what differs from the usual, archives included") {
  SearchRequest request;
  request.text = "gold";
  CHECK(to_command_line(request, {}) == "dateline-search query gold");
  request.text = "-gold";
  request.names = {{NameType::Organization, {"-x", "UN"}, {"BBC"}}};
  request.mentioned = {"2023"};
  request.sort = SortOrder::Oldest;
  request.match = MatchMode::Any;
  request.offset = 20;
  request.limit = 3;
  request.snippets = 1;
  request.facets = {FacetKind::Person, FacetKind::Date};
  const std::vector<NamedArchive> archives = {{"a", {"/news/a b"}}, {"c", {"/news/c"}}};
  CHECK(to_command_line(request, archives) ==
        "dateline-search query --archive '/news/a b' --archive /news/c --organization=-x "
        "--organization UN --exclude-organization BBC --mentioned 2023 --sort oldest --match any "
        "--facets person,date --offset 20 --limit 3 --snippets 1 -- -gold");
}

TEST_CASE("articles like one are asked for by its id, and its archive where there are several") {
  SearchRequest request;
  request.languages = {"fr"};
  const std::vector<NamedArchive> archives = {{"a", {"/news/a"}}, {"c", {"/news/c"}}};
  CHECK(to_similar_command_line("march/kidal", request, {}) ==
        "dateline-search similar --language fr march/kidal");
  CHECK(to_similar_command_line("c:march/kidal", request, archives) ==
        "dateline-search similar --archive /news/a --archive /news/c --language fr "
        "/news/c:march/kidal");
}

}  // namespace dateline
