#include "indexer/entities/name_key.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

TEST_CASE("spellings of one name have one key") {
  struct Case {
    const char* left;
    const char* right;
  };
  for (const Case& c : {Case{"U.N.", "UN"}, Case{"Goïta", "GOITA"}, Case{"al-Qaeda", "Al Qaeda"},
                        Case{"N'Djamena", "N’Djamena"}, Case{"Ngefa-Atondoko", "Ngefa  Atondoko"},
                        Case{"Marks & Spencer", "marks spencer"}}) {
    CAPTURE(c.left);
    CHECK(name_key(c.left) == name_key(c.right));
  }
}

TEST_CASE("different names have different keys") {
  CHECK_FALSE(name_key("Mali") == name_key("Malik"));
  CHECK_FALSE(name_key("New York") == name_key("York New"));
  CHECK_FALSE(name_key("AT&T") == name_key("ATT"));
}

TEST_CASE("keys of words join to the key of the phrase") {
  CHECK(join(join(name_key("Gulf"), name_key("of")), name_key("Aden")) == name_key("gulf of aden"));
  CHECK(join(name_key(""), name_key("Gao")) == name_key("Gao"));
  CHECK(join(name_key("Guinea-Bissau"), name_key("News")) == name_key("Guinea Bissau News"));
}

}  // namespace
}  // namespace dateline
