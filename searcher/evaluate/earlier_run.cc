// Takes topics and articles out of a TREC run or out of JSON lines.
#include "searcher/evaluate/earlier_run.h"

#include <simdjson.h>

#include <sstream>

#include "common/ascii.h"
#include "searcher/evaluate/run.h"
#include "searcher/evaluate/topic_collector.h"

namespace dateline {

namespace {

using simdjson::dom::element;

std::string string_at(const element& object, std::string_view key) {
  std::string_view text;
  return object.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

/// False when the line is not the answer to a topic.
bool add_answer(const element& answer, EarlierRun& run) {
  simdjson::dom::array hits;
  const std::string query = string_at(answer, "query");
  if (query.empty() || answer.at_key("hits").get(hits) != simdjson::SUCCESS) {
    return false;
  }
  auto& articles = run.articles[query];
  for (const element hit : hits) {
    const std::string archive = string_at(hit, "archive");
    articles.insert((archive.empty() ? "" : archive + ":") + string_at(hit, "id"));
  }
  return true;
}

void read_json_lines(std::string_view bytes, const std::string& file_name, EarlierRun& run) {
  simdjson::dom::parser parser;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = take_line(bytes);
    element answer;
    if (!trim(line).empty() &&
        (parser.parse(line.data(), line.size()).get(answer) != simdjson::SUCCESS ||
         !add_answer(answer, run))) {
      add_problem(run.problems, {file_name, number, "the line is not the answer to a topic"});
    }
  }
}

}  // namespace

EarlierRun read_earlier_run(std::string_view bytes, const std::string& file_name) {
  EarlierRun run;
  run.by_text = trim(bytes).starts_with('{');
  if (run.by_text) {
    read_json_lines(bytes, file_name, run);
    return run;
  }
  std::istringstream lines{std::string(bytes)};
  RunFile file = read_run(lines, file_name);
  run.problems = std::move(file.problems);
  for (auto& [topic, documents] : file.run.topics) {
    auto& articles = run.articles[topic];
    for (auto& document : documents) {
      articles.insert(std::move(document.id));
    }
  }
  return run;
}

}  // namespace dateline
