// dateline-bench summary: a record that was kept, for people.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/record/read_record.h"
#include "bench/record/render_record.h"
#include "common/cli/output.h"

namespace dateline {

namespace {

ExitCode run_summary(const std::filesystem::path& file, const Program& program) {
  if (program.shared.json) {
    throw Error("the record is JSON already", "leave --json out");
  }
  const KeptRecord kept = read_record(file);
  Output output(program.shared.output);
  render_record(output.stream(), kept.circumstances, kept.record);
  output.commit();
  return ExitCode::Success;
}

}  // namespace

void add_summary_command(Program& program) {
  const auto file = std::make_shared<std::filesystem::path>();
  CLI::App& app =
      add_command(program, "summary", "Print a record that was kept",
                  {{"dateline-bench summary index.json", "As the bench itself would print it"}},
                  [file, &program] { return run_summary(*file, program); });
  app.add_option("RECORD", *file, "A record, made with --json")->required()->type_name("FILE");
}

}  // namespace dateline
