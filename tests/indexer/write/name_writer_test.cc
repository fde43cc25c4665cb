// Names get numbers, and their file is always ahead of the database.
#include "indexer/write/name_writer.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

using Ids = std::vector<NameId>;

const std::vector<Name> first_article = {{NameType::Person, "Assimi Goïta"},
                                         {NameType::Location, "Mali"}};
const std::vector<Name> second_article = {{NameType::Location, "Mali"},
                                          {NameType::Organization, "Mali"}};

TEST_CASE("the same name has the same number, in this run and the next") {
  const test::TempFolder folder;
  const Generation generation{folder.path()};
  {
    NameWriter names(generation);
    CHECK(names.ids_of(first_article) == Ids{0, 1});
    CHECK(names.ids_of(second_article) == Ids{1, 2});
    names.save_names();
  }
  NameWriter again(generation);
  CHECK(again.ids_of(second_article) == Ids{1, 2});
  CHECK(again.dictionary().size() == 3);
}

TEST_CASE("names that were not saved are forgotten, and a line cut short is written over") {
  const test::TempFolder folder;
  const Generation generation{folder.path()};
  {
    NameWriter names(generation);
    names.ids_of(first_article);
    names.save_names();
    names.ids_of(second_article);
  }
  std::ofstream(generation.names(), std::ios::app) << "organization\tcut sho";
  NameWriter names(generation);
  CHECK(names.dictionary().size() == 2);
  CHECK(names.ids_of(second_article) == Ids{1, 2});
  names.save_names();
  const NameDictionary read = NameDictionary::read(generation.names(), generation.entities());
  REQUIRE(read.size() == 3);
  CHECK(read.text(2) == "Mali");
  CHECK(read.type(2) == NameType::Organization);
}

TEST_CASE("names are found by type and text, and entities tell what they were made from") {
  const test::TempFolder folder;
  const Generation generation{folder.path()};
  NameWriter names(generation);
  names.ids_of(first_article);
  names.save_names();
  CHECK(names.find(NameType::Location, "Mali") == 1);
  CHECK(!names.find(NameType::Person, "Mali"));
  CHECK(names.entities_origin().empty());
  names.save_entities(std::vector<Ids>{{1, 0}}, "resolver 2, revision 7");
  CHECK(names.entities_origin() == "resolver 2, revision 7");
  const NameDictionary read = NameDictionary::read(generation.names(), generation.entities());
  CHECK(read.names_of(1) == Ids{1, 0});
}

TEST_CASE("all names go to another generation, with the numbers they have") {
  const test::TempFolder folder;
  const Generation first{folder.path() / "1"};
  const Generation second{folder.path() / "2"};
  std::filesystem::create_directory(first.folder);
  std::filesystem::create_directory(second.folder);
  NameWriter names(first);
  names.ids_of(first_article);
  names.save_names();
  names.ids_of(second_article);
  names.save_to(second);
  names.ids_of(std::vector<Name>{{NameType::Person, "Ada"}});
  names.save_names();
  CHECK(NameWriter(first).dictionary().size() == 2);
  NameWriter moved(second);
  CHECK(moved.dictionary().size() == 4);
  CHECK(moved.ids_of(second_article) == Ids{1, 2});
  CHECK(moved.find(NameType::Person, "Ada") == 3);
}

}  // namespace
}  // namespace dateline
