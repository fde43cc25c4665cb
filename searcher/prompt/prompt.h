// The interactive prompt: a session at a terminal, or of lines from a pipe.
#pragma once

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "searcher/match/request.h"
#include "searcher/prompt/live_archive.h"

namespace dateline {

struct PromptOptions {
  SearchRequest request;    ///< what every search begins with
  bool fits_screen = true;  ///< so many hits as fit; else as many as the request says
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;  ///< no word of welcome
};

/// Reads lines from standard input until it ends, and prints what they ask for. When both are a
/// terminal, with a prompt, line editing and a pager; else plainly, an answer after the other. What
/// is wrong with a line, or with the archive meanwhile, is told on standard error and does not end
/// the session. Throws Error when the archive cannot be read at the start. The caller commits the
/// output.
ExitCode run_prompt(LiveArchive& archive, const PromptOptions& options, Output& output);

}  // namespace dateline
