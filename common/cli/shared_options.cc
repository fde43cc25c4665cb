// Registers the shared options.
#include "common/cli/shared_options.h"

#include <CLI/CLI.hpp>
#include <map>

#include "common/cli/program.h"

namespace dateline {

namespace {

const std::map<std::string, ColorChoice>& color_choices() {
  static const std::map<std::string, ColorChoice> choices = {
      {"always", ColorChoice::Always}, {"auto", ColorChoice::Auto}, {"never", ColorChoice::Never}};
  return choices;
}

}  // namespace

void add_archive_option(CLI::App& app, SharedOptions& options) {
  app.add_option("--archive", options.archive,
                 "The archive; else $DATELINE_ARCHIVE, else dateline/archive in $XDG_DATA_HOME or "
                 "~/.local/share")
      ->type_name("DIR")
      ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

void add_archives_option(CLI::App& app, SharedOptions& options) {
  repeatable(app.add_option("--archive", options.archives,
                            "The archive; again: searched with it as one; else $DATELINE_ARCHIVE, "
                            "else dateline/archive in $XDG_DATA_HOME or ~/.local/share"))
      ->type_name("DIR");
}

void add_shared_options(CLI::App& app, SharedOptions& options) {
  app.add_option_function<std::string>(
         "--color",
         [&options](const std::string& name) { options.color = color_choices().at(name); },
         "Colours in the results")
      ->type_name("WHEN")
      ->default_str("auto")
      ->check(one_of({"auto", "always", "never"}));
  app.add_flag("-q,--quiet", options.quiet, "Print nothing but results and errors");
  app.add_option("-o,--output", options.output,
                 "Write the results to this file, which appears when it is whole")
      ->type_name("FILE");
}

void add_json_option(CLI::App& app, SharedOptions& options) {
  app.add_flag("--json", options.json, "Report as JSON (docs/output-formats.md)");
}

void add_generate_option(CLI::App& app, SharedOptions& options) {
  app.add_option("--generate", options.generate,
                 "Print the manual page or a completion script, and do nothing else")
      ->type_name("WHAT")
      ->check(one_of({"man", "complete-bash", "complete-zsh", "complete-fish"}));
}

}  // namespace dateline
