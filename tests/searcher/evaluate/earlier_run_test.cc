#include "searcher/evaluate/earlier_run.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

namespace dateline {
namespace {

/// "topic: article" for each, and "line!" for each problem, in order of their letters.
std::set<std::string> told(const EarlierRun& run) {
  std::set<std::string> lines;
  for (const auto& [topic, articles] : run.articles) {
    for (const std::string& article : articles) {
      lines.insert(topic + ": " + article);
    }
  }
  for (const FileProblem& problem : run.problems.kept) {
    lines.insert(std::to_string(problem.line) + "!");
  }
  return lines;
}

TEST_CASE("a TREC run tells what each topic found, by its id") {
  const EarlierRun run = read_earlier_run("1 Q0 a 1 2.5 t\n1 Q0 news:b 2 1 t\n2 Q0 a\n", "run");
  CHECK_FALSE(run.by_text);
  CHECK(told(run) == std::set<std::string>{"1: a", "1: news:b", "3!"});
}

TEST_CASE("JSON lines tell what each topic found, by its text, and in which archive") {
  constexpr std::string_view lines =
      R"({"topic":"1","query":"oil","hits":[{"id":"a"},{"id":"b","archive":"my news"}]}
{"topic":"2","query":"gas","hits":[]}
{"topic":"3"}
[]

{"topic":
)";
  const EarlierRun run = read_earlier_run(lines, "run");
  CHECK(run.by_text);
  CHECK(run.articles.contains("gas"));
  CHECK(told(run) == std::set<std::string>{"oil: a", "oil: my news:b", "3!", "4!", "6!"});
}

TEST_CASE("an empty file found nothing") {
  CHECK(told(read_earlier_run("", "run")).empty());
}

}  // namespace
}  // namespace dateline
