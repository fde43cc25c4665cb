// Splits, parses, and names each article by its own id or its line.
#include "indexer/read/json_lines_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "indexer/read/file_name.h"
#include "indexer/read/json_article.h"
#include "indexer/read/json_splitter.h"

namespace dateline {

namespace {

class JsonLinesReader : public ArticleReader {
 public:
  JsonLinesReader(SourceFile file, ByteInput input)
      : file_(std::move(file)), splitter_(std::move(input), max_article_bytes) {}

  std::optional<ReadResult> next() override {
    while (splitter_.next(record_)) {
      is_empty_ = false;
      // What a broken record leaves behind on its line is no news.
      const bool is_remainder =
          record_.state == JsonRecord::State::NoObject && record_.line == broken_line_;
      if (!is_remainder) {
        ReadResult result = read_record();
        broken_line_ = std::holds_alternative<ReadProblem>(result) ? record_.line : broken_line_;
        return result;
      }
    }
    if (std::exchange(at_end_, true)) {
      return std::nullopt;
    }
    if (!splitter_.input().failure().empty()) {
      return ReadProblem{shown_path(file_.path), splitter_.input().failure()};
    }
    if (is_empty_) {
      return ReadProblem{shown_path(file_.path),
                         "holds no articles: fill it with JSON objects, or remove it"};
    }
    return std::nullopt;
  }

  std::string place() const override {
    const std::string file = shown_path(file_.path);
    return at_end_ ? file : file + ":" + std::to_string(record_.line);
  }

  std::uint64_t bytes_read() const override { return splitter_.input().bytes_read(); }

 private:
  ReadResult read_record() {
    switch (record_.state) {
      case JsonRecord::State::Complete: return read_complete_record();
      case JsonRecord::State::Broken:
        return problem(
            "record is not JSON (a quotation mark or bracket is missing): "
            "mend or remove it");
      case JsonRecord::State::TooLong:
        return problem("record is longer than 64 MiB: divide or remove it");
      case JsonRecord::State::NoObject: break;
    }
    return problem("line is not a JSON object: mend or remove it");
  }

  ReadResult read_complete_record() {
    constexpr std::size_t usual_bytes = std::size_t{1} << 20;
    ArticleOrMessage result = read_json_article(record_.bytes, parser_);
    if (parser_.capacity() > usual_bytes) {
      parser_ = simdjson::dom::parser();  // it would keep the memory of the largest record
    }
    if (const auto* message = std::get_if<std::string>(&result)) {
      return problem(*message);
    }
    auto& raw = std::get<RawArticle>(result);
    Article& article = raw.article;
    if (article.id.empty()) {
      // With its colon, the place is no other record's own id.
      article.origin = {file_.path, ":" + record_place()};
      article.id = file_.id_base + article.origin.record;
    } else {
      article.origin = {file_.path, article.id};
    }
    return std::move(raw);
  }

  /// "3" for the record on line 3; "3.2" for the second that begins there.
  std::string record_place() const {
    const std::string line = std::to_string(record_.line);
    return record_.number_on_line == 1 ? line : line + "." + std::to_string(record_.number_on_line);
  }

  ReadProblem problem(const std::string& message) const {
    const std::string which =
        record_.number_on_line == 1
            ? std::string{}
            : "number " + std::to_string(record_.number_on_line) + " on this line: ";
    return {place(), which + message};
  }

  SourceFile file_;
  JsonSplitter splitter_;
  JsonRecord record_;
  simdjson::dom::parser parser_;
  std::size_t broken_line_ = 0;  // on which the last record with a problem began
  bool is_empty_ = true;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<ArticleReader> read_json_lines(const SourceFile& file, ByteInput input) {
  return std::make_unique<JsonLinesReader>(file, std::move(input));
}

}  // namespace dateline
