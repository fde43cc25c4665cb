// Completion scripts: correct for their shells, complete, and tried out.
#include "common/cli/completion.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "common/cli/option_text.h"
#include "tests/common/cli/sample_program.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {

namespace {

struct Script {
  const char* shell;
  std::string text;
};

std::vector<Script> all_scripts(const Program& program) {
  return {{"bash", make_bash_completion(program)},
          {"zsh", make_zsh_completion(program)},
          {"fish", make_fish_completion(program)}};
}

/// What bash offers for a command line whose words are given, the last being completed.
std::string complete_in_bash(const std::string& words) {
  const SampleProgram sample;
  const TempFolder folder;
  write_file(folder.path() / "script", make_bash_completion(sample.program));
  std::filesystem::create_directory(folder.path() / "news folder");
  write_file(folder.path() / "note.txt", "");
  write_file(folder.path() / "try",
             "cd '" + folder.path().string() + "'; source ./script; COMP_WORDS=(dateline-sample " +
                 words +
                 "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _dateline_sample; "
                 "printf '%s\\n' \"${COMPREPLY[@]}\" | LC_ALL=C sort | paste -sd'|'\n");
  std::string output = run_shell("bash '" + (folder.path() / "try").string() + "'").output;
  output.erase(output.find_last_not_of('\n') + 1);
  return output;
}

}  // namespace

TEST_CASE("the shells can read their scripts") {
  const SampleProgram sample;
  const TempFolder folder;
  for (const Script& script : all_scripts(sample.program)) {
    CAPTURE(script.shell);
    REQUIRE(has_tool(script.shell));
    write_file(folder.path() / "script", script.text);
    const ShellResult result =
        run_shell(std::string(script.shell) + " -n '" + (folder.path() / "script").string() + "'");
    CHECK(result.output.empty());
    CHECK(result.exit_code == 0);
  }
}

TEST_CASE("every command, option and value to choose from is in every script") {
  const SampleProgram sample;
  std::vector<const CLI::App*> apps = {&sample.program.app};
  for (const Command& command : sample.program.commands) {
    apps.push_back(command.app);
  }
  for (const Script& script : all_scripts(sample.program)) {
    CAPTURE(script.shell);
    for (const CLI::App* app : apps) {
      CHECK(script.text.find(app->get_name()) != std::string::npos);
      for (const OptionText& option : describe_options(*app)) {
        for (std::string name : option.names) {
          if (option.argument) {
            continue;
          }
          if (std::string(script.shell) == "fish") {
            name = name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
          }
          CAPTURE(name);
          CHECK(script.text.find(name) != std::string::npos);
        }
        for (const std::string& choice : option.choices) {
          CHECK(script.text.find(choice) != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("bash completes commands, options, values and files") {
  REQUIRE(has_tool("bash"));
  struct Case {
    const char* words;
    const char* offered;
  };
  const std::initializer_list<Case> cases = {
      {"q", "query"},
      {"query --so", "--sort"},
      {"query --sort ''", "newest|oldest|relevance"},
      {"query --sort n", "newest"},
      {"query --sort = o", "oldest"},
      {"query --sort =", "newest|oldest|relevance"},
      {"query --color a", "always|auto"},
      {"--color n", "never"},
      {"--color never q", "query"},
      {"--archive query u", "update"},
      {"--archive = query u", "update"},
      {"--color = never query --str", "--strict"},
      {"query --limit ''", ""},
      {"query wo", ""},
      {"query --outp", "--output"},
      {"update no", "note.txt"},
      {"update ne", "news folder"},
      {"query -o no", "note.txt"},
      {"query --archive n", "news folder"},
      {"update --sort ''", "news folder|note.txt|script|try"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    std::string offered = complete_in_bash(c.words);
    CHECK(offered == c.offered);
  }
}

TEST_CASE("fish completes commands, options and values") {
  REQUIRE(has_tool("fish"));
  const SampleProgram sample;
  const TempFolder folder;
  const std::string script = (folder.path() / "script").string();
  write_file(script, make_fish_completion(sample.program));
  struct Case {
    const char* line;
    const char* offered;
  };
  const std::initializer_list<Case> cases = {
      {"q", "query\n"},
      {"query --so", "--sort\n"},
      {"query --sort n", "newest\n"},
      {"--color ne", "never\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const ShellResult result = run_shell(
        "HOME='" + folder.path().string() + "' XDG_CONFIG_HOME='" + folder.path().string() +
        "' XDG_DATA_HOME='" + folder.path().string() + "' fish --no-config -c 'source " + script +
        "; complete -C \"dateline-sample " + c.line + R"(" | string replace -r "\t.*" ""')");
    CHECK(result.output == c.offered);
  }
}

}  // namespace dateline::test
