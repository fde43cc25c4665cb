// The field table itself.
#include "common/field.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, 1> organization_aliases = {"org"};
constexpr std::array<std::string_view, 1> location_aliases = {"place"};
constexpr std::array<std::string_view, 1> language_aliases = {"lang"};

constexpr std::array fields = {
    Field{"title", {}, "S", FieldKind::Text, {}, "title:\"human rights\""},
    Field{"author", {}, "A", FieldKind::Text, {}, "author:\"Jane Doe\""},
    Field{"person", {}, "XP", FieldKind::Name, NameType::Person, "person:\"Assimi Goïta\""},
    Field{"organization", organization_aliases, "XO", FieldKind::Name, NameType::Organization,
          "org:MINUSMA"},
    Field{"location", location_aliases, "XL", FieldKind::Name, NameType::Location, "place:Mali"},
    Field{"source", {}, "XS", FieldKind::Name, NameType::Source, "source:\"Sahel Courier\""},
    Field{"language", language_aliases, "L", FieldKind::Value, {}, "language:fr"},
    Field{"date", {}, "", FieldKind::Date, {}, "date:2023-01..2023-02"},
    Field{"after", {}, "", FieldKind::Date, {}, "after:2023-01-31"},
    Field{"before", {}, "", FieldKind::Date, {}, "before:2023"},
    Field{"mentioned", {}, "XM", FieldKind::Date, {}, "mentioned:2023-01"},
};

}  // namespace

std::span<const Field> all_fields() {
  return fields;
}

const Field* find_field(std::string_view name) {
  const auto* const found = std::ranges::find_if(fields, [name](const Field& field) {
    return equal_ignoring_case(field.name, name) ||
           std::ranges::any_of(field.aliases, [name](std::string_view alias) {
             return equal_ignoring_case(alias, name);
           });
  });
  return found == fields.end() ? nullptr : found;
}

const Field& field_of(NameType type) {
  return *find_field(to_string(type));
}

std::string month_term(Date date) {
  std::string term = to_string(date, DateUnit::Month);
  term.erase(4, 1);
  return std::string(month_prefix) + term;
}

std::string mentioned_term(const Period& period) {
  std::string term = to_string(period);
  std::erase(term, '-');
  return term.insert(0, find_field("mentioned")->prefix);
}

std::string mentioned_decade_term(int year) {
  std::string term = mentioned_term({.year = year});
  term.pop_back();
  return term;
}

}  // namespace dateline
