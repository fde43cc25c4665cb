// The archives that a command line names.
#include <iostream>

#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"

namespace dateline {

std::vector<NamedArchive> archives_of(const Program& program) {
  const GivenArchives given = find_archives(program.shared.archives);
  for (const std::string& name : given.repeated) {
    if (!program.shared.quiet) {
      std::cerr << program.info.name << ": the archive " << make_printable(name)
                << " is given more than once; it is searched once\n";
    }
  }
  return given.archives;
}

}  // namespace dateline
