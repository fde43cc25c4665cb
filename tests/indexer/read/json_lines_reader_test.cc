// Tests of articles from JSON: keys and their aliases, ids, dates, and what is broken.
#include "indexer/read/json_lines_reader.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/indexer/read/read_all.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

test::ReadOutcome read_json(std::string_view content) {
  const test::TempFolder folder;
  return test::read_all(folder.write("file", content), InputFormat::JsonLines);
}

/// All that is known of an article, as "key=value" pairs.
std::string to_string(const Article& article) {
  std::string shown;
  const auto add = [&shown](std::string_view key, std::string_view value) {
    if (!value.empty()) {
      shown += (shown.empty() ? "" : " ") + std::string(key) + "=" + std::string(value);
    }
  };
  add("title", article.title);
  add("text", article.text);
  add("date", article.date ? dateline::to_string(*article.date) : "");
  add("source", article.source);
  add("author", article.author);
  add("language", article.language);
  add("url", article.url);
  return shown;
}

struct Case {
  const char* record;
  const char* article;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.record);
    const test::ReadOutcome outcome = read_json(c.record);
    REQUIRE(test::problems_of(outcome) == "");
    REQUIRE(outcome.articles.size() == 1);
    CHECK(to_string(outcome.articles[0]) == c.article);
  }
}

TEST_CASE("every key and alias is read, the first that is not empty wins") {
  check_all({
      {R"({"title":"T","text":"B"})", "title=T text=B"},
      {R"({"headline":"T","body":"B"})", "title=T text=B"},
      {R"({"content":"B"})", "text=B"},
      {R"({"maintext":"B"})", "text=B"},
      {R"({"title":"T"})", "title=T"},
      {R"({"headline":"H","title":"T","maintext":"4","content":"3","body":"2","text":"1"})",
       "title=T text=1"},
      {R"({"title":" ","headline":"H","text":null,"body":"\n ","content":7,"maintext":"M"})",
       "title=H text=M"},
      {R"({"text":"B","source":"S"})", "text=B source=S"},
      {R"({"text":"B","outlet":"S"})", "text=B source=S"},
      {R"({"text":"B","domain":"S"})", "text=B source=S"},
      {R"({"text":"B","url":"https://example.org/a"})", "text=B url=https://example.org/a"},
      {R"({"text":"B","author":"Jane Doe"})", "text=B author=Jane Doe"},
      {R"({"text":"B","byline":"Jane Doe"})", "text=B author=Jane Doe"},
      {R"({"text":"B","author":["Jane Doe","",null,"Ada Obi"]})",
       "text=B author=Jane Doe, Ada Obi"},
      {R"({"text":"B","author":[],"byline":["Ada Obi"]})", "text=B author=Ada Obi"},
      {R"({"text":"B","author":{"name":"Jane Doe"}})", "text=B"},
      {R"({"text":"B","language":"fr"})", "text=B language=fr"},
      {R"({"text":"B","lang":"EN-gb"})", "text=B language=en"},
      {R"({"text":"B","language":"klingon"})", "text=B"},
      {R"({"text":"B","language":"klingon","lang":"French"})", "text=B language=fr"},
      {R"({"Text":"B","text":"b","unknown":{"text":"x"}})", "text=b"},
  });
}

TEST_CASE("dates are days, or seconds or milliseconds of Unix, or nothing") {
  check_all({
      {R"({"text":"B","date":"2023-02-06"})", "text=B date=2023-02-06"},
      {R"({"text":"B","published":"2023-02-06T23:10:00+01:00"})", "text=B date=2023-02-06"},
      {R"({"text":"B","date_publish":"6 February 2023"})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":"","published":"2023-02-06"})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":"last week","published":"2023-02-06"})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":"06/02/2023"})", "text=B"},
      {R"({"text":"B","date":20230206})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":1675641600})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":1675641600.75})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":1675727999})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":1675641600000})", "text=B date=2023-02-06"},
      {R"({"text":"B","date":0})", "text=B"},
      {R"({"text":"B","date":2023})", "text=B"},
      {R"({"text":"B","date":-1})", "text=B"},
      {R"({"text":"B","date":9223372036854775807})", "text=B"},
      {R"({"text":"B","date":18446744073709551615})", "text=B"},
      {R"({"text":"B","date":-1e300})", "text=B"},
      {R"({"text":"B","date":true})", "text=B"},
  });
}

