// Numbers, strings, positions and term lists to the byte: the rows were read off databases that
// Xapian itself has written.
#include "indexer/glass/packing.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/glass/position_list.h"
#include "indexer/glass/term_list_tag.h"

namespace dateline::glass {
namespace {

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += text.empty() ? "" : " ";
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

TEST_CASE("numbers are packed for any place, for the end of a tag, and for sorting") {
  struct Case {
    std::uint64_t number;
    const char* any;
    const char* last;
    const char* sortable;
  };
  for (const Case& c :
       {Case{0, "00", "", "00 00"}, Case{1, "01", "01", "00 01"}, Case{127, "7f", "7f", "00 7f"},
        Case{128, "80 01", "80", "00 80"}, Case{300, "ac 02", "2c 01", "01 2c"},
        Case{32767, "ff ff 01", "ff 7f", "7f ff"}, Case{32768, "80 80 02", "00 80", "80 80 00"},
        Case{4194303, "ff ff ff 01", "ff ff 3f", "bf ff ff"},
        Case{4194304, "80 80 80 02", "00 00 40", "c0 40 00 00"},
        Case{std::uint64_t{1} << 29, "80 80 80 80 02", "00 00 00 20", "e0 20 00 00 00"},
        Case{4294967295, "ff ff ff ff 0f", "ff ff ff ff", "e0 ff ff ff ff"}}) {
    CAPTURE(c.number);
    std::string any;
    append_uint(any, c.number);
    CHECK(hex(any) == c.any);
    std::string_view rest = any;
    CHECK(take_uint(rest) == c.number);
    CHECK(rest.empty());
    std::string last;
    append_last_uint(last, c.number);
    CHECK(hex(last) == c.last);
    std::string sortable;
    append_sortable_uint(sortable, c.number);
    CHECK(hex(sortable) == c.sortable);
  }
}

TEST_CASE("zero bytes in keys are escaped, so that keys sort as their strings do") {
  std::string key;
  append_sortable_string(key, "cat");
  CHECK(hex(key) == "63 61 74 00");
  key.clear();
  append_last_sortable_string(key, std::string_view("a\0b", 3));
  CHECK(hex(key) == "61 00 ff 62");
}

TEST_CASE("positions are coded by interpolation") {
  struct Case {
    std::vector<std::uint32_t> positions;
    const char* bytes;
  };
  for (const Case& c : {Case{{2}, "02"}, Case{{1, 5}, "05 01"}, Case{{2, 4, 9}, "09 4a 00"},
                        Case{{7, 8, 20, 300}, "ac 02 07 04 00 58 00"}}) {
    std::string tag;
    append_position_list(tag, c.positions);
    CHECK(hex(tag) == c.bytes);
  }
}

TEST_CASE("a term list tells each term by what it does not share with the one before") {
  TermList terms;
  terms.add("dog", 3);
  terms.add("Q1");
  terms.add("catalog", 1);
  terms.add("cat", 2);
  terms.sort();
  std::string tag;
  append_term_list(tag, terms, 6);
  CHECK(hex(tag) == "06 04 02 51 31 00 09 03 63 61 74 0b 04 61 6c 6f 67 20 03 64 6f 67");
  std::string none;
  append_term_list(none, TermList(), 0);
  CHECK(none.empty());
}

TEST_CASE("a slot list counts what lies between") {
  std::string tag;
  append_slot_list(tag, std::vector<std::uint32_t>{0, 3});
  CHECK(hex(tag) == "00 02");
  tag.clear();
  append_slot_list(tag, std::vector<std::uint32_t>{300});
  CHECK(hex(tag) == "ac 02");
}

}  // namespace
}  // namespace dateline::glass
