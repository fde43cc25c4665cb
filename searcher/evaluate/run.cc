#include "searcher/evaluate/run.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "searcher/evaluate/field_lines.h"
#include "searcher/evaluate/unique_documents.h"

namespace dateline {

namespace {

constexpr std::size_t columns = 6;

/// Any number a double can hold, and infinity; what is no number cannot be ranked.
std::optional<double> parse_score(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  double score = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, score);
  if (error != std::errc{} || rest != end || std::isnan(score)) {
    return std::nullopt;
  }
  return score;
}

using LinedTopics = std::map<std::string, std::vector<Lined<RetrievedDocument>>, std::less<>>;

/// What is wrong with the line, if anything; else it is added.
std::optional<std::string> add_line(const std::vector<std::string_view>& fields, std::size_t line,
                                    LinedTopics& topics) {
  if (fields.size() < columns) {
    return std::to_string(fields.size()) +
           " fields where \"topic Q0 document rank score tag\" has 6";
  }
  const std::optional<double> score = parse_score(fields[4]);
  if (!score) {
    return "the score \"" + std::string(fields[4]) + "\" is no number";
  }
  auto topic = topics.find(fields[0]);
  if (topic == topics.end()) {
    topic = topics.emplace(fields[0], std::vector<Lined<RetrievedDocument>>{}).first;
  }
  topic->second.push_back({{std::string(fields[2]), *score}, line});
  return std::nullopt;
}

}  // namespace

RunFile read_run(std::istream& in, const std::string& name) {
  RunFile file;
  file.run.name = name;
  LinedTopics topics;
  for (FieldLines lines(in); lines.next();) {
    if (std::optional<std::string> wrong = add_line(lines.fields(), lines.line(), topics)) {
      add_problem(file.problems, {name, lines.line(), std::move(*wrong)});
    } else {
      file.run.tag = lines.fields()[5];
    }
  }
  file.run.topics = keep_unique(std::move(topics), name, file.problems);
  return file;
}

}  // namespace dateline
