// The lines of sessions, kept from one to the next.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::size_t max_history_lines = 1000;

/// $XDG_STATE_HOME/dateline/history, else ~/.local/state/dateline/history; empty when neither says
/// anything.
std::filesystem::path history_file();

/// Puts a line at the end of `lines`, and takes out where it stood before, and the oldest beyond
/// `max_history_lines`. A line that is blank or begins with a space is not kept.
void remember_line(std::vector<std::string>& lines, std::string_view line);

/// The lines of a history file, the newest last; none when it cannot be read. Bytes that could
/// command a terminal are left out.
std::vector<std::string> read_history(const std::filesystem::path& file);

/// Remembers a line in the file, which no other user may read, together with what other sessions
/// have written there meanwhile. A file that cannot be written stays as it is: a session is worth
/// more than its history. Nothing is done when the path is empty.
void add_to_history(const std::filesystem::path& file, std::string_view line);

}  // namespace dateline
