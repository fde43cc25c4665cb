#include "indexer/entities/label.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/indexer/entities/label_text.h"

namespace dateline {
namespace {

std::string followers(Label label) {
  std::string text;
  for (Label next = 0; next < label_count; ++next) {
    if (label::may_follow(label, next)) {
      text += text.empty() ? "" : " ";
      text += label_text(next);
    }
  }
  return text;
}

TEST_CASE("a name that is begun goes on and ends in its own type") {
  struct Case {
    std::string label;
    std::string followers;
  };
  constexpr const char* fresh = "O B-P U-P B-O U-O B-L U-L B-M";
  constexpr const char* fresh_or_inside = "O B-P U-P B-O U-O B-L U-L B-M I-M";
  std::size_t seen = 0;
  for (const Case& c :
       {Case{"O", fresh}, Case{"B-P", "I-P L-P"}, Case{"I-P", "I-P L-P"}, Case{"L-P", fresh},
        Case{"U-P", fresh}, Case{"B-O", "I-O L-O"}, Case{"I-O", "I-O L-O"}, Case{"L-O", fresh},
        Case{"U-O", fresh}, Case{"B-L", "I-L L-L"}, Case{"I-L", "I-L L-L"}, Case{"L-L", fresh},
        Case{"U-L", fresh}, Case{"B-M", fresh_or_inside}, Case{"I-M", fresh_or_inside}}) {
    CAPTURE(c.label);
    for (Label label = 0; label < label_count; ++label) {
      if (label_text(label) == c.label) {
        ++seen;
        CHECK(followers(label) == c.followers);
      }
    }
  }
  CHECK(seen == label_count);
}

TEST_CASE("every type and part has a label of its own, and the label tells them") {
  using label::Part;
  std::set<Label> labels = {label::outside};
  for (std::size_t type = 0; type < label::typed_names; ++type) {
    for (const Part part : {Part::Begin, Part::Inside, Part::Last, Part::Unit}) {
      const Label label = label::of(type, part);
      CAPTURE(label_text(label));
      labels.insert(label);
      CHECK(label::is_typed(label));
      CHECK(label::type_of(label) == type);
      CHECK(label::part_of(label) == part);
      CHECK(label::is_open(label) == (part == Part::Begin || part == Part::Inside));
    }
  }
  CHECK(labels.size() == 13);
  CHECK(*labels.rbegin() == 12);
}

TEST_CASE("names of other types are begun or gone on with, and never open") {
  using label::Part;
  CHECK(label::of(label::other_name, Part::Unit) == label::other_begin);
  CHECK(label::of(label::other_name, Part::Begin) == label::other_begin);
  CHECK(label::of(label::other_name, Part::Inside) == label::other_inside);
  CHECK(label::of(label::other_name, Part::Last) == label::other_inside);
  for (const Label label : {label::outside, label::other_begin, label::other_inside}) {
    CAPTURE(label_text(label));
    CHECK_FALSE(label::is_typed(label));
    CHECK_FALSE(label::is_open(label));
    CHECK(label::type_of(label) == label::other_name);
  }
}

}  // namespace
}  // namespace dateline
