// What every reader of topics hands its finds to: it alone decides what is a topic.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/evaluate/topics.h"

namespace dateline {

class TopicCollector {
 public:
  /// Problems are told of a file of this name.
  explicit TopicCollector(std::string_view file_name) : file_name_(file_name) {}

  /// A topic as it stands in the file; becomes a problem when it can be none.
  void add(std::string_view id, std::string_view text, std::size_t line);

  void add_problem(std::size_t line, std::string message);

  /// All there is, problems by line.
  Topics take();

 private:
  std::string file_name_;
  Topics found_;
  std::unordered_map<std::string, std::size_t> line_of_id_;
};

/// Takes the next line off the front of `bytes`, without its line end.
std::string_view take_line(std::string_view& bytes);

/// Whether the first line of a table names its columns: its first cell is one of the names that
/// such a column has.
bool is_id_heading(std::string_view cell);
bool is_text_heading(std::string_view cell);

void read_trec_topics(std::string_view bytes, const std::vector<TopicField>& fields,
                      TopicCollector& found);
void read_csv_topics(std::string_view bytes, TopicCollector& found);
void read_json_topics(std::string_view bytes, TopicCollector& found);

}  // namespace dateline
