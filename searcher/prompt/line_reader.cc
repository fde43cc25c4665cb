// The one place that knows readline.
//
// Readline is used by its callback interface: we wait for the keyboard ourselves, so that Ctrl-C
// and a new size of the window are seen at once and dealt with outside of any signal handler.
// Readline's own handlers stay off.
//
// It completes words that it finds by characters that break them; ours depend on quotes and fields.
// So it is told that the whole line is one word, is given whole lines, and shows of them only what
// differs.
#include "searcher/prompt/line_reader.h"

#include <poll.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <unistd.h>

#include <langinfo.h>
#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "searcher/prompt/history.h"

namespace dateline {

namespace {

// What readline's callbacks, which take no argument, work on.
struct ReaderState {
  const CompletionSource* source = nullptr;
  std::optional<TypedLine> typed;
  std::size_t completed_from = 0;  ///< where in the line the candidates on show begin
};

ReaderState& reader_state() {
  static ReaderState state;
  return state;
}

/// As readline wants it: allocated by malloc.
char* copy_for_readline(const std::string& text) {
  char* const copy = strdup(text.c_str());
  if (copy == nullptr) {
    std::abort();  // as readline itself does when there is no memory
  }
  return copy;
}

Completion complete(std::string_view before_cursor) {
  try {
    return complete_line(before_cursor, *reader_state().source);
  } catch (...) {
    // Nothing may fly through readline, which is C. What is wrong with the archive is told when it
    // is searched.
    return {};
  }
}

/// An array of lines: what all have in common, each, and nullptr. Readline frees it.
char** offer_completions(const char* /*word*/, int /*start*/, int end) {
  rl_attempted_completion_over = 1;       // no names of files
  rl_completion_append_character = '\0';  // candidates bring their own space
  const std::string line(rl_line_buffer, static_cast<std::size_t>(end));
  const Completion completion = complete(line);
  if (completion.candidates.empty()) {
    return nullptr;
  }
  reader_state().completed_from = completion.start;
  const std::string before = line.substr(0, completion.start);
  const bool is_only = completion.candidates.size() == 1;
  const std::size_t count = is_only ? 1 : completion.candidates.size() + 1;
  // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): readline frees it
  auto** const lines = static_cast<char**>(std::calloc(count + 1, sizeof(char*)));
  if (lines == nullptr) {
    return nullptr;
  }
  lines[0] = copy_for_readline(before + completion.common);
  for (std::size_t i = 1; i < count; ++i) {
    lines[i] = copy_for_readline(before + completion.candidates[i - 1]);
  }
  return lines;
}

/// Shows the candidates, without the line before them.
void show_completions(char** lines, int count, int /*longest*/) {
  std::vector<char*> shown;
  int longest = 0;
  for (int i = 0; i <= count; ++i) {
    char* const line = lines[i];
    char* const candidate = line + std::min(reader_state().completed_from, std::strlen(line));
    shown.push_back(candidate);
    longest = std::max(longest, static_cast<int>(std::strlen(candidate)));
  }
  rl_crlf();
  rl_display_match_list(shown.data(), count, longest);
  rl_forced_update_display();
}

/// Called by readline with a whole line, or with nullptr at the end of the input.
void take_line(char* line) {
  if (line == nullptr) {
    rl_crlf();
    reader_state().typed = TypedLine{{}, TypedLine::End::Left};
  } else {
    reader_state().typed = TypedLine{line, TypedLine::End::Enter};
    std::free(line);  // NOLINT(cppcoreguidelines-no-malloc): readline's
  }
  // Before the answer is printed, not at the next prompt: it restores the terminal.
  rl_callback_handler_remove();
}

/// Colours stand between the marks by which readline knows that they take no columns.
std::string to_readline(const Line& prompt, bool color) {
  std::string text;
  for (const Piece& piece : prompt) {
    text += piece.text;
  }
  return color ? "\001\033[1m\002" + text + "\001\033[0m\002" : text;
}

/// Our text is UTF-8 whatever the locale; readline shall move over characters, not bytes.
void use_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
  }
}

/// Gives up the line at hand, and leaves it on the screen with a mark behind it.
void end_line(const char* mark) {
  rl_point = rl_end;
  rl_redisplay();
  std::fputs(mark, rl_outstream);
  rl_crlf();
  rl_callback_handler_remove();
}

/// Waits for the keyboard; false when the session is to end.
bool await_key(const sigset_t& mask) {
  for (;;) {
    if (SessionSignals::is_terminated()) {
      return false;
    }
    if (SessionSignals::take_interrupt()) {
      reader_state().typed = TypedLine{{}, TypedLine::End::Interrupted};
      return true;
    }
    if (SessionSignals::take_resize()) {
      rl_resize_terminal();
    }
    pollfd keyboard{STDIN_FILENO, POLLIN, 0};
    if (ppoll(&keyboard, 1, nullptr, &mask) > 0) {
      return true;
    }
    if (errno != EINTR) {
      return false;
    }
  }
}

}  // namespace

LineReader::LineReader(const CompletionSource& source, const std::vector<std::string>& history) {
  use_utf8();
  reader_state().source = &source;
  rl_readline_name = "dateline";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;  // $COLUMNS stays the user's
  rl_attempted_completion_function = offer_completions;
  rl_completion_display_matches_hook = show_completions;
  rl_completer_word_break_characters = "";
  rl_completer_quote_characters = "";
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 0;
  using_history();
  stifle_history(static_cast<int>(max_history_lines));
  for (const std::string& line : history) {
    add_history(line.c_str());
  }
}

LineReader::~LineReader() {
  clear_history();
  reader_state().source = nullptr;
}

TypedLine LineReader::read(const Line& prompt, bool color) {
  const SessionSignals::Held held;
  reader_state().typed.reset();
  rl_callback_handler_install(to_readline(prompt, color).c_str(), take_line);
  while (!reader_state().typed) {
    if (!await_key(held.waiting())) {
      reader_state().typed = TypedLine{{}, TypedLine::End::Left};
    } else if (!reader_state().typed) {
      rl_callback_read_char();
      continue;
    }
    rl_callback_sigcleanup();
    end_line(reader_state().typed->end == TypedLine::End::Interrupted ? "^C" : "");
  }
  return *std::exchange(reader_state().typed, std::nullopt);
}

void LineReader::remember(std::string_view line) {
  std::vector<std::string> lines;
  remember_line(lines, line);
  if (lines.empty()) {
    return;
  }
  using_history();
  for (int i = history_length - 1; i >= 0; --i) {
    const HIST_ENTRY* const entry = history_get(history_base + i);
    if (entry != nullptr && lines.front() == entry->line) {
      free_history_entry(remove_history(i));
    }
  }
  add_history(lines.front().c_str());
}

}  // namespace dateline
