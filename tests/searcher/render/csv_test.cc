// What a spreadsheet gets.
#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

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

}  // namespace dateline::test
