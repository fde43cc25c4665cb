// Raw deflate, as the format holds large tags.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/glass/table_writer.h"

struct libdeflate_compressor;

namespace dateline::glass {

/// Compresses tags. For one thread.
class Deflater {
 public:
  /// `level` is libdeflate's, from 1, fast, to 12, small.
  explicit Deflater(int level);

  /// Replaces `tag` by its compressed form when that is smaller, and says which it is now.
  TagForm deflate(std::string& tag);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };

  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

}  // namespace dateline::glass
