// Exit codes and messages, for everything that can come out of a command.
#include "common/cli/run_program.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <initializer_list>
#include <iostream>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#include "common/cli/output.h"
#include "tests/common/cli/sample_program.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {

namespace {

struct Run {
  int exit_code = -1;
  std::string errors;
};

Run run(SampleProgram& sample, std::vector<const char*> words) {
  words.insert(words.begin(), "/usr/bin/dateline-sample");
  const std::ostringstream errors;
  std::streambuf* const before = std::cerr.rdbuf(errors.rdbuf());
  const int exit_code = run_program(sample.program, static_cast<int>(words.size()), words.data());
  std::cerr.rdbuf(before);
  return {exit_code, errors.str()};
}

Run run_action(std::function<ExitCode()> action) {
  SampleProgram sample;
  sample.action = std::move(action);
  return run(sample, {"query", "word"});
}

/// What a run writes with -o.
std::string printed(std::vector<const char*> words) {
  const TempFolder folder;
  const std::string file = (folder.path() / "out").string();
  words.insert(words.end(), {"-o", file.c_str()});
  SampleProgram sample;
  const Run result = run(sample, words);
  CHECK(result.exit_code == 0);
  CHECK(result.errors.empty());
  return read_file(file);
}

}  // namespace

TEST_CASE("wrong usage is told in a sentence, with where to look") {
  struct Case {
    std::vector<const char*> words;
    const char* errors;
  };
  const std::initializer_list<Case> cases = {
      {{},
       "dateline-sample: no command was given\n"
       "hint: the commands are query and update; see dateline-sample --help\n"},
      {{"serch"},
       "dateline-sample: there is no command 'serch'\n"
       "hint: the commands are query and update; see dateline-sample --help\n"},
      {{"--frob"},
       "dateline-sample: there is no option '--frob'\n"
       "hint: write -- before text that begins with a dash; see dateline-sample --help\n"},
      {{"query", "a", "-mali"},
       "dateline-sample: there is no option '-mali'\n"
       "hint: write -- before text that begins with a dash; see dateline-sample query --help\n"},
      {{"query"},
       "dateline-sample: TEXT is required\n"
       "hint: see dateline-sample query --help\n"},
      {{"query", "a", "--limit"},
       "dateline-sample: --limit needs a value\n"
       "hint: see dateline-sample query --help\n"},
      {{"query", "a", "--limit", "x\x1b[2J"},
       "dateline-sample: could not convert: --limit = x\xef\xbf\xbd[2J\n"
       "hint: see dateline-sample query --help\n"},
      {{"query", "a", "--sort", "best"},
       "dateline-sample: --sort: best not in {relevance,newest,oldest}\n"
       "hint: see dateline-sample query --help\n"},
  };
  for (const Case& c : cases) {
    SampleProgram sample;
    sample.action = []() -> ExitCode {
      FAIL("the command ran");
      return ExitCode::Success;
    };
    const Run result = run(sample, c.words);
    CHECK(result.errors == c.errors);
    CHECK(result.exit_code == 2);
  }
}

TEST_CASE("the words of a query reach it as they are") {
  const std::vector<std::vector<const char*>> queries = {
      {"word"},
      {"a", "b"},
      {"[a,b]"},
      {"[2020-01-01 TO 2021]"},
      {"{}"},
      {"++"},
      {"a", "++"},
      {"query"},
      {"show", "update"},
      {"[]"},
      {""},
      {"%%"},
      {"a,b;c"},
      {"\"a phrase\""},
      {"x=y"},
      {"/a/"},
      {"\xff\xfe"},
      {"-5"},
      {"(a OR b)"},
      {"a\\b"},
  };
  for (const std::vector<const char*>& query : queries) {
    CAPTURE(query.front());
    SampleProgram sample;
    std::vector<const char*> words = {"query", "--person", "[Ada]"};
    words.insert(words.end(), query.begin(), query.end());
    CHECK(run(sample, words).exit_code == 0);
    CHECK(sample.words == std::vector<std::string>(query.begin(), query.end()));
    CHECK(sample.persons == std::vector<std::string>{"[Ada]"});
  }
}

TEST_CASE("after -- everything is text") {
  SampleProgram sample;
  CHECK(run(sample, {"query", "--", "-mali", "--limit", "[x]"}).exit_code == 0);
  CHECK(sample.words == std::vector<std::string>{"-mali", "--limit", "[x]"});
}

