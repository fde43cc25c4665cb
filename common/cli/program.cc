// Puts a program together.
#include "common/cli/program.h"

#include <cassert>
#include <utility>

#include "common/cli/help.h"

namespace dateline {

Program::Program(ProgramInfo program_info)
    : info(std::move(program_info)), app(info.text, info.name) {
  app.formatter_fn([this](const CLI::App* shown, const std::string&, CLI::AppFormatMode) {
    return make_help(*this, *shown);
  });
  app.option_defaults()->always_capture_default();
  // The last one counts, so that an alias can be overruled; lists keep all they are given.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_help_flag("-h,--help", "Print this help");
  app.fallthrough();
  app.require_subcommand(0, 1);  // so that a word of a query may be the name of a command
  if (info.takes_archives) {
    add_archives_option(app, shared);
  } else {
    add_archive_option(app, shared);
  }
  add_shared_options(app, shared);
  if (info.reports_json) {
    add_json_option(app, shared);
  }
  add_generate_option(app, shared);
  // Options are obeyed in this order, and what is printed goes where -o says.
  app.set_version_flag("-V,--version", info.name + " " + info.version, "Print the version");
}

CLI::App& add_command(Program& program, const std::string& name, const std::string& summary,
                      std::vector<Example> examples, std::function<ExitCode()> run) {
  assert(!examples.empty());
  CLI::App* app = program.app.add_subcommand(name, summary);
  program.commands.push_back({app, std::move(examples), std::move(run)});
  return *app;
}

CLI::Validator one_of(std::vector<std::string> choices) {
  return CLI::IsMember(std::move(choices));
}

CLI::Option* repeatable(CLI::Option* option) {
  return option->take_all()->allow_extra_args(false);
}

}  // namespace dateline
