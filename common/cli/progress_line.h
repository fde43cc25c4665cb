// One line on a terminal's standard error that tells how far long work is.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace dateline {

/// A line that is written over again and again, ten times a second at most. Shows nothing where
/// standard error is no terminal, or to who wants it quiet.
class ProgressLine {
 public:
  explicit ProgressLine(bool is_quiet);

  /// `make_line` is asked only when a line is shown, for one of at most so many columns.
  void show(const std::function<std::string(std::size_t width)>& make_line);

  /// Takes the line away, before anything else is printed.
  void clear();

 private:
  bool is_shown_;
  bool has_line_ = false;
  std::chrono::steady_clock::time_point last_shown_;
};

}  // namespace dateline
