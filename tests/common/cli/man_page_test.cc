// The manual page has everything, and roff has nothing to say against it.
#include "common/cli/man_page.h"

#include <doctest/doctest.h>

#include <string>

#include "common/cli/option_text.h"
#include "common/text/utf8.h"
#include "tests/common/cli/sample_program.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {

namespace {

/// The page as a reader sees it, in one very wide line a paragraph, or nothing without man.
std::string formatted(const std::string& page) {
  const TempFolder folder;
  write_file(folder.path() / "page.1", page);
  return run_shell("MANWIDTH=10000 MAN_KEEP_FORMATTING= LC_ALL=C.UTF-8 man -l " +
                   (folder.path() / "page.1").string() + " | col -b")
      .output;
}

}  // namespace

TEST_CASE("every option, example and section is on the page") {
  const SampleProgram sample;
  const std::string page = make_man_page(sample.program);
  CHECK(page.starts_with(".TH DATELINE\\-SAMPLE 1 "));
  for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXAMPLES",
                              "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"}) {
    CAPTURE(section);
    CHECK(page.find(std::string(".SH ") + section + "\n") != std::string::npos);
  }
  REQUIRE(has_tool("man"));
  const std::string text = formatted(page);
  CAPTURE(text);
  for (const Command& command : sample.program.commands) {
    for (const OptionText& option : describe_options(*command.app)) {
      CHECK(text.find(option_heading(option)) != std::string::npos);
      CHECK(text.find(full_description(option)) != std::string::npos);
    }
    for (const Example& example : command.examples) {
      CHECK(text.find(example.command) != std::string::npos);
      CHECK(text.find(example.what) != std::string::npos);
    }
  }
  for (const OptionText& option : describe_options(sample.program.app)) {
    CHECK(text.find(option_heading(option)) != std::string::npos);
  }
}

TEST_CASE("the page is plain ASCII and roff does not warn of it") {
  SampleProgram sample;
  sample.program.info.text = ".Goïta — \"quoted\" \\n 'apostrophe'";
  const std::string page = make_man_page(sample.program);
  for (const char c : page) {
    REQUIRE(static_cast<unsigned char>(c) < 0x80);
  }
  REQUIRE(has_tool("man"));
  const TempFolder folder;
  const auto file = folder.path() / "page.1";
  write_file(file, page);
  const ShellResult result = run_shell("LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z '" +
                                       file.string() + "' >/dev/null");
  CHECK(result.output.empty());
  CHECK(result.exit_code == 0);
  CHECK(formatted(page).find(".Goïta — \"quoted\" \\n 'apostrophe'") != std::string::npos);
}

}  // namespace dateline::test
