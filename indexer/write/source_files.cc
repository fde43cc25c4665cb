// The record of files as text.
//
// The first line is `head`. Then comes a line for each file, in order of the paths: path, reading,
// size, mtime_ns, ctime_ns, inode, articles, text_bytes, parted by tabs, path and reading
// percent-encoded. The last line is "# xxh3 " and 16 hexadecimal digits: the digest of all before.
#include "indexer/write/source_files.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

#include "common/archive/layout.h"
#include "common/archive/stored_article.h"

namespace dateline {

namespace {

constexpr std::string_view head = "# dateline files read 1\n";
constexpr std::string_view digest_mark = "# xxh3 ";
constexpr std::size_t digest_digits = 16;
constexpr std::size_t digest_line_bytes = digest_mark.size() + digest_digits + 1;
constexpr std::size_t numbers_bytes = 80;  // what the numbers of a line take at most, nearly always

std::string digest_line(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string line(digest_mark);
  std::uint64_t digest = XXH3_64bits(bytes.data(), bytes.size());
  for (std::size_t i = 0; i < digest_digits; ++i) {
    line += digits[digest >> 60U];
    digest <<= 4U;
  }
  return line + "\n";
}

/// The text up to the next mark, which is taken off the front with it.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

template <typename Number>
bool take_field(std::string_view& line, Number& number) {
  const std::string_view field = take_until(line, '\t');
  const char* const end = field.data() + field.size();
  const auto [after, failure] = std::from_chars(field.data(), end, number);
  return failure == std::errc() && after == end;
}

/// A line of the record; path and reading are still encoded.
struct Line {
  std::string_view path;
  std::string_view reading;
  ReadFile read;
};

std::optional<Line> parse_line(std::string_view text) {
  Line line;
  line.path = take_until(text, '\t');
  line.reading = take_until(text, '\t');
  ReadFile& read = line.read;
  const bool is_whole =
      take_field(text, read.state.size) && take_field(text, read.state.mtime_ns) &&
      take_field(text, read.state.ctime_ns) && take_field(text, read.state.inode) &&
      take_field(text, read.articles) && take_field(text, read.text_bytes) && text.empty();
  return is_whole ? std::optional(line) : std::nullopt;
}

void append_path(std::string& text, std::string_view path) {
  const bool is_plain =
      std::ranges::all_of(path, [](char c) { return c > ' ' && c < '\x7F' && c != '%'; });
  if (is_plain) {
    text += path;
  } else {
    text += percent_encode(path, false);
  }
}

template <typename Number>
void append_field(std::string& text, Number number) {
  std::array<char, std::numeric_limits<Number>::digits10 + 3> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text += '\t';
  text.append(digits.data(), end);
}

}  // namespace

SourceFiles SourceFiles::read(const std::filesystem::path& file) {
  const std::string content = read_whole_file(file);
  std::string_view text = content;
  if (text.size() < head.size() + digest_line_bytes || !text.starts_with(head)) {
    return {};
  }
  const std::string_view last_line = text.substr(text.size() - digest_line_bytes);
  text.remove_suffix(digest_line_bytes);
  SourceFiles files;
  if (last_line != digest_line(text) || !files.take_lines(text.substr(head.size()))) {
    return {};
  }
  return files;
}

bool SourceFiles::take_lines(std::string_view lines) {
  const auto count = static_cast<std::size_t>(std::ranges::count(lines, '\n'));
  entries_.reserve(count);
  by_path_.reserve(count);
  paths_.reserve(lines.size() / 2);
  std::string_view last_reading;
  ReadingId id = no_reading;
  while (!lines.empty()) {
    const std::optional<Line> line = parse_line(take_until(lines, '\n'));
    if (!line) {
      return false;
    }
    // Most files are read like the one before.
    if (id == no_reading || line->reading != last_reading) {
      id = id_of(percent_decode(line->reading));
      last_reading = line->reading;
    }
    const bool is_plain = line->path.find('%') == std::string_view::npos;
    put(is_plain ? line->path : percent_decode(line->path), id, line->read);
  }
  paths_.shrink_to_fit();
  is_changed_ = false;
  return true;
}

std::optional<std::uint32_t> SourceFiles::find_entry(std::string_view path) const {
  return by_path_.find(hash_of(path),
                       [&](std::uint32_t number) { return path_of(entries_[number]) == path; });
}

const ReadFile* SourceFiles::find(std::string_view path, std::string_view reading) const {
  const std::optional<std::uint32_t> number = find_entry(path);
  if (!number) {
    return nullptr;
  }
  const Entry& entry = entries_[*number];
  const bool is_known = entry.reading != no_reading && readings_[entry.reading] == reading;
  return is_known ? &entry.read : nullptr;
}

bool SourceFiles::is_untouched(std::string_view path, std::string_view reading,
                               const FileState& now) const {
  const ReadFile* const read = find(path, reading);
  return read != nullptr && read->state == now;
}

void SourceFiles::set(std::string_view path, std::string_view reading, const ReadFile& read,
                      std::int64_t seen_ns) {
  if (is_settled(read.state, seen_ns)) {
    put(path, id_of(reading), read);
  } else {
    forget(path);
  }
}

void SourceFiles::put(std::string_view path, ReadingId reading, const ReadFile& read) {
  std::optional<std::uint32_t> number = find_entry(path);
  if (!number) {
    number = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({{}, paths_.size(), static_cast<std::uint32_t>(path.size())});
    paths_ += path;
    by_path_.add(hash_of(path), *number);
  }
  Entry& entry = entries_[*number];
  if (entry.reading != reading || entry.read != read) {
    known_ += entry.reading == no_reading ? 1 : 0;
    entry.reading = reading;
    entry.read = read;
    is_changed_ = true;
  }
}

void SourceFiles::forget(std::string_view path) {
  const std::optional<std::uint32_t> number = find_entry(path);
  if (number && entries_[*number].reading != no_reading) {
    entries_[*number].reading = no_reading;
    --known_;
    is_changed_ = true;
  }
}

SourceFiles::ReadingId SourceFiles::id_of(std::string_view reading) {
  const auto found = std::ranges::find(readings_, reading);
  const auto id = static_cast<ReadingId>(found - readings_.begin());
  if (found == readings_.end()) {
    readings_.emplace_back(reading);
  }
  return id;
}

std::string SourceFiles::to_text() const {
  std::vector<const Entry*> known;
  known.reserve(known_);
  for (const Entry& entry : entries_) {
    if (entry.reading != no_reading) {
      known.push_back(&entry);
    }
  }
  std::ranges::sort(known, {}, [this](const Entry* entry) { return path_of(*entry); });

  std::vector<std::string> readings;
  for (const std::string& reading : readings_) {
    readings.push_back("\t" + percent_encode(reading, false));
  }
  std::string text(head);
  text.reserve(head.size() + paths_.size() + known_ * numbers_bytes);
  for (const Entry* entry : known) {
    const ReadFile& read = entry->read;
    append_path(text, path_of(*entry));
    text += readings[entry->reading];
    append_field(text, read.state.size);
    append_field(text, read.state.mtime_ns);
    append_field(text, read.state.ctime_ns);
    append_field(text, read.state.inode);
    append_field(text, read.articles);
    append_field(text, read.text_bytes);
    text += '\n';
  }
  text += digest_line(text);
  return text;
}

void SourceFiles::write(const std::filesystem::path& file) {
  write_file_atomically(file, to_text());
  is_changed_ = false;
}

}  // namespace dateline
