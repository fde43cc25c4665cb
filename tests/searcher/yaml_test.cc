// YAML as it is written; that readers of YAML agree was tried with PyYAML.
#include "searcher/yaml.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

TEST_CASE("objects and lists are blocks, and what is empty stands on its line") {
  const Json value = {{"tag", "mine"},
                      {"a list", Json::array({1, 2.5, true, nullptr})},
                      {"deep", {{"er", {{"k1", 1.6}}}}},
                      {"rows", Json::array({{{"a", 1}, {"b", "x"}}, Json::object()})},
                      {"none", Json::array()}};
  CHECK(to_yaml(value) ==
        "tag: \"mine\"\n"
        "a list:\n"
        "  - 1\n"
        "  - 2.5\n"
        "  - true\n"
        "  - null\n"
        "deep:\n"
        "  er:\n"
        "    k1: 1.6\n"
        "rows:\n"
        "  -\n"
        "    a: 1\n"
        "    b: \"x\"\n"
        "  - {}\n"
        "none: []\n");
}

TEST_CASE("nothing in a text is taken for YAML, and nothing in it breaks the document") {
  struct Case {
    std::string text;
    std::string yaml;
  };
  const std::vector<Case> cases = {
      {"yes", "\"yes\""},
      {"- a: #b", "\"- a: #b\""},
      {"a\"b\\c", "\"a\\\"b\\\\c\""},
      {"a\nb\tc", "\"a\\u000Ab\\u0009c\""},
      {"Goïta \U0001F600", "\"Goïta \U0001F600\""},
      {std::string("\0\x7F\xC2\x85", 4), "\"\\u0000\\u007F\\u0085\""},
      {"\u2028\uFEFF\uFFFF", "\"\\u2028\\uFEFF\\uFFFF\""},
      {"a\xFF", "\"a\uFFFD\""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.yaml);
    CHECK(to_yaml(Json{{"key", c.text}}) == "key: " + c.yaml + "\n");
  }
}

}  // namespace
}  // namespace dateline
