// Runs every example of docs/query-language.md: a row of a table is a query, what it is understood
// as, and the beginning of the one warning it gives, if any.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/parser.h"
#include "trees.h"

namespace dateline {
namespace {

struct Example {
  int line = 0;
  std::vector<std::string> cells;
};

std::string trimmed_cell(std::string_view cell) {
  const std::size_t begin = cell.find_first_not_of(" `");
  if (begin == std::string_view::npos) {
    return {};
  }
  return std::string(cell.substr(begin, cell.find_last_not_of(" `") - begin + 1));
}

std::vector<Example> read_examples() {
  std::ifstream file(DATELINE_QUERY_LANGUAGE_DOC);
  REQUIRE(file.is_open());
  std::vector<Example> examples;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (!line.starts_with("| `")) {
      continue;
    }
    Example example{number, {}};
    for (std::size_t at = 1, bar = 0; (bar = line.find('|', at)) != std::string::npos;
         at = bar + 1) {
      example.cells.push_back(trimmed_cell(std::string_view(line).substr(at, bar - at)));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

TEST_CASE("every example of the documentation is understood as it says") {
  const std::vector<Example> examples = read_examples();
  CHECK(examples.size() > 40);
  for (const Example& example : examples) {
    CAPTURE(example.line);
    REQUIRE(example.cells.size() == 3);
    const ParsedQuery parsed = parse_query(example.cells[0], QuerySyntax::Query, test::wednesday);
    CHECK(to_string(parsed.tree) == example.cells[1]);
    if (example.cells[2].empty()) {
      CHECK(parsed.warnings.empty());
    } else {
      REQUIRE(parsed.warnings.size() == 1);
      CHECK(parsed.warnings.front().message == example.cells[2]);
    }
  }
}

}  // namespace
}  // namespace dateline
