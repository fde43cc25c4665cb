// What is read back of options.
#include "common/cli/option_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/common/cli/sample_program.h"

namespace dateline::test {

namespace {

OptionText find_option(const CLI::App& app, const std::string& name) {
  for (OptionText& option : describe_options(app)) {
    if (option.names.back() == name) {
      return option;
    }
  }
  FAIL("no option ", name);
  return {};
}

}  // namespace

TEST_CASE("an option is described as it was registered") {
  const SampleProgram sample;
  const CLI::App& query = *sample.program.commands.front().app;

  const OptionText sort = find_option(query, "--sort");
  CHECK(sort.choices == std::vector<std::string>{"relevance", "newest", "oldest"});
  CHECK(option_heading(sort) == "--sort ORDER");
  CHECK(full_description(sort) ==
        "How to order the hits: relevance, newest or oldest (default: relevance)");

  const OptionText person = find_option(query, "--person");
  CHECK(person.repeatable);
  CHECK(full_description(person) ==
        "Only articles that name this person; may be given several times");

  const OptionText text = find_option(query, "TEXT");
  CHECK(text.argument);
  CHECK(argument_usage(text) == "TEXT...");

  const OptionText output = find_option(sample.program.app, "--output");
  CHECK(output.kind == ValueKind::File);
  CHECK(option_heading(output) == "-o, --output FILE");
  CHECK(full_description(output) == output.description);

  CHECK(find_option(sample.program.app, "--archive").kind == ValueKind::Folder);
  CHECK(find_option(sample.program.app, "--quiet").kind == ValueKind::None);
  CHECK(find_option(query, "--strict").default_value.empty());
  CHECK(find_option(query, "--limit").default_value == "10");
}

TEST_CASE("lists read as a sentence") {
  CHECK(enumerate({}, "and").empty());
  CHECK(enumerate({"a"}, "and") == "a");
  CHECK(enumerate({"a", "b"}, "and") == "a and b");
  CHECK(enumerate({"a", "b", "c"}, "or") == "a, b or c");
}

}  // namespace dateline::test
