// What a person sees, compared with golden files.
#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>
#include <string>

#include "common/text/utf8.h"
#include "searcher/render/formats.h"
#include "tests/searcher/render/sample_result.h"
#include "tests/support/golden.h"

namespace dateline::test {

namespace {

struct Case {
  const char* name = nullptr;
  TextStyle style;
};

const std::initializer_list<Case> cases = {
    {"80", {80, false}},
    {"80-color", {80, true}},
    {"200", {200, false}},
    {"200-color", {200, true}},
};

void check_golden(const std::string& name, const std::string& text) {
  golden("render/" + name + ".txt", show_escapes(text));
}

/// The lines of a text, without colours.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
    } else if (text[i] == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += text[i];
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("a result looks good on narrow and wide terminals, with and without colour") {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    check_golden(std::string("result-") + c.name,
                 rendered(sample_result(), OutputFormat::Text, c.style));
  }
}

TEST_CASE("a fallback is announced and warnings point at their place") {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    check_golden(std::string("odd-") + c.name, rendered(odd_result(), OutputFormat::Text, c.style));
  }
}

TEST_CASE("an article is shown with its matches, line by line") {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    check_golden(std::string("article-") + c.name,
                 rendered(sample_article(), OutputFormat::Text, c.style));
  }
}

TEST_CASE("a result without hits says so, and still shows facets with a selection") {
  SearchResult nothing;
  nothing.query = "zebra";
  nothing.understood = "zebra";
  CHECK(rendered(nothing, OutputFormat::Text) == "no articles, all words, 0.000 s\n");
  nothing.facets = {{FacetKind::Person, {{"Ada", 0, true, {}}}, 1}};
  CHECK(rendered(nothing, OutputFormat::Text, {200, false}) ==
        "no articles, all words, 0.000 s\n\nperson  1 value\n* 0  Ada\n");
}

TEST_CASE("no line is wider than the terminal or holds a control character, at any width") {
  for (std::size_t width = 20; width <= 220; ++width) {
    for (const bool color : {false, true}) {
      for (const SearchResult& result : {sample_result(), odd_result()}) {
        for (const std::string& line :
             lines_of(rendered(result, OutputFormat::Text, {width, color}))) {
          CAPTURE(line);
          CHECK(display_width(line) <= width);
          CHECK(line.find_first_of("\x07\x1b\n\t") == std::string::npos);
          CHECK(line.find("\xc2\x9b") == std::string::npos);
          CHECK(line.find("\xe2\x80\xae") == std::string::npos);
          CHECK(is_valid_utf8(line));
          CHECK_FALSE(line.ends_with(' '));
        }
      }
    }
  }
}

TEST_CASE("notices tell what was odd and nothing else") {
  std::ostringstream out;
  render_notices(out, sample_result(), {});
  CHECK(out.str().empty());
  render_notices(out, odd_result(), {});
  CHECK(out.str().starts_with("no article has all words; showing articles with any of them\n"));
  CHECK(out.str().find("\n  d\xc3\xa9mocratie \"never closed AND\n             ^\n") !=
        std::string::npos);
}

TEST_CASE("a caret stands under its place in a query of any length, wherever it points") {
  SearchResult result;
  result.query = std::string(500, 'a') + "! " + std::string(500, 'b');
  for (const std::size_t offset : {std::size_t{0}, std::size_t{500}, std::size_t{5000}}) {
    CAPTURE(offset);
    result.warnings = {{offset, "odd"}};
    std::ostringstream out;
    render_notices(out, result, {40, false});
    const std::vector<std::string> lines = lines_of(out.str());
    REQUIRE(lines.size() == 4);
    CHECK(display_width(lines[1]) <= 40);
    CHECK(display_width(lines[2]) <= 40);
    if (offset == 500) {
      const std::size_t column = display_width(lines[2]) - 1;
      CHECK(display_width(std::string_view(lines[1]).substr(0, lines[1].find('!'))) == column);
    }
  }
}

}  // namespace dateline::test
