// What the lines of a corrections file mean, and that no file does harm.
#include "common/archive/corrections.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

using Kind = Correction::Kind;

std::string first_problem(std::string_view text) {
  const Corrections corrections = parse_corrections(text);
  return corrections.problems.empty() ? ""
                                      : std::to_string(corrections.problems.front().line) + ": " +
                                            corrections.problems.front().message;
}

TEST_CASE("a line is an action, a type and names") {
  struct Case {
    std::string line;
    Correction correction;
  };
  const std::vector<Case> cases = {
      {"merge person: A = B = C", {Kind::Merge, NameType::Person, {"A", "B", "C"}, {}}},
      {"split organization: Wagner", {Kind::Split, NameType::Organization, {"Wagner"}, {}}},
      {"split org:Wagner=Wagner PMC",
       {Kind::Split, NameType::Organization, {"Wagner", "Wagner PMC"}, {}}},
      {"rename location: Burma = Myanmar",
       {Kind::Merge, NameType::Location, {"Myanmar", "Burma"}, {}}},
      {"retype person: Kisal = organization",
       {Kind::Retype, NameType::Person, {"Kisal"}, NameType::Organization}},
      {"  HIDE \t Place :  Cote  d'Ivoire \r",
       {Kind::Hide, NameType::Location, {"Cote d'Ivoire"}, {}}},
      {"merge source: \"A = B\" = C: the \"D\"",
       {Kind::Merge, NameType::Source, {"A = B", "C: the \"D\""}, {}}},
      {"hide person: #1", {Kind::Hide, NameType::Person, {"#1"}, {}}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const Corrections corrections = parse_corrections(c.line);
    CHECK(corrections.problem_count == 0);
    REQUIRE(corrections.lines.size() == 1);
    CHECK(corrections.lines.front() == c.correction);
    const Corrections again = parse_corrections(to_line(c.correction));
    REQUIRE(again.lines.size() == 1);
    CHECK(again.lines.front() == c.correction);
  }
}

TEST_CASE("comments and empty lines say nothing, a byte order mark neither") {
  const Corrections corrections =
      parse_corrections("\xEF\xBB\xBF# hide person: A\n\n  # more\r\n\thide person: B");
  CHECK(corrections.problem_count == 0);
  REQUIRE(corrections.lines.size() == 1);
  CHECK(corrections.lines.front().names == std::vector<std::string>{"B"});
}

TEST_CASE("a line that is not understood is told with its number and what to write") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"\njoin person: A = B", "2: there is no action \"join\"; write merge,"},
      {"merge robot: A = B", "1: there is no type \"robot\"; write person,"},
      {"merge title: A = B", "1: there is no type \"title\"; write person,"},
      {"merge person A = B", "1: the type or the colon after it is missing; write it as in"},
      {"merge: A = B", "1: the type or the colon after it is missing; write it as in"},
      {"merge person: A", "1: the action merge takes two names or more; write it as in"},
      {"rename person: A = B = C", "1: the action rename takes two names; write it as in"},
      {"hide person: A = B", "1: the action hide takes one name; write it as in"},
      {"retype person: A", "1: the action retype takes a name and its new type; write"},
      {"retype person: A = robot", "1: there is no type \"robot\""},
      {"retype source: A = person", "1: what is an outlet is told by the articles;"},
      {"hide person:", "1: a name is missing;"},
      {"merge person: A = = B", "1: a name is missing;"},
      {"merge person: \"\" = B", "1: a name is missing;"},
      {"hide person: \"A", "1: a quotation mark is never closed;"},
      {"hide person: " + std::string(300, 'x'), "1: the name \"xxxxx"},
      {"hide person: \x1b[31m", "1: the line is not plain text;"},
      {"hide person: Go\xEF", "1: the line is not plain text;"},
      {std::string("hide\0person: A", 14), "1: the line is not plain text;"},
  };
  for (const auto& [text, start] : cases) {
    CAPTURE(std::string(text));
    const std::string problem = first_problem(text);
    CHECK(problem.substr(0, start.size()) == start);
    CHECK(parse_corrections(text).lines.empty());
  }
}

TEST_CASE("the lines around a bad one hold, and only the first bad ones are told") {
  std::string text = "hide person: A\n";
  for (int i = 0; i < 50; ++i) {
    text += "nonsense\n";
  }
  text += "hide person: B\n";
  const Corrections corrections = parse_corrections(text);
  CHECK(corrections.lines.size() == 2);
  CHECK(corrections.problem_count == 50);
  CHECK(corrections.problems.size() == max_told_problems);
}

TEST_CASE("what a new archive's file says is comment, and every example in it is a correction") {
  const Corrections corrections = parse_corrections(new_corrections_text());
  CHECK(corrections.lines.empty());
  CHECK(corrections.problem_count == 0);
  std::string examples;
  std::string_view text = new_corrections_text();
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with("#   ") && !line.starts_with("#    ")) {
      examples += std::string(line.substr(4)) + "\n";
    }
    text.remove_prefix(line.size() + 1);
  }
  CHECK(parse_corrections(examples).lines.size() == 5);
  CHECK(parse_corrections(examples).problem_count == 0);
}

TEST_CASE("a file that is not there is empty, one that cannot be read is a problem") {
  const test::TempFolder folder;
  CHECK(read_corrections(folder.path() / "none").problem_count == 0);
  const std::filesystem::path file = folder.write("corrections.txt", "hide person: A\n");
  CHECK(read_corrections(file).lines.size() == 1);
  const Corrections of_folder = read_corrections(folder.path());
  REQUIRE(of_folder.problem_count == 1);
  CHECK(of_folder.problems.front().line == 0);
}

TEST_CASE("random bytes and very long lines are read to their end") {
  std::mt19937 random(20230206);
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) {
    bytes += static_cast<char>(random());
  }
  CHECK(parse_corrections(bytes).lines.empty());
  CHECK(parse_corrections(std::string(1 << 20, '=')).problem_count == 1);
  CHECK(parse_corrections("merge person: A" + std::string(1 << 20, '=')).problem_count == 1);
  std::string many = "merge person: A";
  for (int i = 0; i < 100'000; ++i) {
    many += " = B" + std::to_string(i);
  }
  CHECK(parse_corrections(many).lines.front().names.size() == 100'001);
}

TEST_CASE("of a file that is too large the first lines hold") {
  const test::TempFolder folder;
  std::string text;
  while (text.size() <= max_corrections_bytes) {
    text += "hide person: " + std::string(100, 'x') + "\n#" + std::string(10'000, '-') + "\n";
  }
  const Corrections corrections = read_corrections(folder.write("large", text));
  CHECK(corrections.lines.size() > 1000);
  REQUIRE(corrections.problem_count == 1);
  CHECK(corrections.problems.front().line == 0);
}

}  // namespace
}  // namespace dateline
