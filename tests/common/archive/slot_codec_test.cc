// Slot values come back as they went in, and lie in order.
#include "common/archive/slot_codec.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("days come back and their bytes are in order") {
  const Date day = std::chrono::year{2023} / 2 / 6;
  for (const Date date : {earliest_date, day, latest_date}) {
    CHECK(unpack_date(pack_date(date)) == date);
    CHECK(pack_date(date).size() == 4);
  }
  CHECK(pack_date(earliest_date) < pack_date(day));
  CHECK(pack_date(day) < pack_date(day + std::chrono::days{1}));
  CHECK(pack_date(day) < pack_date(latest_date));
  CHECK(!unpack_date(""));
  CHECK(!unpack_date("\xFF\xFF\xFF\xFF"));
}

TEST_CASE("numbers come back from the front of a string") {
  std::string bytes;
  for (const std::uint64_t number : {0ULL, 127ULL, 128ULL, 16384ULL, 1ULL << 62}) {
    append_number(bytes, number);
  }
  std::string_view rest = bytes;
  for (const std::uint64_t number : {0ULL, 127ULL, 128ULL, 16384ULL, 1ULL << 62}) {
    CHECK(take_number(rest) == number);
  }
  CHECK(rest.empty());
  CHECK(!take_number(rest));
}

}  // namespace
}  // namespace dateline
