#include "searcher/prompt/completion.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/fold.h"

namespace dateline {

namespace {

std::vector<std::string> those_with(const std::vector<std::string>& all, std::string_view typed) {
  std::vector<std::string> found;
  for (const std::string& text : all) {
    if ((" " + fold(text)).find(" " + fold(typed)) != std::string::npos) {
      found.push_back(text);
    }
  }
  return found;
}

CompletionSource sample_source() {
  return {[](NameType type, std::string_view typed) {
            return type == NameType::Person
                       ? those_with({"Assimi Goïta", "Sadio Camara", "Goienga", "Abdoulaye Maïga",
                                     "Evil\x1b[31m Name"},
                                    typed)
                       : those_with({"MINUSMA", "United Nations", "Says \"so\""}, typed);
          },
          [](std::string_view typed) {
            return those_with({"human", "humans", "rights", "period"}, typed);
          },
          [] {
            return std::vector<std::string>{"en", "fr"};
          }};
}

struct Case {
  const char* typed;
  const char* completed;  ///< the line after Tab
  std::vector<std::string> candidates;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.typed);
    const std::string typed = c.typed;
    const Completion completion = complete_line(typed, sample_source());
    CHECK(completion.candidates == c.candidates);
    if (!c.candidates.empty()) {
      CHECK(typed.substr(0, completion.start) + completion.common == c.completed);
    }
  }
}

}  // namespace

TEST_CASE("names are completed after their field, by any of their words, quoted where need be") {
  check_all({
      {"person:assi", "person:\"Assimi Goïta\" ", {"\"Assimi Goïta\" "}},
      {"gold person:goi", "gold person:goi", {"\"Assimi Goïta\" ", "\"Goienga\" "}},
      {"person:\"Assimi G", "person:\"Assimi Goïta\" ", {"\"Assimi Goïta\" "}},
      {"gold -(person:sad", "gold -(person:\"Sadio Camara\" ", {"\"Sadio Camara\" "}},
      {"+org:minu", "+org:MINUSMA ", {"MINUSMA "}},
      {"org:nat", "org:\"United Nations\" ", {"\"United Nations\" "}},
      {"person:nobody", "", {}},
  });
}

TEST_CASE("a name that could command the terminal, or end its quotes, is not offered") {
  check_all({{"person:evil", "", {}}, {"org:says", "", {}}});
}

TEST_CASE("words and fields are completed where they begin") {
  check_all({
      {"per", "per", {"person:", "period"}},
      {"hum", "human", {"human", "humans"}},
      {"gold -righ", "gold -rights", {"rights"}},
      {"\"human rig", "\"human rights", {"rights"}},
      {"title:rig", "title:rights ", {"rights "}},
      {"=hum", "=human", {"human", "humans"}},
      {"lang:", "lang:", {"en ", "fr "}},
      {"language:f", "language:fr ", {"fr "}},
      {"", "", {}},
      {"gold ", "", {}},
      {"foo:bar", "", {}},
  });
}

TEST_CASE("commands and what follows them are completed") {
  check_all({
      {"/wi", "/widen ", {"/widen "}},
      {"/s", "/s", {"/sort ", "/similar "}},
      {"/sort n", "/sort newest", {"newest"}},
      {"/facet lo", "/facet location ", {"location "}},
      {"/widen a", "/widen all", {"all"}},
      {"/and hum", "/and human", {"human", "humans"}},
      {"/a person:assi", "/a person:\"Assimi Goïta\" ", {"\"Assimi Goïta\" "}},
      {"/open ", "", {}},
      {"/xyzzy f", "", {}},
  });
}

TEST_CASE("more candidates than help to choose are left out") {
  CompletionSource source = sample_source();
  source.words = [](std::string_view) { return std::vector<std::string>(1000, "word"); };
  CHECK(complete_line("wo", source).candidates.size() == max_completions);
}

}  // namespace dateline
