// dateline-bench compare: what changed between two records, and what is noise.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/record/comparison.h"

namespace dateline {

namespace {

struct CompareCommand {
  std::filesystem::path before;
  std::filesystem::path after;
};

}  // namespace

void add_compare_command(Program& program) {
  const auto command = std::make_shared<CompareCommand>();
  CLI::App& app = add_command(
      program, "compare", "Compare two records, and tell change from noise",
      {{"dateline-bench compare before.json after.json",
        "Every figure both have, with their ratio; five runs of each can tell"}},
      [command, &program] {
        return report_record(
            program, compare_records(read_record(command->before), read_record(command->after)));
      });
  app.add_option("BEFORE", command->before, "A record, made with --json")
      ->required()
      ->type_name("FILE");
  app.add_option("AFTER", command->after, "Another one of the same bench")
      ->required()
      ->type_name("FILE");
}

}  // namespace dateline
