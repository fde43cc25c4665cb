// All of the bytes, up to the limit of an article.
#include "indexer/read/text_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/read/file_name.h"

namespace dateline {

namespace {

class TextReader : public ArticleReader {
 public:
  TextReader(SourceFile file, ByteInput input) : file_(std::move(file)), input_(std::move(input)) {}

  std::optional<ReadResult> next() override {
    if (!input_) {
      return std::nullopt;
    }
    ByteInput input = *std::exchange(input_, std::nullopt);
    std::string bytes;
    for (std::string_view block = input.next_block(); !block.empty(); block = input.next_block()) {
      bytes_read_ = input.bytes_read();
      if (bytes.size() + block.size() > max_article_bytes) {
        return problem("is longer than 64 MiB: divide it into a file for each article");
      }
      bytes += block;
    }
    if (!input.failure().empty()) {
      return problem(input.failure());
    }

    RawArticle raw;
    raw.article.id = file_.id_base;
    raw.article.origin.path = file_.path;
    // A byte order mark is a part of what is UTF-8 already; mending drops it.
    raw.text = is_valid_utf8(bytes) ? std::move(bytes) : decode_text(bytes);
    if (is_blank_when_mended(raw.text)) {
      return problem("holds no text: write the article into it, or remove it");
    }
    return raw;
  }

  std::string place() const override { return shown_path(file_.path); }

  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  ReadProblem problem(std::string message) const { return {place(), std::move(message)}; }

  SourceFile file_;
  std::optional<ByteInput> input_;  // empty once it has been read
  std::uint64_t bytes_read_ = 0;
};

}  // namespace

std::unique_ptr<ArticleReader> read_text(const SourceFile& file, ByteInput input) {
  return std::make_unique<TextReader>(file, std::move(input));
}

}  // namespace dateline
