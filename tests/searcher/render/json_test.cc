// What programs get: the promise to the letter. tests/transcripts/schemas.transcript holds real
// answers against the published schemas.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "common/text/utf8.h"
#include "searcher/render/formats.h"
#include "tests/searcher/render/sample_result.h"

namespace dateline::test {

namespace {

using Json = nlohmann::json;

}  // namespace

TEST_CASE("a result is the object that is promised, to the letter") {
  SearchResult result;
  result.query = "Wagner";
  result.understood = "wagner";
  result.total = 1;
  result.seconds = 0.0041239;
  result.warnings = {{3, "odd"}};
  Hit hit = plain_hit();
  hit.title = {{"Mali", true}};
  hit.article.title = "Mali";
  hit.snippets = {{{"a ", false}, {"b", true}}};
  result.hits = {hit};
  result.facets = {{FacetKind::Person, {{"Ada", 1, true, {"Ada L."}}}, 37}};
  CHECK(rendered(result, OutputFormat::Json) ==
        R"({"format_version":1,"query":"Wagner","understood":"wagner","match":"all","total":1,)"
        R"("warnings":[{"offset":3,"message":"odd"}],"suggestion":null,)"
        R"("hits":[{"rank":1,"id":"march/expelled","score":12.3456789,"title":"Mali",)"
        R"("title_derived":false,"title_fragments":[{"text":"Mali","match":true}],)"
        R"("date":"2023-02-06","date_from":"dateline","source":"The Sahel Courier",)"
        R"("author":"Jane Doe","language":"en",)"
        R"("author_fragments":[{"text":"Jane Doe","match":false}],)"
        R"("path":"/news/march/expelled.txt",)"
        R"("snippets":[[{"text":"a ","match":false},{"text":"b","match":true}]],)"
        R"("entities":{"person":["Aminata Diallo","Jane Doe"],)"
        R"("organization":["MINUSMA","Wagner Group"],"location":["Mali"]}}],)"
        R"("facets":{"person":{"values":[{"value":"Ada","count":1,"selected":true,)"
        R"("variants":["Ada L."]}],"total_values":37}},"seconds":0.004124})"
        "\n");
}

TEST_CASE("what is not known is null") {
  SearchResult result;
  result.hits = {Hit{}};
  const Json hit = Json::parse(rendered(result, OutputFormat::Json))["hits"][0];
  for (const char* key : {"title", "date", "date_from", "source", "author", "language", "path"}) {
    CAPTURE(key);
    CHECK(hit[key].is_null());
  }
}

TEST_CASE("JSON is valid UTF-8 and commands no terminal, whatever a path or text holds") {
  SearchResult result = sample_result();
  result.hits[0].article.origin.path = "/news/caf\xe9.txt";
  result.query = "\xc2\x9b\x7f\x1b";
  const std::string text = rendered(result, OutputFormat::Json);
  CHECK(is_valid_utf8(text));
  CHECK(text.find_first_of("\x1b\x7f\x07") == std::string::npos);
  CHECK(text.find("\xc2\x9b") == std::string::npos);
  const Json json = Json::parse(text);
  CHECK(json["query"] == "\xc2\x9b\x7f\x1b");
  CHECK(json["hits"][0]["path"] == "/news/caf\xef\xbf\xbd.txt");
}

TEST_CASE("scores are numbers of nine digits") {
  CHECK(round_score(12.34567890123) == 12.3456789);
  CHECK(round_score(0.1) == 0.1);
  CHECK(round_score(0) == 0);
  CHECK(round_score(123456789012.0) == 123456789000.0);
}

}  // namespace dateline::test
