// The dictionary from its files.
#include "common/archive/name_dictionary.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

constexpr std::string_view names =
    "person\tAssimi Goïta\n"       // 0
    "person\tASSIMI GOITA\n"       // 1
    "location\tMali\n"             // 2
    "person\tSergei Lavrov\n"      // 3
    "organization\tMali\n"         // 4
    "person\tYekaterina Lavrov\n"  // 5
    "person\tcut sho";

TEST_CASE("names and entities come from their files, a line cut short left out") {
  const test::TempFolder folder;
  const NameDictionary dictionary = NameDictionary::read(
      folder.write("names.tsv", names), folder.write("entities.tsv", "# made by\n1\t0\n"));
  REQUIRE(dictionary.size() == 6);
  CHECK(dictionary.text(0) == "Assimi Goïta");
  CHECK(dictionary.text(5) == "Yekaterina Lavrov");
  CHECK(dictionary.type(2) == NameType::Location);
  CHECK(dictionary.entity(0) == 1);
  CHECK(dictionary.entity(2) == 2);
  CHECK(dictionary.names_of(1) == std::vector<NameId>{1, 0});
  CHECK(dictionary.names_of(3) == std::vector<NameId>{3});
}

TEST_CASE("missing files are an empty dictionary, odd lines are named") {
  const test::TempFolder folder;
  CHECK(NameDictionary::read(folder.path() / "a", folder.path() / "b").size() == 0);
  const auto complaint = [&folder](std::string_view name_lines, std::string_view entity_lines) {
    try {
      NameDictionary::read(folder.write("names.tsv", name_lines),
                           folder.write("entities.tsv", entity_lines));
    } catch (const Error& error) {
      CHECK(error.exit_code() == ExitCode::Damaged);
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(complaint("person\tA\nnothing\n", "").find("line 2 of") != std::string::npos);
  CHECK(complaint("beast\tA\n", "").find("line 1 of") != std::string::npos);
  CHECK(complaint("person\tA\n", "0\t7\n").find("line 1 of") != std::string::npos);
  CHECK(complaint("person\tA\nperson\tB\n", "0\t1\n1\t0\n").find("line 2 of") != std::string::npos);
  CHECK(complaint("person\tA\nperson\tB\n", "0\t1\t0\n").find("line 1 of") != std::string::npos);
  CHECK(complaint("person\tA\n", "x\n").find("line 1 of") != std::string::npos);
}

TEST_CASE("what is written is read again") {
  CHECK(to_line({NameType::Organization, "UN"}) == "organization\tUN\n");
  const std::vector<std::vector<NameId>> groups = {{3, 1}, {7, 8, 9}};
  CHECK(to_text(groups, "why").starts_with("# why\n3\t1\n7\t8\t9\n# xxh3 "));
}

TEST_CASE("a flipped bit among the entities is found") {
  const test::TempFolder folder;
  const auto names = folder.write("names.tsv", "person\tA\nperson\tB\nperson\tC\nperson\tD\n");
  const std::vector<std::vector<NameId>> groups = {{0, 1}};
  const std::string text = to_text(groups, "why");
  for (std::size_t at = text.find("0\t1"); at < text.find("# xxh3"); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string flipped = text;
      flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
      CAPTURE(flipped);
      CHECK_THROWS_AS(NameDictionary::read(names, folder.write("entities.tsv", flipped)), Error);
    }
  }
  CHECK(NameDictionary::read(names, folder.write("entities.tsv", text)).entity(1) == 0);
}

TEST_CASE("packed ids come back, and bytes that are no list are refused") {
  const std::vector<NameId> ids = {0, 1, 127, 128, 300, 4'000'000'000};
  std::vector<NameId> again;
  CHECK(unpack_name_ids(pack_name_ids(ids), again));
  CHECK(again == ids);
  CHECK(pack_name_ids(std::vector<NameId>{5, 6}).size() == 2);
  CHECK(!unpack_name_ids("\x80", again));
  CHECK(!unpack_name_ids("\xFF\xFF\xFF\xFF\x7F\x7F", again));
}

}  // namespace
}  // namespace dateline
