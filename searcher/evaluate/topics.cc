// Recognizes the format of topics, and reads those of a line each.
#include "searcher/evaluate/topics.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "common/text/utf8.h"
#include "searcher/evaluate/topic_collector.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, 5> format_names = {"trec", "tsv", "jsonl", "csv", "lines"};
constexpr std::array<std::string_view, 3> field_names = {"title", "desc", "narr"};

struct Extension {
  std::string_view ending;
  TopicsFormat format;
};

constexpr std::array<Extension, 7> extensions = {{{".tsv", TopicsFormat::Tsv},
                                                  {".csv", TopicsFormat::Csv},
                                                  {".jsonl", TopicsFormat::JsonLines},
                                                  {".ndjson", TopicsFormat::JsonLines},
                                                  {".json", TopicsFormat::JsonLines},
                                                  {".sgml", TopicsFormat::Trec},
                                                  {".trec", TopicsFormat::Trec}}};

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         equal_ignoring_case(text.substr(text.size() - ending.size()), ending);
}

bool begins_topic(std::string_view line) {
  constexpr std::string_view tag = "<top";
  return line.size() >= tag.size() && equal_ignoring_case(line.substr(0, tag.size()), tag);
}

/// What most of the first lines look like, so that a broken one among them decides nothing.
TopicsFormat recognize_content(std::string_view bytes) {
  constexpr std::size_t most_lines = 100;
  std::size_t lines = 0;
  std::size_t with_object = 0;
  std::size_t with_tab = 0;
  while (!bytes.empty() && lines < most_lines) {
    const std::string_view whole = take_line(bytes);
    const std::string_view line = trim(whole);
    if (begins_topic(line)) {
      return TopicsFormat::Trec;
    }
    lines += line.empty() ? 0U : 1U;
    with_object += line.starts_with('{') ? 1U : 0U;
    with_tab += whole.find('\t') != std::string_view::npos ? 1U : 0U;
  }
  if (with_object * 2 > lines) {
    return TopicsFormat::JsonLines;
  }
  return with_tab * 2 > lines ? TopicsFormat::Tsv : TopicsFormat::Lines;
}

/// Whatever follows the first tab is the text.
void read_tsv_topics(std::string_view bytes, TopicCollector& found) {
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = take_line(bytes);
    const std::size_t tab = line.find('\t');
    if (trim(line).empty()) {
      found.add_problem(number, "the line is empty");
    } else if (tab == std::string_view::npos) {
      found.add_problem(number, "there is no tab between the topic's id and its text");
    } else if (number > 1 || !is_id_heading(line.substr(0, tab)) ||
               !is_text_heading(line.substr(tab + 1))) {
      found.add(line.substr(0, tab), line.substr(tab + 1), number);
    }
  }
}

void read_lines(std::string_view bytes, TopicCollector& found) {
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    found.add(std::to_string(number), take_line(bytes), number);
  }
}

void read_as(TopicsFormat format, std::string_view bytes, const std::vector<TopicField>& fields,
             TopicCollector& found) {
  switch (format) {
    case TopicsFormat::Trec: return read_trec_topics(bytes, fields, found);
    case TopicsFormat::Tsv: return read_tsv_topics(bytes, found);
    case TopicsFormat::JsonLines: return read_json_topics(bytes, found);
    case TopicsFormat::Csv: return read_csv_topics(bytes, found);
    case TopicsFormat::Lines: return read_lines(bytes, found);
  }
}

/// The bytes as UTF-8, as far as a byte order mark tells what they are. `decoded` owns what had to
/// be made.
std::string_view without_byte_order_mark(std::string_view bytes, std::string& decoded) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    decoded = decode_text(bytes);
    bytes = decoded;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  return bytes;
}

}  // namespace

std::string_view to_string(TopicsFormat format) {
  return format_names.at(static_cast<std::size_t>(format));
}

std::optional<TopicsFormat> parse_topics_format(std::string_view name) {
  const auto* const found = std::find(format_names.begin(), format_names.end(), name);
  if (found == format_names.end()) {
    return std::nullopt;
  }
  return static_cast<TopicsFormat>(found - format_names.begin());
}

std::string_view to_string(TopicField field) {
  return field_names.at(static_cast<std::size_t>(field));
}

std::optional<TopicField> parse_topic_field(std::string_view name) {
  const auto* const found = std::find(field_names.begin(), field_names.end(), name);
  if (found == field_names.end()) {
    return std::nullopt;
  }
  return static_cast<TopicField>(found - field_names.begin());
}

TopicsFormat recognize_topics_format(std::string_view file_name, std::string_view bytes) {
  for (const Extension& extension : extensions) {
    if (ends_with_ignoring_case(file_name, extension.ending)) {
      return extension.format;
    }
  }
  return recognize_content(bytes);
}

Topics read_topics(std::string_view bytes, std::string_view file_name,
                   const TopicsOptions& options) {
  std::string decoded;
  bytes = without_byte_order_mark(bytes, decoded);
  const TopicsFormat format =
      options.format ? *options.format : recognize_topics_format(file_name, bytes);
  TopicCollector found(file_name);
  read_as(format, bytes, options.fields, found);
  Topics topics = found.take();
  topics.format = format;
  return topics;
}

}  // namespace dateline
