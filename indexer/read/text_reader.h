// The article that is a text file, as a whole.
#pragma once

#include <memory>

#include "indexer/read/byte_input.h"
#include "indexer/read/reader.h"

namespace dateline {

/// One article, its text decoded, its title left for analysis to find; or one problem.
std::unique_ptr<ArticleReader> read_text(const SourceFile& file, ByteInput input);

}  // namespace dateline
