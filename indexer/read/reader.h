// Readers: from the bytes of a file to articles, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/read/raw_article.h"

namespace dateline {

/// A file to read, and how its articles are named.
struct SourceFile {
  std::string path;     ///< absolute, in the bytes of the file system; "-" for standard input
  std::string id_base;  ///< path relative to the folder given, without extension, percent-encoded
};

/// Something that could not be read; the rest is.
struct ReadProblem {
  std::string source;   ///< "file" or "file:line", fit to be shown
  std::string message;  ///< one sentence: what is wrong and what to do

  friend bool operator==(const ReadProblem&, const ReadProblem&) = default;
};

using ReadResult = std::variant<RawArticle, ReadProblem>;

/// Hands out the articles of one file in their order. Holds one record at a time.
class ArticleReader {
 public:
  virtual ~ArticleReader() = default;

  /// The next article or problem; empty at the end of the file. Title and text are as they stand
  /// in the file, ids are set; what the record itself does not say is left empty for analysis to
  /// find. An article has a title or text that is not blank.
  virtual std::optional<ReadResult> next() = 0;

  /// Where the last article or problem was read, "file" or "file:line", fit to be shown.
  virtual std::string place() const = 0;

  /// How much of the file has been read, in bytes as it lies on disk; 0 for what is no file.
  virtual std::uint64_t bytes_read() const = 0;
};

enum class InputFormat {
  Text,       ///< one article a file
  JsonLines,  ///< an object a line, one or several objects, or an array of them, however printed
};

/// "text", "jsonl".
std::optional<InputFormat> parse_input_format(std::string_view name);

/// What the name of a file says of its format, compression suffixes aside; empty when nothing.
std::optional<InputFormat> format_of(std::string_view path);

/// No news article is longer; what is, gets a problem of its own and costs no memory.
inline constexpr std::size_t max_article_bytes = std::size_t{64} << 20;

/// Opens a file, gzip- and zstd-compressed ones too whatever their name, or standard input for
/// "-". A file that cannot be opened, is empty or is binary gives a reader of that one problem; one
/// that cannot be read to its end gives its problem after the articles before that place.
/// A record without an id of its own is named `<id_base>:<line>`, and `<id_base>:<line>.2` when it
/// is the second that begins there.
std::unique_ptr<ArticleReader> open_reader(const SourceFile& file, InputFormat format);

}  // namespace dateline