TEST_CASE("text is mended, and what is on one line stays on one") {
  check_all({
      {R"({"title":" two\n lines\t","text":"one\r\ntwo\u0000"})", "title=two lines text=one\ntwo"},
      {R"({"text":"Go\u00efta \ud83d\ude00"})", "text=Goïta 😀"},
      {R"({"text":"half \ud83d, \\ud83d, \ude00"})", "text=half \uFFFD, \\ud83d, \uFFFD"},
      {"{\"text\":\"Go\xEFta, Tour\xE9\"}", "text=Goïta, Touré"},
      {"\xEF\xBB\xBF{\"text\":\"B\"}", "text=B"},
  });
}

TEST_CASE("an article is named by its own id, else by file and line") {
  struct IdCase {
    const char* content;
    const char* ids;
  };
  const std::vector<IdCase> cases = {
      {R"({"id":"a1","text":"B"})", "a1 "},
      {R"({"_id":"a1","text":"B"})", "a1 "},
      {R"({"_id":"a2","id":"a1","text":"B"})", "a1 "},
      {R"({"id":"","_id":"a2","text":"B"})", "a2 "},
      {R"({"id":17,"text":"B"})", "17 "},
      {R"({"id":0,"text":"B"})", "0 "},
      {R"({"id":-3,"text":"B"})", "-3 "},
      {R"({"id":18446744073709551615,"text":"B"})", "18446744073709551615 "},
      {R"({"id":"50 % of\tit","text":"B"})", "50%20%25%20of%09it "},
      {R"({"id":{"$oid":"1"},"text":"B"})", "base:1 "},
      {"{\"text\":\"B\"}\n\n{\"text\":\"C\"}{\"text\":\"D\"}", "base:1 base:3 base:3.2 "},
      {"[\n{\"text\":\"B\"},\n{\"id\":\"x\",\"text\":\"C\"}]", "base:2 x "},
  };
  for (const IdCase& c : cases) {
    CAPTURE(c.content);
    CHECK(test::ids_of(read_json(c.content)) == c.ids);
  }
}

TEST_CASE("the origin is the file and the record's id or line in it") {
  const test::TempFolder folder;
  const auto file = folder.write("file", "{\"id\":\"a b\",\"text\":\"B\"}\n{\"text\":\"C\"}");
  const auto outcome = test::read_all(file, InputFormat::JsonLines);
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0].origin == Origin{file.string(), "a%20b"});
  CHECK(outcome.articles[1].origin == Origin{file.string(), ":2"});
}

TEST_CASE("what is broken is named with its line, and the rest is read") {
  struct ProblemCase {
    std::string line;  // the third of five
    const char* problem;
  };
  const std::vector<ProblemCase> cases = {
      {R"({"id":"3","text":"B")",
       "file:3 record is not JSON (a quotation mark or bracket is missing): mend or remove it\n"},
      {R"({"id":"3","text":"B)",
       "file:3 record is not JSON (a quotation mark or bracket is missing): mend or remove it\n"},
      {R"({"id":"3","text":B"}, the rest})",
       "file:3 record is not JSON (a quotation mark or bracket is missing): mend or remove it\n"},
      {R"({"id":3.,"text":"B"} and the rest})",
       "file:3 record is not JSON (Problem while parsing a number): mend or remove it\n"},
      {"not json", "file:3 line is not a JSON object: mend or remove it\n"},
      {"12", "file:3 line is not a JSON object: mend or remove it\n"},
      {R"({"id":"3"})",
       "file:3 record has neither a title nor a text: give it one, or remove it\n"},
      {R"({"id":"3","title":" ","text":""})",
       "file:3 record has neither a title nor a text: give it one, or remove it\n"},
      {"{}", "file:3 record has neither a title nor a text: give it one, or remove it\n"},
      {"", ""},
  };
  for (const ProblemCase& c : cases) {
    CAPTURE(c.line);
    const test::ReadOutcome outcome =
        read_json("{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"text\":\"A\"}\n" + c.line +
                  "\n{\"id\":\"4\",\"text\":\"A\"}\n{\"id\":\"5\",\"text\":\"A\"}\n");
    CHECK(test::ids_of(outcome) == "1 2 4 5 ");
    CHECK(test::problems_of(outcome) == c.problem);
  }
}

