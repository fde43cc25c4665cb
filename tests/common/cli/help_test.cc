// The help of a program and its commands.
#include "common/cli/help.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "common/cli/option_text.h"
#include "tests/common/cli/sample_program.h"

namespace dateline::test {

TEST_CASE("the help of a command tells all its options and shows an example") {
  const SampleProgram sample;
  for (const Command& command : sample.program.commands) {
    const std::string help = make_help(sample.program, *command.app);
    CAPTURE(help);
    CHECK(help.starts_with("Usage: dateline-sample " + command.app->get_name()));
    for (const CLI::App* app : {static_cast<const CLI::App*>(command.app),
                                static_cast<const CLI::App*>(&sample.program.app)}) {
      for (const OptionText& option : describe_options(*app)) {
        CHECK(help.find(option_heading(option)) != std::string::npos);
      }
    }
    for (const Example& example : command.examples) {
      CHECK(help.find(example.command) != std::string::npos);
    }
  }
}

TEST_CASE("the help of the program names its commands") {
  const SampleProgram sample;
  const std::string help = make_help(sample.program, sample.program.app);
  CHECK(help.find("\n  query  ") != std::string::npos);
  CHECK(help.find("\n  update  ") != std::string::npos);
  CHECK(help.find("--archive DIR") != std::string::npos);
}

TEST_CASE("help fits a terminal of 80 columns") {
  const SampleProgram sample;
  for (const CLI::App* app : {static_cast<const CLI::App*>(&sample.program.app),
                              static_cast<const CLI::App*>(sample.program.commands[0].app)}) {
    std::istringstream lines(make_help(sample.program, *app));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.size() < 80);
    }
  }
}

}  // namespace dateline::test
