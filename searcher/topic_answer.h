// One topic of a batch: its search, and the bytes that are written of the answer.
#pragma once

#include <string>
#include <vector>

#include "searcher/batch.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

struct TopicAnswer {
  std::string bytes;
  std::vector<std::string> notices;  ///< what was odd and is not told in the bytes
};

/// What the archive answers to a topic, in the format of the options.
TopicAnswer answer_topic(ArchiveReader& archive, const Topic& topic, const BatchOptions& options);

}  // namespace dateline
