// Articles from JSON: an object a line, several objects, or an array of them.
#pragma once

#include <memory>

#include "indexer/read/byte_input.h"
#include "indexer/read/reader.h"

namespace dateline {

/// Each broken, overlong or empty record is a problem of its own; so is a file without records,
/// and one that cannot be read to its end.
std::unique_ptr<ArticleReader> read_json_lines(const SourceFile& file, ByteInput input);

}  // namespace dateline
