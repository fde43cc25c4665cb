// Another program, in a process that ends with this one whatever happens.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline {

struct ProgramStart {
  std::vector<std::string> command;   ///< the program is looked for in $PATH
  std::filesystem::path messages;     ///< a file for what it writes to standard error
  std::filesystem::path output = {};  ///< for what it prints; empty: the same
  int end_signal = SIGTERM;           ///< sent to it when this process ends before it
  std::string user = {};              ///< to run it as; empty: as whoever runs this
  bool has_own_group = false;         ///< a Ctrl-C at the terminal reaches only this process
};

/// Starts a program. Throws Error when no process can be made; a program that cannot be run ends
/// with 127 and a message.
pid_t start_program(const ProgramStart& start);

/// Runs it to its end. Throws Error with the last of its messages when it does not end well.
void run_to_end(const ProgramStart& start);

/// The last lines of a file of messages, on one line; empty when there are none.
std::string last_messages(const std::filesystem::path& messages);

}  // namespace dateline
