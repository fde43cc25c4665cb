// The hash table of numbers.
#include "indexer/flat_index.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

TEST_CASE("numbers are found again, also those that share a hash") {
  FlatIndex index;
  const auto find = [&index](std::size_t hash, std::uint32_t wanted) {
    return index.find(hash, [wanted](std::uint32_t number) { return number == wanted; });
  };
  CHECK(!find(1, 0));
  for (std::uint32_t i = 0; i < 1000; ++i) {
    index.add(i % 7, i);
  }
  index.reserve(5000);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    CHECK(find(i % 7, i) == i);
    CHECK(!find(7, i));
  }
  CHECK(!find(3, 1000));
}

}  // namespace
}  // namespace dateline
