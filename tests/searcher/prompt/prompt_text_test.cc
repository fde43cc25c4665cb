#include "searcher/prompt/prompt_text.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {

namespace {

using How = Choice::How;

std::string shown(const PromptState& state, std::size_t total, std::size_t width) {
  std::string text;
  for (const Piece& piece : prompt_text(&state, total, width)) {
    text += piece.text;
  }
  return text;
}

PromptState sample_state() {
  PromptState state = new_search({}, {}, "Wagner human rights");
  choose(state, {How::Either, FacetKind::Person, "Volker Türk"});
  choose(state, {How::Not, FacetKind::Source, "Reuters"});
  choose(state, {How::Either, FacetKind::Person, "Assimi Goïta"});
  choose(state, {How::Words, {}, "gold"});
  sort_by(state, SortOrder::Newest);
  return state;
}

}  // namespace

TEST_CASE("the prompt tells the search, what narrows it, and the total") {
  CHECK(
      shown(sample_state(), 1234, 120) ==
      "Wagner human rights · Volker Türk or Assimi Goïta · not Reuters · gold · newest (1,234)> ");
  CHECK(shown(new_search({}, {}, ""), 7, 80) == "all articles (7)> ");
  CHECK(width_of(prompt_text(nullptr, 0, 40)) == 10);
}

TEST_CASE("a prompt is never wider than it may be, and its longest parts give way first") {
  for (std::size_t width = 10; width < 100; ++width) {
    CAPTURE(width);
    CHECK(width_of(prompt_text(nullptr, 0, width)) <= 10);
    const PromptState state = sample_state();
    CHECK(width_of(prompt_text(&state, 17, width)) <= width);
  }
  CHECK(shown(sample_state(), 17, 60) ==
        "Wagner hu… · Volker Tü… · not Reute… · gold · newest (17)> ");
}

TEST_CASE("no text reaches the prompt with its control characters") {
  PromptState state = new_search({}, {}, "a\x1b[31m\nb");
  choose(state, {How::Either, FacetKind::Person, "c\x9b\x01"});
  const std::string text = shown(state, 1, 80);
  for (const char c : text) {
    CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7f));
  }
}

}  // namespace dateline
