// The one exception of both programs: what happened, what to do about it, and how the program
// exits.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace dateline {

/// How a program ends. The numbers are a promise to scripts.
enum class ExitCode {
  Success = 0,        ///< done, or found
  NothingFound = 1,   ///< a query without hits, an id that is not there
  Failed = 2,         ///< wrong usage, or failed
  Locked = 3,         ///< another writer holds the archive
  OtherVersion = 4,   ///< the archive was written with another schema or analyzer
  Damaged = 5,        ///< the archive is damaged
  Interrupted = 130,  ///< Ctrl-C, or asked to terminate
};

/// Thrown when a command cannot go on. `what()` is one sentence of what happened, without a
/// full stop; `hint()` one of what the user can do, or empty.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = {},
                 ExitCode exit_code = ExitCode::Failed)
      : std::runtime_error(message), hint_(std::move(hint)), exit_code_(exit_code) {}

  const std::string& hint() const { return hint_; }
  ExitCode exit_code() const { return exit_code_; }

 private:
  std::string hint_;
  ExitCode exit_code_;
};

}  // namespace dateline