TEST_CASE("a balanced record that is not JSON is a problem, not an article") {
  for (const std::string record :
       {R"({"id":1 "text":"B"})", R"({"text":"B",})", R"({text:"B"})", R"({"text":"B"])",
        R"({"text":"\q"})", R"({"text":"B","date":NaN})", R"({'text':'B'})"}) {
    CAPTURE(record);
    const test::ReadOutcome outcome = read_json(record);
    CHECK(outcome.articles.empty());
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0].source.ends_with("file:1"));
    CHECK(outcome.problems[0].message.starts_with("record is not JSON ("));
    CHECK(outcome.problems[0].message.ends_with("): mend or remove it"));
  }
}

TEST_CASE("where a line holds several records, a problem says which") {
  CHECK(test::problems_of(read_json(R"([{"text":"A"},{},{"text":"B"}])")) ==
        "file:1 number 2 on this line: record has neither a title nor a text: give it one, or "
        "remove it\n");
}

TEST_CASE("brackets a million deep are a problem, not a crash") {
  const std::string deep = "{\"text\":" + std::string(1'000'000, '[');
  const std::string closed = deep + std::string(1'000'000, ']') + "}";
  CHECK(test::problems_of(read_json(deep)).starts_with("file:1 record is not JSON"));
  CHECK(test::problems_of(read_json(closed)).starts_with("file:1 record is not JSON"));
}

TEST_CASE("a file without a record says so") {
  for (const char* content : {"\n\n", "[]", "[\n]\n", " "}) {
    CAPTURE(content);
    CHECK(test::problems_of(read_json(content)) ==
          "file holds no articles: fill it with JSON objects, or remove it\n");
  }
}

TEST_CASE("a compressed file cut short is a problem after the articles that could be read") {
  const test::TempFolder folder;
  std::string content;
  for (int i = 0; i < 20'000; ++i) {
    content += R"({"text":"article )" + std::to_string(i * 7919) + "\"}\n";
  }
  for (const char* filter : {"gzip", "zstd"}) {
    CAPTURE(filter);
    const std::string packed = test::compress(content, filter);
    const auto file = folder.write("file.packed", packed.substr(0, packed.size() * 3 / 4));
    const auto outcome = test::read_all(file, InputFormat::JsonLines);
    CHECK(!outcome.articles.empty());
    CHECK(outcome.articles.size() < 20'000);
    CHECK(outcome.problems.size() == 1);
    CHECK(test::problems_of(outcome).starts_with("file.packed cannot be unpacked to its end ("));
  }
}

TEST_CASE("a line longer than any article is a problem, and the lines around it are read") {
  const test::TempFolder folder;
  const std::string megabyte(std::size_t{1} << 20, 'x');
  const auto file =
      folder.write("file.zst", test::compress("{\"text\":\"A\"}\n{\"text\":\"", "zstd") +
                                   test::compress(megabyte, "zstd", 65) +
                                   test::compress("\"}\n{\"text\":\"C\"}\n", "zstd"));
  const auto outcome = test::read_all(file, InputFormat::JsonLines);
  CHECK(test::ids_of(outcome) == "base:1 base:3 ");
  CHECK(test::problems_of(outcome) ==
        "file.zst:2 record is longer than 64 MiB: divide or remove it\n");
}

}  // namespace

}  // namespace dateline
