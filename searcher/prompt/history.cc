// A text file, a line for a line.
#include "searcher/prompt/history.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemp is POSIX
#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "common/cli/terminal.h"

namespace dateline {

namespace {

constexpr std::size_t max_line_bytes = 1 << 16;  // as long as a query may be

std::filesystem::path folder_from(const char* variable) {
  const char* const value = std::getenv(variable);
  const std::filesystem::path folder(value == nullptr ? "" : value);
  return folder.is_absolute() ? folder : std::filesystem::path{};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return true;
}

/// Replaces a file as a whole, for its owner alone.
void write_privately(const std::filesystem::path& file, std::string_view content) {
  std::string temporary = file.string() + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);  // permissions 0600
  if (descriptor < 0) {
    return;
  }
  const bool written = write_all(descriptor, content);
  if (::close(descriptor) != 0 || !written || rename(temporary.c_str(), file.c_str()) != 0) {
    unlink(temporary.c_str());
  }
}

}  // namespace

std::filesystem::path history_file() {
  std::filesystem::path folder = folder_from("XDG_STATE_HOME");
  if (folder.empty()) {
    folder = folder_from("HOME");
    folder = folder.empty() ? folder : folder / ".local" / "state";
  }
  return folder.empty() ? folder : folder / "dateline" / "history";
}

void remember_line(std::vector<std::string>& lines, std::string_view line) {
  std::string kept = make_printable(line);
  const bool is_blank = kept.find_first_not_of(' ') == std::string::npos;
  if (is_blank || kept.front() == ' ' || kept.size() > max_line_bytes) {
    return;
  }
  std::erase(lines, kept);
  lines.push_back(std::move(kept));
  if (lines.size() > max_history_lines) {
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(max_history_lines));
  }
}

std::vector<std::string> read_history(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  std::error_code problem;
  if (!std::filesystem::is_regular_file(file, problem)) {
    return lines;
  }
  std::ifstream stream(file, std::ios::binary);
  for (std::string line; std::getline(stream, line);) {
    remember_line(lines, line);
  }
  return lines;
}

void add_to_history(const std::filesystem::path& file, std::string_view line) {
  if (file.empty()) {
    return;
  }
  std::error_code problem;
  const mode_t mask = umask(077);
  std::filesystem::create_directories(file.parent_path(), problem);
  umask(mask);
  // A link, as some keep their files, stays one.
  const std::filesystem::path target = std::filesystem::weakly_canonical(file, problem);
  if (problem || (std::filesystem::exists(target, problem) &&
                  !std::filesystem::is_regular_file(target, problem))) {
    return;
  }
  std::vector<std::string> lines = read_history(target);
  remember_line(lines, line);
  std::string content;
  for (const std::string& kept : lines) {
    content += kept + "\n";
  }
  write_privately(target, content);
}

}  // namespace dateline
