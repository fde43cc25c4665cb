// Texts by their numbers.
#include "common/text/text_numbers.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("texts are numbered in the order in which they come, however many they are") {
  constexpr std::uint32_t count = 5000;
  TextNumbers numbers;
  for (std::uint32_t i = 0; i < count; ++i) {
    CHECK(numbers.number_of("text " + std::to_string(i)) == i);
  }
  CHECK(numbers.number_of("") == count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string text = "text " + std::to_string(i);
    CHECK(numbers.number_of(text) == i);
    CHECK(numbers.text(i) == text);
  }
  CHECK(numbers.size() == count + 1);
}

}  // namespace
}  // namespace dateline
