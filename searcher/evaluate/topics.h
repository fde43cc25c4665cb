// Topics: the questions that a file holds, in the formats of research and of newsrooms.
// docs/batch.md describes them all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/evaluate/file_problem.h"

namespace dateline {

/// A question to put to an archive, and what it is called.
struct Topic {
  std::string id;        ///< of no other topic of the file; its line where the format has no ids
  std::string text;      ///< valid UTF-8 on one line, with more than white space in it
  std::size_t line = 1;  ///< where it begins in the file
};

enum class TopicsFormat {
  Trec,       ///< SGML: <top>, <num>, <title>, <desc>, <narr>
  Tsv,        ///< id, tab, text
  JsonLines,  ///< an object a line: _id, text
  Csv,        ///< the text is the first column
  Lines,      ///< a text a line
};

/// "trec", "tsv", "jsonl", "csv", "lines".
std::string_view to_string(TopicsFormat format);
std::optional<TopicsFormat> parse_topics_format(std::string_view name);

/// A part of a TREC topic.
enum class TopicField { Title, Description, Narrative };

/// "title", "desc", "narr".
std::string_view to_string(TopicField field);
std::optional<TopicField> parse_topic_field(std::string_view name);

struct TopicsOptions {
  std::optional<TopicsFormat> format;                 ///< empty: recognized
  std::vector<TopicField> fields{TopicField::Title};  ///< what makes the text, in this order
};

struct Topics {
  TopicsFormat format = TopicsFormat::Lines;
  std::vector<Topic> topics;  ///< in the order of the file
  FileProblems problems;      ///< by line
};

/// Longer ids are no ids.
inline constexpr std::size_t max_topic_id_bytes = 256;

/// What the name of a file says of its format, else what most of its first lines look like.
TopicsFormat recognize_topics_format(std::string_view file_name, std::string_view bytes);

/// Reads a file of topics. Never fails: what is broken, badly encoded, empty or there twice is a
/// problem, and the rest is read. A text may be cut where no query is as long.
Topics read_topics(std::string_view bytes, std::string_view file_name,
                   const TopicsOptions& options);

}  // namespace dateline
