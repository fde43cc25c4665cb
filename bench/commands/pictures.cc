// dateline-bench pictures: records drawn as SVG.
#include <iostream>
#include <memory>
#include <set>

#include "bench/commands/commands.h"
#include "bench/record/pictures.h"

namespace dateline {

namespace {

struct PicturesCommand {
  std::vector<std::filesystem::path> records;
  std::filesystem::path folder = ".";
};

ExitCode run_pictures(const PicturesCommand& command, const Program& program) {
  if (program.shared.json || !program.shared.output.empty()) {
    throw Error("pictures are files of their own, and no record",
                "say in which folder with --folder DIR");
  }
  std::filesystem::create_directories(command.folder);
  std::set<std::string> drawn;
  for (const std::filesystem::path& file : command.records) {
    for (const Picture& picture : pictures_of(read_record(file))) {
      if (!drawn.insert(picture.name).second) {
        throw Error(file.string() + " would take the place of " + picture.name + ".svg",
                    "draw records of one bench into folders of their own");
      }
      std::cout << draw(picture, command.folder).string() << '\n';
    }
  }
  return ExitCode::Success;
}

}  // namespace

void add_pictures_command(Program& program) {
  const auto command = std::make_shared<PicturesCommand>();
  CLI::App& app =
      add_command(program, "pictures", "Draw records as SVG, with gnuplot",
                  {{"dateline-bench pictures growth.json query.json --folder pictures",
                    "Throughput, growth, latencies and peers, as far as the records have them"}},
                  [command, &program] { return run_pictures(*command, program); });
  app.add_option("RECORD", command->records, "Records, made with --json")
      ->required()
      ->type_name("FILE");
  app.add_option("--folder", command->folder, "Write them here")->type_name("DIR");
}

}  // namespace dateline
