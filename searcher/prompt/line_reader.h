// Lines from a person at a terminal, by GNU readline: with editing, history and completion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/prompt/completion.h"
#include "searcher/prompt/signals.h"
#include "searcher/render/layout.h"

namespace dateline {

struct TypedLine {
  enum class End {
    Enter,
    Interrupted,  ///< by Ctrl-C: what was typed is given up
    Left,         ///< by Ctrl-D, or because the terminal has gone
  };

  std::string text;
  End end = End::Enter;
};

/// Readline is one for a process, and so is this. SessionSignals live while lines are read.
class LineReader {
 public:
  /// `history` is what the arrow keys bring back, the newest last. The source outlives the reader;
  /// an Error that it throws makes Tab offer nothing.
  LineReader(const CompletionSource& source, const std::vector<std::string>& history);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// Shows the prompt and reads a line.
  TypedLine read(const Line& prompt, bool color);

  /// Makes a line the newest of the history; where it stood before it is taken out.
  void remember(std::string_view line);
};

}  // namespace dateline
