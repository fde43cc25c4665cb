// Tests of the field table.
#include "common/field.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace dateline {
namespace {

TEST_CASE("a field is found by its name and its aliases, whatever their case") {
  struct Case {
    const char* name;
    const char* field;  // "" when there is none
  };
  for (const Case& c : std::initializer_list<Case>{{"title", "title"},
                                                   {"TITLE", "title"},
                                                   {"organization", "organization"},
                                                   {"org", "organization"},
                                                   {"Org", "organization"},
                                                   {"place", "location"},
                                                   {"lang", "language"},
                                                   {"date", "date"},
                                                   {"mentioned", "mentioned"},
                                                   {"titles", ""},
                                                   {"tit", ""},
                                                   {"http", ""},
                                                   {"", ""}}) {
    CAPTURE(c.name);
    const Field* const found = find_field(c.name);
    CHECK((found != nullptr ? found->name : "") == c.field);
  }
}

TEST_CASE("every field is found by its own name, and no name means two fields") {
  std::set<std::string_view> names;
  for (const Field& field : all_fields()) {
    CAPTURE(field.name);
    CHECK(find_field(field.name) == &field);
    CHECK(names.insert(field.name).second);
    for (const std::string_view alias : field.aliases) {
      CHECK(find_field(alias) == &field);
      CHECK(names.insert(alias).second);
    }
  }
}

TEST_CASE("every type of name has the field of its own name") {
  for (const NameType type : all_name_types) {
    const Field& field = field_of(type);
    CAPTURE(field.name);
    CHECK(field.name == to_string(type));
    CHECK(field.kind == FieldKind::Name);
    CHECK(field.name_type == type);
  }
}

TEST_CASE("no two fields share a prefix, and every example names its own field") {
  std::set<std::string_view> prefixes = {stem_prefix, id_prefix, origin_prefix, month_prefix};
  for (const Field& field : all_fields()) {
    CAPTURE(field.name);
    if (field.kind != FieldKind::Date) {
      CHECK(prefixes.insert(field.prefix).second);
    }
    const std::string_view example = field.example;
    CHECK(find_field(example.substr(0, example.find(':'))) == &field);
  }
}

}  // namespace
}  // namespace dateline
