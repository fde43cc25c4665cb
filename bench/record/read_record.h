// Records back from their files.
#pragma once

#include <filesystem>

#include "bench/record/record.h"

namespace dateline {

/// A record as a file has it, without the details of the whole.
struct KeptRecord {
  Circumstances circumstances;
  Record record;
};

/// Throws Error when the file cannot be read, is no record, or one of another format.
KeptRecord read_record(const std::filesystem::path& file);

}  // namespace dateline
