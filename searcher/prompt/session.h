// A session: lines in, answers out. It knows no terminal; searcher/prompt/prompt.h has one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/result.h"
#include "searcher/prompt/command.h"
#include "searcher/prompt/state.h"
#include "searcher/render/layout.h"
#include "searcher/render/renderer.h"

namespace dateline {

/// What an answer is laid out for.
struct Screen {
  TextStyle style;
  std::size_t rows = 0;  ///< hits are cut to fit so many; 0: as many as are asked for
};

struct Answer {
  std::string text{};                      ///< whole lines, ready to be printed
  bool is_long = false;                    ///< something to read: for the pager
  bool leaves = false;                     ///< the session is over
  std::optional<PromptProblem> problem{};  ///< why there is no text
};

/// A plain value: a copy is a session that goes another way. An `obey` that throws leaves it as it
/// was.
class Session {
 public:
  /// Begins with these options; `archives` are those that a command line to paste names.
  Session(SearchRequest options, std::vector<NamedArchive> archives);

  /// What "3m.." counts back from, from here on: a session may see midnight.
  void set_today(Date today) { today_ = today; }

  /// Does what a line asks for. Throws Error when the archive cannot be read.
  Answer obey(ArchiveReader& archive, std::string_view line, const Screen& screen);

  /// What to show before the next line: see prompt_text.h.
  Line prompt(std::size_t width) const;

 private:
  /// What was shown last, and may be called by number or label.
  struct View {
    std::size_t total = 0;
    std::size_t offset = 0;
    std::vector<std::string> ids;  ///< of the hits, from `offset` on, with their archives
    std::vector<Facet> facets;
  };

  const PromptState& state() const { return trail_.empty() ? start_ : trail_.current(); }
  const FacetValue* find_value(const FacetLabel& label) const;

  Answer show(ArchiveReader& archive, PromptState state, const Screen& screen, bool is_new);
  std::string show_search(ArchiveReader& archive, const PromptState& state, const Screen& screen);
  std::string show_similar(ArchiveReader& archive, const PromptState& state, const Screen& screen);
  void note_hits(const std::vector<Hit>& hits);
  Answer choose_values(ArchiveReader& archive, const PromptCommand& command, Choice::How how,
                       const Screen& screen);
  Answer widen(ArchiveReader& archive, const PromptCommand& command, const Screen& screen);
  Answer turn_page(ArchiveReader& archive, bool forward, const Screen& screen);
  Answer walk(ArchiveReader& archive, bool forward, const Screen& screen);
  Answer open(ArchiveReader& archive, std::size_t rank, const Screen& screen) const;
  Answer explain_search(ArchiveReader& archive, std::size_t rank, const Screen& screen) const;
  Answer go_to_similar(ArchiveReader& archive, std::size_t rank, const Screen& screen);
  Answer list_facet(ArchiveReader& archive, const PromptCommand& command, const Screen& screen);
  std::optional<std::string> find_id(ArchiveReader& archive, std::size_t rank) const;
  Answer command_line() const;

  Date today_{};
  PromptState start_;
  std::vector<NamedArchive> archives_;
  Trail trail_;
  View view_;
};

}  // namespace dateline
