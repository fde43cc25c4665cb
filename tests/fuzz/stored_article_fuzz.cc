// Bytes that are no stored article are refused; those that are come back the same.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "common/archive/stored_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  dateline::from_stored(bytes);
  dateline::Article article;
  article.id = bytes.substr(0, size / 3);
  article.origin.path = bytes.substr(size / 3, size / 3);
  article.text = bytes.substr(size / 3 * 2);
  if (dateline::from_stored(dateline::to_stored(article)) != article) {
    std::abort();
  }
  return 0;
}