TEST_CASE("an option that repeats takes one value each time") {
  SampleProgram sample;
  CHECK(run(sample, {"query", "--person", "A", "word", "--person", "B"}).exit_code == 0);
  CHECK(sample.persons == std::vector<std::string>{"A", "B"});
  CHECK(sample.words == std::vector<std::string>{"word"});
}

TEST_CASE("of an option with one value the last one counts") {
  SampleProgram sample;
  CHECK(run(sample, {"query", "a", "--limit", "5", "b", "--limit=6"}).exit_code == 0);
  CHECK(sample.limit == 6);
  CHECK(sample.words == std::vector<std::string>{"a", "b"});
}

TEST_CASE("the exit code is what the command returned or what was thrown") {
  struct Case {
    std::function<ExitCode()> action;
    int exit_code;
    const char* errors;
  };
  const std::initializer_list<Case> cases = {
      {[] { return ExitCode::Success; }, 0, ""},
      {[] { return ExitCode::NothingFound; }, 1, ""},
      {[] { return ExitCode::Interrupted; }, 130, ""},
      {[]() -> ExitCode { throw ClosedPipe{}; }, 0, ""},
      {[]() -> ExitCode { throw Error("it failed", "do this"); }, 2,
       "dateline-sample: it failed\nhint: do this\n"},
      {[]() -> ExitCode { throw Error("locked\nby \x1b", {}, ExitCode::Locked); }, 3,
       "dateline-sample: locked by \xef\xbf\xbd\n"},
      {[]() -> ExitCode { throw std::bad_alloc(); }, 2,
       "dateline-sample: not enough memory\nhint: close other programs, or ask for less at a "
       "time\n"},
      {[]() -> ExitCode { throw std::runtime_error("odd"); }, 2, "dateline-sample: odd\n"},
  };
  for (const Case& c : cases) {
    const Run result = run_action(c.action);
    CHECK(result.exit_code == c.exit_code);
    CHECK(result.errors == c.errors);
  }
}

TEST_CASE("exceptions of the database end in an exit code and a hint") {
  const auto code = [](auto error) {
    const Run result = run_action([&]() -> ExitCode { throw error; });
    CHECK(result.errors.find("the archive failed: ") != std::string::npos);
    CHECK(result.errors.find("\nhint: ") != std::string::npos);
    return result.exit_code;
  };
  CHECK(code(Xapian::DatabaseLockError("held")) == 3);
  CHECK(code(Xapian::DatabaseVersionError("old")) == 4);
  CHECK(code(Xapian::DatabaseCorruptError("bad")) == 5);
  CHECK(code(Xapian::DatabaseModifiedError("late")) == 2);
}

TEST_CASE("help and version are results: they go to the output, and are success") {
  CHECK(printed({"--version"}) == "dateline-sample 1.2.3\n");
  CHECK(printed({"query", "-V"}) == "dateline-sample 1.2.3\n");
  CHECK(printed({"--help"}).starts_with("Usage: dateline-sample COMMAND"));
  CHECK(printed({"query", "-h"}).starts_with("Usage: dateline-sample query [OPTION]... TEXT..."));
  CHECK(printed({"-h", "query"}).starts_with("Usage: dateline-sample query"));
}

TEST_CASE("pages and scripts are generated, whatever else the line lacks") {
  CHECK(printed({"--generate", "man"}).starts_with(".TH "));
  CHECK(printed({"query", "--generate", "man"}).starts_with(".TH "));
  CHECK(printed({"--generate", "complete-bash"}).starts_with("# bash"));
  CHECK(printed({"--generate=complete-zsh"}).starts_with("#compdef"));
  CHECK(printed({"--generate=complete-fish"}).starts_with("# fish"));
}

TEST_CASE("a full disk is an error and a closed pipe is none") {
  SampleProgram sample;
  const Run full = run(sample, {"--help", "-o", "/dev/full"});
  CHECK(full.exit_code == 2);
  CHECK(full.errors.starts_with("dateline-sample: cannot write /dev/full: "));

  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  close(ends[0]);

  const int saved = dup(STDOUT_FILENO);
  dup2(ends[1], STDOUT_FILENO);
  SampleProgram other;
  const Run closed = run(other, {"--help"});
  dup2(saved, STDOUT_FILENO);
  close(saved);
  close(ends[1]);
  CHECK(closed.exit_code == 0);
  CHECK(closed.errors.empty());
}

}  // namespace dateline::test
