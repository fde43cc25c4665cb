// Tests of the split of JSON into records: every layout, and every way to be broken.
#include "indexer/read/json_splitter.h"

#include <doctest/doctest.h>

#include "tests/indexer/read/read_all.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

/// Each record as its line, its number on it when that is not 1, and its bytes without white space
/// or what is wrong.
std::string split(const std::string& content, std::size_t max_bytes = 1000) {
  const test::TempFolder folder;
  JsonSplitter splitter(ByteInput(folder.write("a", content).string()), max_bytes);
  std::string shown;
  for (JsonRecord record; splitter.next(record);) {
    shown += std::to_string(record.line);
    if (record.number_on_line > 1) {
      shown += "." + std::to_string(record.number_on_line);
    }
    switch (record.state) {
      case JsonRecord::State::Complete:
        std::erase_if(record.bytes, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
        shown += record.bytes;
        break;
      case JsonRecord::State::Broken: shown += "broken"; break;
      case JsonRecord::State::TooLong: shown += "long"; break;
      case JsonRecord::State::NoObject: shown += "other"; break;
    }
    shown += " ";
  }
  return shown;
}

struct Case {
  std::string content;
  std::string records;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.content);
    CHECK(split(c.content) == c.records);
  }
}

TEST_CASE("objects are found in lines, in an array, pretty or run together") {
  check_all({
      {"", ""},
      {" \n\r\n\t\n", ""},
      {"[]", ""},
      {"{}", "1{} "},
      {"{\"a\":1}\n{\"b\":2}\n", R"(1{"a":1} 2{"b":2} )"},
      {"{\"a\":1}\r\n\r\n{\"b\":2}", R"(1{"a":1} 3{"b":2} )"},
      {"\xEF\xBB\xBF{\"a\":1}\n", "1{\"a\":1} "},
      {"{\"a\":1}{\"b\":2} {\"c\":3}\n{}", R"(1{"a":1} 1.2{"b":2} 1.3{"c":3} 2{} )"},
      {"{\"a\":1},\n{\"b\":2},\n", R"(1{"a":1} 2{"b":2} )"},
      {R"([{"a":1},{"b":[2,{}]}])", R"(1{"a":1} 1.2{"b":[2,{}]} )"},
      {"[\n{\"a\":1},\n{\"b\":2}\n]\n", R"(2{"a":1} 3{"b":2} )"},
      {"[{\"a\":1},\n {\"b\":2}\n]\n", R"(1{"a":1} 2{"b":2} )"},
      {"{\n  \"a\": {\n    \"b\": [\n      {\n        \"c\": 1\n      }\n    ]\n  }\n}\n{\n}\n",
       R"(1{"a":{"b":[{"c":1}]}} 10{} )"},
      {"[\n  {\n    \"a\": 1\n  }, {\n    \"b\": [\n      {}\n    ]\n  }\n]",
       R"(2{"a":1} 4{"b":[{}]} )"},
      {"[\n{\n\"a\": [\n{\n\"b\": 1\n},\n{\n}\n]\n},\n{\n}\n]\n", R"(2{"a":[{"b":1},{}]} 11{} )"},
  });
}

TEST_CASE("brackets and quotation marks inside strings do not count") {
  check_all({
      {R"({"a":"}{"}{"b":"]["})", R"(1{"a":"}{"} 1.2{"b":"]["} )"},
      {R"({"a":"say \"}\" \\"})", R"(1{"a":"say\"}\"\\"} )"},
      {R"({"a\"{":"\\\\"}{})", R"(1{"a\"{":"\\\\"} 1.2{} )"},
  });
}

