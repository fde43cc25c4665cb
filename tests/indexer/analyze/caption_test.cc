// Tests of captions and photo credits.
#include "indexer/analyze/caption.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string_view>

namespace dateline {
namespace {

struct Case {
  const char* line;
  const char* credit;  // "" when the line has none
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const std::size_t begin = find_photo_credit(c.line);
    CHECK((begin == std::string_view::npos ? "" : std::string_view(c.line).substr(begin)) ==
          c.credit);
  }
}

TEST_CASE("a credit is found at the end of a caption") {
  check_all({
      {"Boats at Mopti. (Jane Doe/AFP via Getty Images)", "(Jane Doe/AFP via Getty Images)"},
      {"Boats at Mopti [Jane Doe/Reuters]", "[Jane Doe/Reuters]"},
      {"Boats at Mopti (Photo by Jane Doe)", "(Photo by Jane Doe)"},
      {"Boats at Mopti (AP Photo/Jane Doe).", "(AP Photo/Jane Doe)."},
      {"Boats at Mopti (file photo).", "(file photo)."},
      {"Boats at Mopti.(Jane Doe)", "(Jane Doe)"},
      {"Boats at Mopti. (Ministry of Fisheries)", "(Ministry of Fisheries)"},
      {"Boats at Mopti. (Jane Doe (Pool)/Getty Images)", "(Jane Doe (Pool)/Getty Images)"},
      {"Boats at Mopti. REUTERS/Jane Doe", "REUTERS/Jane Doe"},
      {"Boats at Mopti. Photograph: Jane Doe/AP", "Photograph: Jane Doe/AP"},
      {"Jane Doe/AFP/Getty Images", "Jane Doe/AFP/Getty Images"},
      {"Photo: Jane Doe", "Photo: Jane Doe"},
  });
}

TEST_CASE("parentheses of ordinary prose are no credit") {
  check_all({
      {"The vote was taken by the African Union (AU).", ""},
      {"He spoke for the Associated Press (AP)", ""},
      {"They met in Paris (France)", ""},
      {"He left. (Nobody saw him go.)", ""},
      {"He left. (But not for long)", ""},
      {"Both were right and/or wrong (either/or)", ""},
      {"The image: a boat under a bridge", ""},
      {"She took a photo by the river and went home to bed", ""},
      {"The photographer works for Getty Images.", ""},
      {"()", ""},
      {"", ""},
  });
}

TEST_CASE("a caption has a credit, says file photo, or names what it was taken from") {
  CHECK(is_caption("Soldiers march in Kati, Mali (file photo)."));
  CHECK(is_caption("FILE PHOTO: Soldiers march in Kati"));
  CHECK(is_caption("FILE - Soldiers march in Kati on Jan. 3"));
  CHECK(is_caption("Screenshot from a state television broadcast."));
  CHECK(is_caption("Image caption Soldiers march in Kati"));
  CHECK(is_caption("Soldiers march in Kati. (Jane Doe/AP)"));
  CHECK_FALSE(is_caption("Soldiers march in Kati"));
  CHECK_FALSE(is_caption("The file was closed on Monday."));
}

}  // namespace
}  // namespace dateline
