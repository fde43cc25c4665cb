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

TEST_CASE("one archive may be given, or several where a program takes them") {
  SharedOptions one;
  CLI::App writer;
  add_archive_option(writer, one);
  CHECK_THROWS_AS(writer.parse("--archive a --archive b"), CLI::ParseError);

  SharedOptions several;
  CLI::App reader;
  add_archives_option(reader, several);
  reader.add_option("WORD");
  reader.parse("--archive a word --archive=b");
  CHECK(several.archives == std::vector<std::filesystem::path>{"a", "b"});
  CHECK_THROWS_AS(reader.parse("--archive"), CLI::ParseError);
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
