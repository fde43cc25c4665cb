// Queries that nobody means, and that people type: there is always an answer, which the query as it
// was understood gives again.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/pipeline.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

using namespace std::string_view_literals;

/// An archive of random articles.
class OddArchive {
 public:
  OddArchive() {
    Random random(41);
    std::string lines;
    for (int article = 0; article < 60; ++article) {
      lines += random_record(random, "a" + std::to_string(article)) + "\n";
    }
    UpdateOptions options;
    options.paths = {folder_.write("articles.jsonl", lines).string()};
    update_archive(layout_, options, {});
  }

  ArchiveReader open() const { return ArchiveReader(layout_); }

 private:
  TempFolder folder_;
  ArchiveLayout layout_{folder_.path() / "archive"};
};

/// What other tools read as their own syntax, stumble over, or take for an end.
const std::vector<std::string>& notable_queries() {
  static const std::vector<std::string> queries = [] {
    std::vector<std::string> all = {"",
                                    " ",
                                    "\t\n",
                                    "*",
                                    "**",
                                    "?",
                                    "*:*",
                                    "*?*",
                                    "~",
                                    "~1",
                                    "^2",
                                    "!",
                                    "&&",
                                    "||",
                                    "\\",
                                    "AND",
                                    "OR",
                                    "NOT",
                                    "AND OR NOT",
                                    "NEAR",
                                    "NEAR/5",
                                    "wagner NEAR",
                                    "NEAR wagner",
                                    "wagner NEAR/0 group",
                                    "wagner NEAR/-1 group",
                                    "wagner NEAR/99999999999999999999 group",
                                    "wagner AND",
                                    "OR wagner",
                                    "wagner AND AND group",
                                    "NOT NOT NOT wagner",
                                    "- wagner",
                                    "--wagner",
                                    "+-wagner",
                                    "-+wagner",
                                    "+",
                                    "-",
                                    "wagner -",
                                    "(",
                                    ")",
                                    "((",
                                    "))",
                                    "()",
                                    "(((wagner)))",
                                    "(wagner",
                                    "wagner)",
                                    ")(",
                                    "( )",
                                    "(-wagner)",
                                    "(OR)",
                                    "\"",
                                    "\"\"",
                                    "\"\"\"",
                                    "\" \"",
                                    "\"*\"",
                                    "\"wagner",
                                    "wagner\"",
                                    "\"wagner\"group\"",
                                    "\"wagner\" \"",
                                    "\"wagner group\"~",
                                    "\"wagner group\"~0",
                                    "\"wagner group\"~99999999999",
                                    "\"a\"~1~2",
                                    "''",
                                    "'wagner'",
                                    "“wagner",
                                    "„wagner“",
                                    "«",
                                    "»wagner«",
                                    "wagner~",
                                    "wagner~~",
                                    "wagner~0",
                                    "wagner~3",
                                    "wagner~0.8",
                                    "wagner~99999999999999999999",
                                    "~wagner",
                                    "wagner^",
                                    "wagner^5",
                                    "wagner^0.5",
                                    "=",
                                    "==wagner",
                                    "=\"\"",
                                    "=*",
                                    "=wagner*",
                                    "=wagner~1",
                                    "=(wagner group)",
                                    ":",
                                    "::",
                                    ":wagner",
                                    "wagner:",
                                    "title:",
                                    "title::wagner",
                                    "title:(wagner group)",
                                    "title:\"\"",
                                    "title:*",
                                    "title:title:wagner",
                                    "nofield:wagner",
                                    "person:",
                                    "person:\"",
                                    "person:*",
                                    "person:~",
                                    "person:~~",
                                    "person:()",
                                    "person:(a OR b)",
                                    "date:",
                                    "date:x",
                                    "date:..",
                                    "date:2023..",
                                    "date:..2023",
                                    "date:2023..2022",
                                    "date:0000-00-00",
                                    "date:9999999",
                                    "date:[2020 TO 2021]",
                                    "date:{2020 TO *}",
                                    "date:-1d..",
                                    "after:",
                                    "before:yesterday",
                                    "language:xx",
                                    "language:",
                                    "source:\"No Such Outlet\"",
                                    "[1 TO 5]",
                                    "{a TO b}",
                                    "/regex/",
                                    "/wag[nm]er/i",
                                    "wagner~/group/",
                                    "a..b",
                                    "..",
                                    "...",
                                    "$",
                                    "$1",
                                    "%",
                                    "%s%s%n",
                                    "100%",
                                    "#wagner",
                                    "@wagner",
                                    "wagner@group",
                                    "wagner_group",
                                    "wagner;group",
                                    "wagner,group",
                                    "wagner|group",
                                    "wagner||group",
                                    "wagner&group",
                                    "wagner/group",
                                    "wagner\\group",
                                    "wagner\\*",
                                    "\\\"wagner\\\"",
                                    "wagner\\",
                                    "' OR '1'='1",
                                    "1; DROP TABLE articles",
                                    "<script>alert(1)</script>",
                                    "<em>wagner</em>",
                                    "&lt;wagner&gt;",
                                    "&amp;",
                                    "{\"query\": {\"match_all\": {}}}",
                                    "SELECT * FROM articles",
                                    "_exists_:title",
                                    "id:a1",
                                    "Qa1",
                                    "Zwagner",
                                    "XXwagner",
                                    "http://",
                                    "http://a.b/c?d=e*f",
                                    "https://example.org/?q=\"wagner\"",
                                    "mailto:a@b.c",
                                    "C++",
                                    "C#",
                                    ".NET",
                                    "AT&T",
                                    "R&D",
                                    "F-16",
                                    "9/11",
                                    "1,000",
                                    "1.000,50",
                                    "-5",
                                    "+49 30",
                                    "€100",
                                    "U.N.",
                                    "U.N",
                                    "u n",
                                    "UN",
                                    "al-Qaeda",
                                    "al-",
                                    "-al",
                                    "al--Qaeda",
                                    "d'Ivoire",
                                    "'s",
                                    "don't",
                                    "dont",
                                    "O'",
                                    "wagner's",
                                    "WAGNER",
                                    "wAgNeR",
                                    "Élection",
                                    "ELECTION",
                                    "e\u0301lection",
                                    "\u00C9lection",
                                    "ﬁ",
                                    "ß",
                                    "İstanbul",
                                    "\u0130",
                                    "\u1E9E",
                                    "мали",
                                    "МАЛИ",
                                    "مالي",
                                    "מאלי",
                                    "马里",
                                    "マリ",
                                    "말리",
                                    "😀",
                                    "👨‍👩‍👧",
                                    "\u202Ewagner",
                                    "\u200Bwagner",
                                    "wag\u00ADner",
                                    "\uFEFFwagner",
                                    "\u2028",
                                    "\u0000wagner",
                                    "wagner\u00A0group",
                                    "a\u0300\u0301\u0302\u0303\u0304",
                                    "\u0301",
                                    "the",
                                    "the the the",
                                    "the of and to",
                                    "to be or not to be",
                                    "who is Wagner?",
                                    "what? when? where?",
                                    "wagner...",
                                    "wagner!",
                                    "¿wagner?",
                                    "¡wagner!",
                                    "wagner — group",
                                    "wagner - group",
                                    "-- group",
                                    "...wagner",
                                    "\"...\"",
                                    "\"-\"",
                                    "*wagner*",
                                    "w*g*n*r",
                                    "?????",
                                    "*a*",
                                    "a*",
                                    "*a",
                                    "a?",
                                    "?a",
                                    "a~1",
                                    "a~2",
                                    "\"a* *b\"",
                                    "(a* OR *b) NEAR (c* OR d)",
                                    "wagn* NEAR/3 gro?p",
                                    "-wagn*",
                                    "-*",
                                    "NOT *",
                                    "title:wagn*",
                                    "author:*oe",
                                    "author:doe~1",
                                    "title:wagner NEAR title:group",
                                    "person:lavrov person:macron",
                                    "person:lavrov -person:macron",
                                    "person:lavrov OR person:macron",
                                    "-person:lavrov",
                                    "NOT (person:lavrov wagner)"};
    const auto repeated = [](std::string_view part, int times) {
      std::string text;
      for (int i = 0; i < times; ++i) {
        text += part;
      }
      return text;
    };
    for (const std::string_view part :
         {"("sv,    ")"sv,       "\""sv, "-"sv,     "+"sv,    "*"sv,        "?"sv,    "~"sv,
          "NOT "sv, "AND "sv,    "a "sv, "a OR "sv, "(a "sv,  "-(a "sv,     "\"a "sv, "title:"sv,
          "a:"sv,   "a NEAR "sv, "a*"sv, "="sv,     "\xFF"sv, "\xE2\x80"sv, "a.b-"sv}) {
      all.push_back(repeated(part, 3000));
    }
    all.push_back(std::string(100'000, 'a'));
    all.push_back(std::string("wagner\0group", 12));
    all.emplace_back("\xC3\x28 wagner \xF0\x9F");
    return all;
  }();
  return queries;
}

/// Queries of pieces that mean something only in their places.
std::vector<std::string> composed_queries(std::size_t count) {
  constexpr auto pieces = std::to_array<std::string_view>(
      {"wagner", "Rights", "the",      "\"",    "\"",     "(",        ")",      "-",       "+",
       "=",      "*",      "?",        "~",     "~2",     "^3",       ":",      " ",       " ",
       " ",      " AND ",  " OR ",     " NOT ", " NEAR ", " NEAR/3 ", "title:", "person:", "date:",
       "2023",   "..",     "al-Qaeda", "'",     ".",      ",",        "/",      "\\",      "“",
       "”",      "é",      "\xFF",     "&",     "|",      "wagn*"});
  Random random(7);
  std::vector<std::string> queries;
  for (std::size_t i = 0; i < count; ++i) {
    std::string query;
    for (auto left = random() % 9 + 1; left > 0; --left) {
      query += pieces[random() % pieces.size()];
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

bool shows_match(const Fragments& fragments) {
  return std::ranges::any_of(fragments, &Fragment::match);
}

bool is_valid(const Fragments& fragments) {
  return std::ranges::all_of(fragments,
                             [](const Fragment& part) { return is_valid_utf8(part.text); });
}

/// What holds of any answer.
void check_answer(const SearchRequest& request, const SearchResult& result) {
  REQUIRE(result.hits.size() == std::min<std::size_t>(result.total, request.limit));
  REQUIRE(is_valid_utf8(result.understood));
  for (const QueryWarning& warning : result.warnings) {
    REQUIRE(warning.offset <= request.text.size());
    REQUIRE(is_valid_utf8(warning.message));
    REQUIRE_FALSE(warning.message.empty());
  }
  const bool any_shows = std::ranges::any_of(result.hits, [](const Hit& hit) {
    return shows_match(hit.title) || shows_match(hit.author) ||
           std::ranges::any_of(hit.snippets, shows_match);
  });
  for (const Hit& hit : result.hits) {
    REQUIRE(is_valid(hit.title));
    REQUIRE(std::ranges::all_of(hit.snippets, is_valid));
    // Either the query has nothing to show, or every hit shows it; with OR, a side may have none.
    if (any_shows && result.understood.find("OR") == std::string::npos &&
        result.understood.find('-') == std::string::npos &&
        result.understood.find("NOT") == std::string::npos) {
      REQUIRE((shows_match(hit.title) || shows_match(hit.author) ||
               std::ranges::any_of(hit.snippets, shows_match)));
    }
  }
}

void check_query(ArchiveReader& archive, const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.today = std::chrono::year{2023} / 3 / 1;
  for (const QuerySyntax syntax : {QuerySyntax::Query, QuerySyntax::Words}) {
    request.syntax = syntax;
    const SearchResult result = search(archive, request);
    check_answer(request, result);
    SearchRequest again = request;
    again.syntax = QuerySyntax::Query;
    again.text = result.understood;
    // What was blank to begin with asks for everything; what was left of something odd, for
    // nothing.
    if (!result.understood.empty() && result.understood.size() <= max_query_bytes) {
      REQUIRE(search(archive, again).total == result.total);
    }
  }
}

TEST_CASE("an odd query has an answer, and what was understood of it has the same") {
  const OddArchive odd;
  ArchiveReader archive = odd.open();
  for (const std::string& query : notable_queries()) {
    CAPTURE(query.substr(0, 200));
    check_query(archive, query);
  }
  for (const std::string& query : composed_queries(1500)) {
    CAPTURE(query);
    check_query(archive, query);
  }
}

}  // namespace
}  // namespace dateline::test
