// What a spreadsheet gets.
#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/render/formats.h"
#include "tests/searcher/render/sample_result.h"

namespace dateline::test {

namespace {

/// The row of a hit whose title is this text.
std::string title_cell(const std::string& title) {
  SearchResult result;
  Hit hit;
  hit.article.title = title;
  result.hits = {hit};
  const std::string csv = rendered(result, OutputFormat::Csv);
  const std::size_t begin = csv.find("\r\n1,,0,") + 7;
  return csv.substr(begin, csv.rfind(",,,,,,,,,\r\n") - begin);
}

}  // namespace

TEST_CASE("a table has a header line and a line for each hit, ended by CRLF") {
  const std::string csv = rendered(sample_result(), OutputFormat::Csv);
  CHECK(csv ==
        "rank,id,score,title,date,source,author,language,person,organization,location,path,"
        "snippet\r\n"
        "1,march/expelled,12.3456789,Mali expels the head of the UN mission's human rights "
        "division,2023-02-06,The Sahel Courier,Jane Doe,en,Aminata Diallo; Jane Doe,"
        "MINUSMA; Wagner Group,Mali,/news/march/expelled.txt,"
        "\"… declared persona non grata after a civil society member denounced abuses by what "
        "she called the Russian partners, the [Wagner] Group. The head of the [human rights] "
        "division was given two days to leave the country, the ministry said … | "
        "… investigators have not been let into Moura, where [Wagner] fighters were seen.\"\r\n"
        "10,'=1+2,3,\"'=cmd|'/c calc'!A1, \"\"quoted\"\" \xef\xbf\xbd[31mred\",,,,,,,,,"
        "[\xe7\x93\xa6\xe6\xa0\xbc\xe7\xba\xb3]\xe9\x9b\x86\xe5\x9b\xa2 \xef\xbf\xbd"
        "31m and bidi\xef\xbf\xbd end\r\n");
}

TEST_CASE("cells that a spreadsheet would run are made text") {
  struct Case {
    const char* title;
    const char* cell;
  };
  const std::initializer_list<Case> cases = {
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@sum", "'@sum"},
      {"\t=1", "' =1"},
      {"\r=1", "' =1"},
      {"  =1", "'  =1"},
      {"1-1", "1-1"},
      {"a=b", "a=b"},
      {"", ""},
      {"=\"a\"", R"("'=""a""")"},
      {"a,b", "\"a,b\""},
      {"say \"a\"", R"("say ""a""")"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CHECK(title_cell(c.title) == c.cell);
  }
}

/// The row of a topic, without what all rows of this test share.
std::string topic_row(const TopicRow& row) {
  std::ostringstream out;
  render_topic_row(out, row);
  return out.str();
}

TEST_CASE("a topic is a row of its hits, its days, its facets and its best hit") {
  SearchResult result;
  result.query = "Goïta, Assimi";
  result.total = 12;
  Facet people;
  people.values = {{.value = "Assimi Goita", .count = 12, .variants = {"Assimi Goïta"}},
                   {.value = "Volker Türk", .count = 7},
                   {.value = "Jane Doe", .count = 1},
                   {.value = "=Nobody", .count = 0}};
  result.facets = {people};
  Hit& best = result.hits.emplace_back();
  best.article.id = "a";
  best.article.title = "=1, 2";
  best.article.date = parse_date("2023-02-06");
  best.snippets = {{{"… ", false}, {"Goïta", true}}};
  CHECK(topic_row({.topic = "7",
                   .result = result,
                   .first = parse_date("2022-01-17"),
                   .last = parse_date("2023-09-01")}) ==
        "7,\"Goïta, Assimi\",all,12,2022-01-17,2023-09-01,Volker Türk (7); Jane Doe (1),a,"
        "\"'=1, 2\",2023-02-06,,… [Goïta],\r\n");
}

TEST_CASE("a topic that finds nothing is a row of empty cells, and may say what is new") {
  SearchResult result;
  result.query = "=x";
  result.match = MatchMode::Any;
  result.suggestion = "y";
  result.of_several = true;
  CHECK(topic_row({.topic = "1", .result = result, .new_hits = 0}) ==
        "1,'=x,any,0,0,,,,,,,,,y\r\n");
  std::ostringstream header;
  const std::vector<FacetKind> facets = {FacetKind::Organization, FacetKind::Date};
  render_topic_header(header, {.facets = facets, .has_new_hits = true, .of_several = true});
  CHECK(header.str() ==
        "topic,query,match,hits,new_hits,first_date,last_date,organization,date,id,archive,title,"
        "date,source,snippet,suggestion\r\n");
}

}  // namespace dateline::test
