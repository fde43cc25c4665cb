// Topics out of JSON lines, as BEIR has them: an object a line with `_id` and `text`.
#include <simdjson.h>

#include <span>
#include <string>
#include <string_view>

#include "common/ascii.h"
#include "searcher/evaluate/topic_collector.h"

namespace dateline {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// The first of these keys that is a text or a whole number; its view lives as long as the parsed
/// line and `number`.
std::string_view value_of(const object& record, std::initializer_list<std::string_view> keys,
                          std::string& number) {
  for (const std::string_view key : keys) {
    element value;
    std::string_view text;
    if (record.at_key(key).get(value) != simdjson::SUCCESS) {
      continue;
    }
    if (value.get(text) == simdjson::SUCCESS) {
      return text;
    }
    if (value.is_number()) {
      number = simdjson::minify(value);
      return number;
    }
  }
  return {};
}

}  // namespace

void read_json_topics(std::string_view bytes, TopicCollector& found) {
  simdjson::dom::parser parser;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = take_line(bytes);
    object record;
    if (trim(line).empty()) {
      found.add_problem(number, "the line is empty");
    } else if (const auto failure = parser.parse(line.data(), line.size()).get(record)) {
      found.add_problem(number, failure == simdjson::UTF8_ERROR ? "the topic is not UTF-8"
                                                                : "the line is no JSON object");
    } else {
      std::string id;
      std::string text;
      found.add(value_of(record, {"_id", "id", "qid", "query_id"}, id),
                value_of(record, {"text", "query", "title"}, text), number);
    }
  }
}

}  // namespace dateline
