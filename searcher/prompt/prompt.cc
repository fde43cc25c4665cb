// Reads, obeys, prints.
#include "searcher/prompt/prompt.h"

#include <unistd.h>

#include <iostream>
#include <string>
#include <utility>

#include "searcher/prompt/archive_words.h"
#include "searcher/prompt/history.h"
#include "searcher/prompt/line_reader.h"
#include "searcher/prompt/pager.h"
#include "searcher/prompt/session.h"
#include "searcher/prompt/signals.h"
#include "searcher/search.h"

namespace dateline {

namespace {

Answer obey(Session& session, LiveArchive& archive, std::string_view line, const Screen& screen) {
  session.set_today(today());
  try {
    return session.obey(archive.reader(), line, screen);
  } catch (const Error& error) {
    return {.problem = PromptProblem{error.what(), error.hint()}};
  }
}

void print(std::ostream& out, const Answer& answer) {
  if (answer.problem) {
    out.flush();  // errors stand where they belong when both go to one place
    std::cerr << make_printable(answer.problem->message) << '\n';
    if (!answer.problem->hint.empty()) {
      std::cerr << "hint: " << make_printable(answer.problem->hint) << '\n';
    }
    std::cerr.flush();
  }
  out << answer.text;
  out.flush();
}

std::size_t count_articles(LiveArchive& archive) {
  SearchRequest request;
  request.facets.clear();
  request.limit = 0;
  request.today = today();
  return search(archive.reader(), request).total;
}

ExitCode run_at_terminal(LiveArchive& archive, const PromptOptions& options, std::ostream& out) {
  Session session(options.request, archive.archives());
  const bool color = use_color(options.color, true);
  if (!options.quiet) {
    out << counted(count_articles(archive), "article")
        << ". Type words to search for; /help shows what else, Ctrl-D leaves.\n";
    out.flush();
  }
  const SessionSignals signals;
  ArchiveWords words(archive);
  const CompletionSource source = words.source();
  const std::filesystem::path kept = history_file();
  LineReader reader(source, read_history(kept));
  while (!SessionSignals::is_terminated()) {
    const TypedLine line = reader.read(session.prompt(terminal_width() / 2), color);
    if (line.end == TypedLine::End::Left) {
      break;
    }
    if (line.end == TypedLine::End::Interrupted) {
      continue;
    }
    reader.remember(line.text);
    add_to_history(kept, line.text);
    Screen screen{{.width = terminal_width(), .color = color}, 0};
    if (options.fits_screen) {
      constexpr std::size_t lines_typed = 2;  // the line before the answer, the prompt after it
      screen.rows = std::max(terminal_height(), lines_typed + 1) - lines_typed;
    }
    Session next = session;
    const Answer answer = obey(next, archive, line.text, screen);
    if (SessionSignals::take_interrupt()) {
      out << "interrupted\n";
      out.flush();
      continue;
    }
    session = std::move(next);
    if (!answer.is_long || !show_in_pager(answer.text)) {
      print(out, answer);
    }
    SessionSignals::take_interrupt();  // it was the pager's
    if (answer.leaves) {
      break;
    }
  }
  out.flush();
  return SessionSignals::is_terminated() ? ExitCode::Interrupted : ExitCode::Success;
}

ExitCode run_lines(LiveArchive& archive, const PromptOptions& options, Output& output) {
  Session session(options.request, archive.archives());
  const Screen screen{
      {.width = terminal_width(), .color = use_color(options.color, output.is_terminal())}, 0};
  bool is_first = true;
  for (std::string line; std::getline(std::cin, line);) {
    const Answer answer = obey(session, archive, line, screen);
    if (!answer.text.empty() && !std::exchange(is_first, false)) {
      output.stream() << '\n';
    }
    print(output.stream(), answer);
    if (answer.leaves) {
      break;
    }
  }
  return ExitCode::Success;
}

}  // namespace

ExitCode run_prompt(LiveArchive& archive, const PromptOptions& options, Output& output) {
  archive.reader();
  if (isatty(STDIN_FILENO) == 1 && output.is_terminal()) {
    return run_at_terminal(archive, options, output.stream());
  }
  return run_lines(archive, options, output);
}

}  // namespace dateline
