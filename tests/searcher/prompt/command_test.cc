#include "searcher/prompt/command.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// A line as it was understood: the verb by the name of its command, and what belongs to it.
std::string describe(std::string_view line) {
  const ParsedLine parsed = parse_prompt_line(line);
  if (parsed.problem) {
    return "problem: " + parsed.problem->message;
  }
  const PromptCommand& command = parsed.command;
  std::string text = command.verb == Verb::Nothing  ? "nothing"
                     : command.verb == Verb::Query  ? "query"
                     : command.verb == Verb::Narrow ? "narrow"
                                                    : "";
  for (const CommandEntry& entry : all_prompt_commands()) {
    if (entry.verb == command.verb) {
      text = entry.name;
    }
  }
  for (const FacetLabel& label : command.values) {
    text += " " + to_string(label);
  }
  text += command.facet ? " " + std::string(to_string(*command.facet)) : "";
  text += command.all ? " all" : "";
  text += command.rank > 0 ? " " + std::to_string(command.rank) : "";
  text += command.verb == Verb::Sort ? " " + std::string(to_string(command.order)) : "";
  return text + (command.text.empty() ? "" : " '" + command.text + "'");
}

struct Case {
  const char* line;
  const char* command;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(describe(c.line) == c.command);
  }
}

}  // namespace

TEST_CASE("a line that does not begin with a slash is a query") {
  check_all({
      {"Wagner human rights", "query 'Wagner human rights'"},
      {"  \"a b\" -c\t", "query '\"a b\" -c'"},
      {"quit", "query 'quit'"},
      {"p1", "query 'p1'"},
      {"", "nothing"},
      {" \t ", "nothing"},
  });
}

TEST_CASE("values are chosen by label, or by number and facet") {
  check_all({
      {"/p1", "narrow p1"},
      {"/p1 o12", "narrow p1 o12"},
      {"/1 person", "narrow p1"},
      {"/12 loc", "narrow l12"},
      {"/must p1 p2", "must p1 p2"},
      {"/not s3", "not s3"},
      {"/widen d2", "widen d2"},
  });
}

TEST_CASE("every command is understood, whole and shortened") {
  check_all({
      {"/and gold mine", "and 'gold mine'"},
      {"/a gold", "and 'gold'"},
      {"/widen", "widen"},
      {"/w all", "widen all"},
      {"/w person", "widen person"},
      {"/back", "back"},
      {"/b", "back"},
      {"/f", "forward"},
      {"/sort newest", "sort newest"},
      {"/s old", "sort oldest"},
      {"/n", "next"},
      {"/next", "next"},
      {"/p", "previous"},
      {"/prev", "previous"},
      {"/open 3", "open 3"},
      {"/3", "open 3"},
      {"/similar 3", "similar 3"},
      {"/sim 3", "similar 3"},
      {"/explain", "explain"},
      {"/e 3", "explain 3"},
      {"/facet person", "facet person"},
      {"/fac org  united na", "facet organization 'united na'"},
      {"/command", "command"},
      {"/h", "help"},
      {"/q", "quit"},
  });
}

TEST_CASE("what cannot be obeyed says why") {
  check_all({
      {"/", "problem: a command follows \"/\" directly"},
      {"/ p1", "problem: a command follows \"/\" directly"},
      {"/opne 3", "problem: there is no command /opne"},
      {"/xyzzy", "problem: there is no command /xyzzy"},
      {"/\x1b[31m", "problem: there is no command /\uFFFD[31m"},
      {"/fo 1", "problem: /forward takes nothing after it"},
      {"/so", "problem: the orders are relevance, newest and oldest"},
      {"/open", "problem: /open needs the number of a hit"},
      {"/explain me", "problem: /explain needs the number of a hit"},
      {"/open 0", "problem: /open needs the number of a hit"},
      {"/open -1", "problem: /open needs the number of a hit"},
      {"/open 99999999999999999999999", "problem: /open needs the number of a hit"},
      {"/1 thing", "problem: there is no facet \"thing\""},
      {"/p1 x", "problem: \"x\" is not the label of a value, such as p1"},
      {"/not", "problem: say which value, by its label, such as p1"},
      {"/and", "problem: /and needs words"},
      {"/no p1 gold", "problem: \"gold\" is not the label of a value, such as p1"},
      {"/facet",
       "problem: the facets are person, organization, location, source, date and mentioned"},
      {"/quit now", "problem: /quit takes nothing after it"},
  });
}

TEST_CASE("a command that is not there brings those that are spelt almost so") {
  CHECK(parse_prompt_line("/opne 3").problem->hint ==
        "did you mean /open? /help shows what can be typed");
  CHECK(parse_prompt_line("/nect").problem->hint ==
        "did you mean /next? /help shows what can be typed");
  CHECK(parse_prompt_line("/xyzzy").problem->hint == "/help shows what can be typed");
}

TEST_CASE("no letter and no name calls two commands") {
  for (const CommandEntry& entry : all_prompt_commands()) {
    CAPTURE(entry.name);
    const auto same = [&](const CommandEntry& other) {
      return other.name == entry.name || (entry.letter != 0 && other.letter == entry.letter);
    };
    CHECK(std::ranges::count_if(all_prompt_commands(), same) == 1);
    CHECK((entry.letter == 0 || entry.name.front() == entry.letter));
  }
}

TEST_CASE("the help names every command, and fits a screen of 24 lines and 80 columns") {
  const std::string_view help = prompt_help();
  CHECK(std::ranges::count(help, '\n') <= 22);
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = help.find('\n', at);
    CHECK(display_width(help.substr(at, end - at)) <= 80);
    at = end + 1;
  }
  for (const CommandEntry& entry : all_prompt_commands()) {
    CAPTURE(entry.name);
    CHECK((entry.verb == Verb::Help ||
           help.find("/" + std::string(entry.name)) != std::string_view::npos));
  }
}

}  // namespace dateline
