// Checks what readers found.
#include "searcher/evaluate/topic_collector.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/text/utf8.h"
#include "searcher/query/parser.h"

namespace dateline {

namespace {

/// On one line, without white space at its ends; not much longer than the longest text that a
/// query is made of, but longer, so that the query still tells that it was cut.
std::string to_text(std::string_view bytes) {
  constexpr std::size_t longest_character = 4;
  const std::string_view kept = cut_at_character(trim(bytes), max_query_bytes + longest_character);
  std::string text(kept);
  std::ranges::replace_if(text, is_space, ' ');
  return text;
}

template <std::size_t Count>
bool is_one_of(std::string_view cell, const std::array<std::string_view, Count>& names) {
  return std::ranges::any_of(
      names, [&](std::string_view name) { return equal_ignoring_case(trim(cell), name); });
}

}  // namespace

void TopicCollector::add(std::string_view id, std::string_view text, std::size_t line) {
  id = trim(id);
  if (id.empty()) {
    return add_problem(line, "the topic has no id");
  }
  if (id.size() > max_topic_id_bytes) {
    return add_problem(line, "the id of the topic is longer than " +
                                 std::to_string(max_topic_id_bytes) + " bytes");
  }
  if (!is_valid_utf8(id) || !is_valid_utf8(text)) {
    return add_problem(line, "the topic is not UTF-8");
  }
  std::string query = to_text(text);
  if (mend_line(query).empty()) {
    return add_problem(line, "the query is empty");
  }
  const auto [place, is_new] = line_of_id_.try_emplace(std::string(id), line);
  if (!is_new) {
    return add_problem(line, "the topic " + std::string(id) + " stands on line " +
                                 std::to_string(place->second) + " already");
  }
  found_.topics.push_back({std::string(id), std::move(query), line});
}

void TopicCollector::add_problem(std::size_t line, std::string message) {
  dateline::add_problem(found_.problems, {file_name_, line, std::move(message)});
}

Topics TopicCollector::take() {
  std::ranges::stable_sort(found_.problems.kept, {}, &FileProblem::line);
  return std::move(found_);
}

std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

bool is_id_heading(std::string_view cell) {
  return is_one_of(
      cell, std::to_array<std::string_view>({"qid", "query_id", "query-id", "queryid", "topic_id",
                                             "topic-id", "topic", "id", "_id", "number"}));
}

bool is_text_heading(std::string_view cell) {
  return is_one_of(cell, std::to_array<std::string_view>(
                             {"query", "queries", "text", "title", "name", "names", "term", "terms",
                              "topic", "topics", "person", "organization", "organisation",
                              "location", "place", "entity", "keyword", "keywords", "search"}));
}

}  // namespace dateline
