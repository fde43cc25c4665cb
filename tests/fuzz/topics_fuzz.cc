// Fuzzes the readers of topics: whatever the bytes, each topic is fit to be asked and printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_set>

#include "common/text/utf8.h"
#include "searcher/evaluate/topics.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check_topics(std::string_view bytes, dateline::TopicsFormat format) {
  using enum dateline::TopicField;
  const dateline::TopicsOptions options{format, {Title, Description, Narrative}};
  const dateline::Topics topics = dateline::read_topics(bytes, "file", options);
  std::unordered_set<std::string_view> ids;
  for (const dateline::Topic& topic : topics.topics) {
    require(ids.insert(topic.id).second);
    require(!topic.id.empty() && topic.id.size() <= dateline::max_topic_id_bytes);
    require(dateline::is_valid_utf8(topic.id) && dateline::is_valid_utf8(topic.text));
    require(topic.text.find_first_of("\r\n") == std::string::npos);
    require(!dateline::mend_line(topic.text).empty());
    require(topic.line >= 1 && topic.line <= bytes.size());
  }
  for (const dateline::FileProblem& problem : topics.problems.kept) {
    require(problem.line >= 1 && problem.line <= bytes.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::TopicsFormat;
  const std::string bytes(data, data + size);
  for (const TopicsFormat format : {TopicsFormat::Trec, TopicsFormat::Tsv, TopicsFormat::JsonLines,
                                    TopicsFormat::Csv, TopicsFormat::Lines}) {
    check_topics(bytes, format);
  }
  return 0;
}
