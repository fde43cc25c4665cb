#include "indexer/entities/key_table.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("a key keeps the number it was given first, however many follow") {
  KeyTable table;
  constexpr std::uint32_t keys = 1000;
  for (std::uint32_t i = 0; i < keys; ++i) {
    CHECK_FALSE(table.find(name_key("w" + std::to_string(i))));
    CHECK(table.find_or_add(name_key("w" + std::to_string(i)), i) == i);
  }
  for (std::uint32_t i = 0; i < keys; ++i) {
    CAPTURE(i);
    CHECK(table.find_or_add(name_key("w" + std::to_string(i)), i + 1) == i);
    CHECK(table.find(name_key("w" + std::to_string(i))) == i);
  }
  CHECK_FALSE(table.find(name_key("other")));
  CHECK_FALSE(KeyTable().find(NameKey{}));
}

}  // namespace
}  // namespace dateline
