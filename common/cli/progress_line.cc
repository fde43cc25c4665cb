// Writes over the line that is there.
#include "common/cli/progress_line.h"

#include <unistd.h>

#include <iostream>

#include "common/cli/terminal.h"

namespace dateline {

ProgressLine::ProgressLine(bool is_quiet) : is_shown_(!is_quiet && ::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const std::function<std::string(std::size_t width)>& make_line) {
  using Clock = std::chrono::steady_clock;
  constexpr auto pause = std::chrono::milliseconds(100);
  if (!is_shown_ || Clock::now() - last_shown_ < pause) {
    return;
  }
  last_shown_ = Clock::now();
  // One column is left free, so that no terminal wraps the line.
  std::cerr << '\r' << make_line(terminal_width() - 1) << "\x1B[K" << std::flush;
  has_line_ = true;
}

void ProgressLine::clear() {
  if (has_line_) {
    std::cerr << "\r\x1B[K" << std::flush;
  }
  has_line_ = false;
}

}  // namespace dateline