TEST_CASE("a broken line takes no other with it") {
  const std::string before = "{\"a\":1}\n{\"a\":2}\n";
  const std::string after = "\n{\"a\":4}\n{\"a\":5}\n";
  const std::string kept = R"(1{"a":1} 2{"a":2} 3broken 4{"a":4} 5{"a":5} )";
  for (const std::string line : {
           R"({"a":3)",
           R"({"a":3,)",
           R"({"a":)",
           R"({"a")",
           R"({"a":"3)",
           R"({"a":"3\)",
           R"({"a":[)",
           R"({"a":[{"b":1},)",
           R"({"a":{"b":1})",
           R"({"a":b"})",
           R"({"a":3")",
       }) {
    CAPTURE(line);
    CHECK(split(std::string(before).append(line).append(after)) == kept);
  }
  check_all({
      {"{\"a\":1}\nnot json {\"a\":2}\n\"string\"\n{\"a\":4}",
       R"(1{"a":1} 2other 3other 4{"a":4} )"},
      {"{\"a\":1}}\n{\"a\":2} tail\n{\"a\":3}", R"(1{"a":1} 1.2other 2{"a":2} 2.2other 3{"a":3} )"},
      {"{\"a\":1}\n{\"a\":", "1{\"a\":1} 2broken "},
  });
}

TEST_CASE("a broken record of an array takes no other with it") {
  check_all({
      {"[\n  {\n    \"a\": 1\n  },\n  {\n    \"b\": \"2,\n    \"c\": 3\n  },\n  {}\n]",
       "2{\"a\":1} 5broken 9{} "},
      {"[\n  {\n    \"a\": 1\n  },\n  {\n    \"b\": {\n    \"c\": 3\n  },\n  {}\n]",
       "2{\"a\":1} 5broken 9{} "},
      {"[\n  {\n    \"b\": {\n      \"c\": 3\n  }\n  {\"d\": 4}\n]", "2broken 6{\"d\":4} "},
      {"[\n{\"a\":1,\n{\"b\":2}\n]", "2broken 3{\"b\":2} "},
  });
}

TEST_CASE("a record of any length over the limit is named and passed over") {
  const std::string longest = R"({"a":")" + std::string(100 - 8, 'x') + "\"}";
  CHECK(longest.size() == 100);
  CHECK(split("{}\n" + longest + "\n{}\n", 100) == "1{} 2" + longest + " 3{} ");
  CHECK(split("{}\n" + longest + "\n{}\n", 99) == "1{} 2long 3{} ");
  const std::string huge = R"({"a":")" + std::string(300'000, 'x') + "\"}";
  CHECK(split("{}\n" + huge + "\n{}\n") == "1{} 2long 3{} ");
  CHECK(split("{}\n" + huge.substr(0, 200'000) + "\n{}\n") == "1{} 2long 3{} ");
}

TEST_CASE("records are the same wherever a block of the input ends") {
  const std::string tail = "{\"a\":\"\\\"\\\\}\",\n \"b\":[{}]}\n{\"c\":\n{\"d\":1}\n";
  const std::size_t block = std::size_t{64} << 10;
  for (std::size_t cut = 1; cut < tail.size(); ++cut) {
    CAPTURE(cut);
    CHECK(split(std::string(block - cut, '\n') + tail).find("{\"a\":\"\\\"\\\\}\",\"b\":[{}]} ") !=
          std::string::npos);
  }
}

TEST_CASE("a record cut short by a failure is not handed out") {
  const test::TempFolder folder;
  std::string content = "{\"a\":1}\n{\"b\":\"";
  for (int i = 0; i < 40'000; ++i) {
    content += std::to_string(i * 7919);
  }
  const std::string packed = test::compress(content + "\"}", "gzip");
  const auto file = folder.write("a.gz", packed.substr(0, packed.size() / 2));
  JsonSplitter splitter(ByteInput(file.string()), 1'000'000);
  JsonRecord record;
  CHECK(splitter.next(record));
  CHECK(record.bytes == "{\"a\":1}");
  CHECK(!splitter.next(record));
  CHECK(splitter.input().failure() != "");
}

}  // namespace

}  // namespace dateline
