// The shared options, before and after the command.
#include "common/cli/shared_options.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/cli/run_program.h"
#include "tests/common/cli/sample_program.h"

namespace dateline::test {

TEST_CASE("shared options stand before or after the command") {
  const std::vector<std::vector<const char*>> lines = {
      {"dateline-sample", "--archive", "a", "-q", "-o", "f", "--json", "--color", "never", "query",
       "word"},
      {"dateline-sample", "query", "word", "--archive=a", "--quiet", "--output", "f", "--json",
       "--color=never"},
      {"dateline-sample", "-q", "query", "--archive", "a", "word", "--json", "-of", "--color",
       "never"},
  };
  for (const std::vector<const char*>& line : lines) {
    SampleProgram sample;
    CHECK(run_program(sample.program, static_cast<int>(line.size()), line.data()) == 0);
    const SharedOptions& shared = sample.program.shared;
    CHECK(shared.archive == "a");
    CHECK(shared.quiet);
    CHECK(shared.json);
    CHECK(shared.output == "f");
    CHECK(shared.color == ColorChoice::Never);
    CHECK(sample.words == std::vector<std::string>{"word"});
  }
}

TEST_CASE("without options nothing is chosen") {
  SampleProgram sample;
  const std::vector<const char*> line = {"dateline-sample", "query", "word"};
  CHECK(run_program(sample.program, static_cast<int>(line.size()), line.data()) == 0);
  const SharedOptions& shared = sample.program.shared;
  CHECK(shared.archive.empty());
  CHECK_FALSE(shared.quiet);
  CHECK_FALSE(shared.json);
  CHECK(shared.output.empty());
  CHECK(shared.color == ColorChoice::Auto);
}

}  // namespace dateline::test
