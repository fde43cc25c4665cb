// Long text through the user's pager.
#pragma once

#include <string_view>

namespace dateline {

/// Shows a text in $PAGER, or in `less -R` when that is not set, as git does, and waits for it to
/// end; an empty $PAGER or "cat" is none. The pager has the terminal and its Ctrl-C to itself.
/// False, with nothing shown, when there is no pager to be run.
bool show_in_pager(std::string_view text);

}  // namespace dateline
