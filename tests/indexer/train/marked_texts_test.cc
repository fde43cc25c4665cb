// Texts with the marks inside.
#include <doctest/doctest.h>

#include <string>

#include "indexer/train/gold_text.h"
#include "tests/indexer/train/marked_names.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

TEST_CASE("marks are taken off and kept as names") {
  const test::TempFolder folder;
  const std::string marked =
      "President [P Amina Wekesa] of the [O Union of Teachers]\n"
      "left [L Nairobi] for the [M World Cup].\n";
  const auto texts = read_marked_texts(folder.write("toy.marked", marked));
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].text ==
        "President Amina Wekesa of the Union of Teachers\nleft Nairobi for the World Cup.\n");
  CHECK(with_marks(texts[0]) == marked);
  CHECK(texts[0].headline_end == 0);
  REQUIRE(texts[0].names.size() == 4);
  CHECK(texts[0].names[0] == GoldName{10, 22, 0});
  CHECK(texts[0].names[3].type == 3);
}

TEST_CASE("texts are parted by a line and numbered, and empty ones left out") {
  const test::TempFolder folder;
  const auto texts =
      read_marked_texts(folder.write("toy.marked", "===\n\n[L Gao]\n\nleft\n===\n===\nthen"));
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].id == "toy:1");
  CHECK(with_marks(texts[0]) == "[L Gao]\n\nleft\n");
  CHECK(texts[1].id == "toy:2");
  CHECK(with_marks(texts[1]) == "then\n");
}

TEST_CASE("a bracket that is no mark is an error that names its line") {
  const test::TempFolder folder;
  for (const char* bad :
       {"[X Awa] left", "[Awa] left", "[P Awa", "[P ] left", "[PAwa] left", "["}) {
    CAPTURE(bad);
    const auto file = folder.write("bad.marked", std::string("[P Awa] left\n\n") + bad + "\n");
    CHECK(error_of([&] { read_marked_texts(file); }).find("bad.marked:3:") != std::string::npos);
  }
}

TEST_CASE("marked texts that are not there are an error") {
  const test::TempFolder folder;
  CHECK(error_of([&] { read_marked_texts(folder.path() / "none.marked"); }).find("none.marked") !=
        std::string::npos);
}

}  // namespace
}  // namespace dateline
