// Slot values come back as they went in, and lie in order.
#include "common/archive/slot_codec.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

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
TEST_CASE("periods come back as they were packed, and other bytes are refused") {
  const std::vector<Period> periods = {{1000, 0, 0},  {2023, 0, 0},   {2023, 1, 0},
                                       {2023, 1, 27}, {2023, 12, 31}, {2999, 12, 31}};
  const std::string bytes = pack_periods(periods);
  std::vector<Period> read = {{1999, 0, 0}};
  CHECK(unpack_periods(bytes, read));
  CHECK(read == periods);
  CHECK(pack_periods({}).empty());
  CHECK(unpack_periods("", read));
  CHECK(read.empty());
  CHECK(!unpack_periods(bytes.substr(0, bytes.size() - 1) + "\xFF", read));
  CHECK(!unpack_periods(bytes + '\0', read));
  CHECK(!unpack_periods("\x05", read));
}

}  // namespace dateline
