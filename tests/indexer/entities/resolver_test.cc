// Which names are one entity, and which of them is shown.
#include "indexer/entities/resolver.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

std::string groups_of(const std::vector<Name>& names, const std::vector<std::uint32_t>& counts) {
  NameDictionary dictionary;
  for (const Name& name : names) {
    dictionary.add(name);
  }
  std::string text;
  for (const auto& group : resolve_names(dictionary, [&](NameId id) { return counts[id]; })) {
    text += text.empty() ? "" : "; ";
    for (const NameId id : group) {
      text += (id == group.front() ? "" : " = ") + std::string(dictionary.text(id));
    }
  }
  return text;
}

TEST_CASE("names of one type that fold alike are one, the most frequent is shown") {
  const std::vector<Name> names = {{NameType::Person, "Assimi Goita"},
                                   {NameType::Person, "ASSIMI GOÏTA"},
                                   {NameType::Person, "Assimi Goïta"},
                                   {NameType::Location, "Mali"},
                                   {NameType::Organization, "Mali"},
                                   {NameType::Person, "Guillaume Ngefa-Atondoko"},
                                   {NameType::Person, "Guillaume Ngefa Atondoko"}};
  CHECK(groups_of(names, {1, 0, 5, 9, 9, 2, 2}) ==
        "Assimi Goïta = Assimi Goita = ASSIMI GOÏTA; "
        "Guillaume Ngefa Atondoko = Guillaume Ngefa-Atondoko");
}

TEST_CASE("names without letters are never joined") {
  CHECK(groups_of({{NameType::Person, "—"}, {NameType::Person, "…"}}, {1, 1}).empty());
}

}  // namespace
}  // namespace dateline
