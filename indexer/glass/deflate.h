// Raw deflate, as the format holds large tags.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "indexer/glass/table_writer.h"

namespace dateline::glass {

/// Compresses the tags of one table, which are alike: their first ones tell how often each byte and
/// each distance comes, and the codes made of that serve for all that follow. For one thread.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(Deflater&&) noexcept;
  Deflater& operator=(Deflater&&) noexcept;

  /// Replaces `tag` by its compressed form when that is smaller, and says which it is now.
  TagForm deflate(std::string& tag);

 private:
  struct Codes;

  std::unique_ptr<Codes> codes_;
  std::string buffer_;
};

}  // namespace dateline::glass
