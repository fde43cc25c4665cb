#include "searcher/render/facet_lines.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>

#include "searcher/render/facet_label.h"

namespace dateline {

namespace {

SearchResult sample_facets() {
  Facet person{.kind = FacetKind::Person, .values = {}, .total_values = 36};
  for (const char* name : {"Volker Türk", "Abdoulaye Maïga", "Assimi Goïta"}) {
    person.values.push_back({.value = name, .count = 1000 - person.values.size(), .variants = {}});
  }
  person.values[2].selected = true;
  Facet source{.kind = FacetKind::Source,
               .values = {{.value = "A\x1b[31mB", .count = 2, .variants = {}}},
               .total_values = 1};
  SearchResult result;
  result.facets = {person, Facet{.kind = FacetKind::Date, .values = {}}, source};
  return result;
}

std::string written(std::size_t width, std::size_t lines) {
  std::ostringstream out;
  const TextStyle style{.width = width, .label_facets = true, .facet_lines = lines};
  write_lines(out, labelled_facet_lines(sample_facets(), style), style);
  return out.str();
}

}  // namespace

TEST_CASE("a facet is a line of labelled values, what is selected first") {
  CHECK(written(100, 1) ==
        "person        *p3 Assimi Goïta 998 · p1 Volker Türk 1,000 · p2 Abdoulaye Maïga 999 · 33 "
        "more\n"
        "source        s1 A\uFFFD[31mB 2\n");
}

TEST_CASE("values that do not fit the lines of their facet are counted") {
  CHECK(written(60, 1) ==
        "person        *p3 Assimi Goïta 998 · 35 more\n"
        "source        s1 A\uFFFD[31mB 2\n");
  CHECK(written(50, 2) ==
        "person        *p3 Assimi Goïta 998\n"
        "              p1 Volker Türk 1,000 · 34 more\n"
        "source        s1 A\uFFFD[31mB 2\n");
}

TEST_CASE("the count of the others goes to a line of its own before it is cut") {
  CHECK(written(88, 2) ==
        "person        *p3 Assimi Goïta 998 · p1 Volker Türk 1,000 · p2 Abdoulaye Maïga 999\n"
        "              33 more\n"
        "source        s1 A\uFFFD[31mB 2\n");
}

TEST_CASE("no line of facets is wider than the screen") {
  for (std::size_t width = 20; width < 120; ++width) {
    for (std::size_t lines = 1; lines <= 3; ++lines) {
      CAPTURE(width);
      CAPTURE(lines);
      for (const Line& line : labelled_facet_lines(
               sample_facets(), {.width = width, .label_facets = true, .facet_lines = lines})) {
        CHECK(width_of(line) <= width);
      }
    }
  }
}

TEST_CASE("a label is read as it is written, and nothing else is one") {
  for (const FacetKind facet : all_facets) {
    for (const std::size_t place : std::initializer_list<std::size_t>{1, 12, 1000}) {
      const FacetLabel label{facet, place};
      CHECK(parse_facet_label(to_string(label)) == label);
    }
  }
  for (const char* text :
       {"", "p", "p0", "x1", "p1x", "p-1", "P1", "1", "p99999999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_facet_label(text));
  }
}

}  // namespace dateline
