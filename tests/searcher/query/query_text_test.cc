#include "searcher/query/query_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline {
namespace {

TEST_CASE("a query is mended run by run, each white space to a plain one") {
  CHECK(mend_query("").mended.empty());
  CHECK(mend_query("oil\tprice\n").mended == "oil price ");
  CHECK(mend_query("oil\xC2\xA0price").mended == "oil price");
  CHECK(mend_query("Goi\xC2\xADta").mended == "Goita");
  CHECK(mend_query(std::string_view("a\0b", 3)).mended == "ab");
}

TEST_CASE("mended bytes lead back to those that were typed") {
  SUBCASE("exactly where nothing was changed") {
    const QueryText text = mend_query("oil  price");
    CHECK(text.typed_offset(0) == 0);
    CHECK(text.typed_offset(7) == 7);
  }
  SUBCASE("exactly after a wide space") {
    const QueryText text = mend_query("oil\xE2\x80\x83price");  // an em space
    CHECK(text.mended == "oil price");
    CHECK(text.typed_offset(4) == 6);
    CHECK(text.typed_offset(6) == 8);
  }
  SUBCASE("to the beginning of a run that was changed, and exactly behind it") {
    const QueryText text = mend_query("a b\xFF\xFF*c d");
    CHECK(text.typed_offset(text.mended.find('*')) == 2);
    CHECK(text.typed_offset(text.mended.find('d')) == 8);
  }
  SUBCASE("past a run that mending removed") {
    const QueryText text = mend_query("a \x01 b");
    CHECK(text.typed_offset(text.mended.find('b')) == 4);
  }
}

}  // namespace
}  // namespace dateline
