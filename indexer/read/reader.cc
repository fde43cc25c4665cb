// Opens a file, looks at its first bytes, and chooses the reader.
#include "indexer/read/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/read/byte_input.h"
#include "indexer/read/file_name.h"
#include "indexer/read/json_lines_reader.h"
#include "indexer/read/text_reader.h"

namespace dateline {

namespace {

/// Says why a file could not be read, and ends.
class ProblemReader : public ArticleReader {
 public:
  explicit ProblemReader(ReadProblem problem)
      : place_(problem.source), problem_(std::move(problem)) {}

  std::optional<ReadResult> next() override { return std::exchange(problem_, std::nullopt); }
  std::string place() const override { return place_; }
  std::uint64_t bytes_read() const override { return 0; }

 private:
  std::string place_;
  std::optional<ReadProblem> problem_;
};

bool has_wide_byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array marks = {"\xFF\xFE"sv, "\xFE\xFF"sv, "\0\0\xFE\xFF"sv};
  return std::ranges::any_of(marks,
                             [bytes](std::string_view mark) { return bytes.starts_with(mark); });
}

/// A stray NUL in a text is litter and gets mended; control characters in numbers are no text.
/// Those of terminals (escape, backspace) and of typesetting are found in real texts.
bool is_binary(std::string_view bytes) {
  constexpr std::string_view of_texts = "\t\n\v\f\r\b\x1B";
  constexpr std::size_t bytes_per_control = 32;
  const auto controls = std::ranges::count_if(bytes, [of_texts](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 || byte == 0x7F) && of_texts.find(c) == std::string_view::npos;
  });
  return static_cast<std::size_t>(controls) * bytes_per_control > bytes.size();
}

/// Why a file that begins with these bytes is not to be read; empty when it is.
std::string_view objection(std::string_view bytes, InputFormat format) {
  if (bytes.empty()) {
    return "is empty: write articles into it, or remove it";
  }
  if (has_wide_byte_order_mark(bytes)) {
    return format == InputFormat::Text ? "" : "is JSON in UTF-16 or UTF-32: convert it to UTF-8";
  }
  return is_binary(bytes) ? "is binary, not text: remove it, or save its text as UTF-8" : "";
}

}  // namespace

std::optional<InputFormat> parse_input_format(std::string_view name) {
  if (name == "text") {
    return InputFormat::Text;
  }
  if (name == "jsonl") {
    return InputFormat::JsonLines;
  }
  return std::nullopt;
}

std::optional<InputFormat> format_of(std::string_view path) {
  return split_file_name(path).format;
}

std::unique_ptr<ArticleReader> open_reader(const SourceFile& file, InputFormat format) {
  ByteInput input(file.path);
  const std::string_view first_block = input.peek();
  const std::string_view objected =
      input.failure().empty() ? objection(first_block, format) : input.failure();
  if (!objected.empty()) {
    return std::make_unique<ProblemReader>(
        ReadProblem{shown_path(file.path), std::string(objected)});
  }
  return format == InputFormat::Text ? read_text(file, std::move(input))
                                     : read_json_lines(file, std::move(input));
}

}  // namespace dateline
