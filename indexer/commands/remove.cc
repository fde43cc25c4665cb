// dateline-index remove: removes articles by their ids.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/report.h"
#include "indexer/write/archive_writer.h"

namespace dateline {

namespace {

ExitCode run_remove(const std::vector<std::string>& ids, const Program& program) {
  RemovalReport report;
  ArchiveWriter writer(find_archive(program.shared.archive),
                       {.model = {}, .mode = WriteMode::Extend});
  for (const std::string& id : ids) {
    if (writer.remove(id)) {
      ++report.removed;
    } else {
      report.problems.push_back({id, "no article has this id: look it up with dateline-search"});
    }
  }
  writer.finish();
  for (const ReadProblem& problem : report.problems) {
    std::cerr << program.info.name << ": " << make_printable(problem.source) << ": "
              << problem.message << '\n';
  }
  Output output(program.shared.output);
  if (program.shared.json) {
    render_report_json(output.stream(), report);
  } else if (!program.shared.quiet) {
    render_report(output.stream(), report);
  }
  output.commit();
  return report.removed == 0 ? ExitCode::NothingFound : ExitCode::Success;
}

}  // namespace

void add_remove_command(Program& program) {
  const auto ids = std::make_shared<std::vector<std::string>>();
  CLI::App& app = add_command(program, "remove", "Remove articles from the archive",
                              {{"dateline-index remove march/kidal",
                                "Remove one article; an update of its file adds it "
                                "again"}},
                              [ids, &program] { return run_remove(*ids, program); });
  app.add_option("ID", *ids, "Ids of articles, as dateline-search shows them")
      ->required()
      ->type_name("ID");
}

}  // namespace dateline
