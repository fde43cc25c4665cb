#include "indexer/entities/article_hints.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

constexpr std::array<std::pair<std::uint32_t, const char*>, hint::count> hint_names = {{
    {hint::written_small, "small"},
    {hint::inside_sentence, "inside"},
    {hint::after_title, "title"},
    {hint::after_first_name, "first-name"},
    {hint::before_organization_word, "organization"},
    {hint::after_place_preposition, "preposition"},
    {hint::before_speech, "speech"},
    {hint::in_sequence, "sequence"},
    {hint::ends_sequence, "ends"},
    {hint::begins_sequence, "begins"},
    {hint::possessive, "possessive"},
    {hint::in_brackets, "brackets"},
    {hint::repeated, "repeated"},
    {hint::alone, "alone"},
}};

/// The hints of the form of a word: "inside alone".
std::string hints(std::string_view text, std::string_view word, std::size_t headline_end = 0) {
  Document& document = read_words(text, headline_end);
  note_hints(document);
  std::string list;
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    if (document.text_of(document.words[i]) != word) {
      continue;
    }
    for (const auto& [bit, name] : hint_names) {
      if ((document.form(i).hints & bit) != 0) {
        list += list.empty() ? "" : " ";
        list += name;
      }
    }
    return list;
  }
  return "no such word";
}

TEST_CASE("the places of a word hint at what it is") {
  struct Case {
    std::string text;
    std::string word;
    std::string hints;
  };
  for (const Case& c : {
           Case{"Then Zelkor left", "Zelkor", "inside sequence ends"},
           Case{"they saw Zelkor there", "Zelkor", "inside alone"},
           Case{"Zelkor left", "Zelkor", "alone"},
           Case{"he said: “Zelkor left”", "Zelkor", "alone"},
           Case{"they saw President Zelkor there", "Zelkor", "inside title sequence ends"},
           Case{"they saw Sergei Zelkor there", "Zelkor", "inside first-name sequence ends"},
           Case{"they saw Sergei Zelkor there", "Sergei", "inside sequence begins"},
           Case{"they joined Zelkor Ltd there", "Zelkor", "inside organization sequence begins"},
           Case{"they stayed in Zelkor there", "Zelkor", "inside preposition alone"},
           Case{"there, Zelkor said so", "Zelkor", "inside speech alone"},
           Case{"then Zelkor’s men left", "Zelkor", "inside possessive alone"},
           Case{"the men (Zelkor among them)", "Zelkor", "inside brackets alone"},
           Case{"they saw Zk Wq Vx there", "Wq", "inside sequence"},
           Case{"they saw Zk’s Wq there", "Wq", "inside alone"},
           Case{"they saw rice there", "rice", "small"},
       }) {
    CAPTURE(c.text);
    CHECK(hints(c.text, c.word) == c.hints);
  }
}

TEST_CASE("the hints of a word are those of all its places, whatever its case") {
  CHECK(hints("They ate rice. They saw Rice’s men and in RICE", "rice") ==
        "small inside preposition possessive repeated alone");
}

TEST_CASE("headlines hint at nothing") {
  const std::string_view text = "Zelkor Leaves Gao Now\nthey saw Gao";
  CHECK(hints(text, "Zelkor", 22) == "");
  CHECK(hints(text, "Gao", 22) == "inside alone");
}

TEST_CASE("a word is repeated by its second capital outside of headlines") {
  const std::string_view text = "Gao Waits For Rain Now\nthey left Gao, and Kidal, as Gao waits";
  CHECK(hints(text, "Gao", 23) == "inside repeated alone");
  CHECK(hints(text, "Kidal", 23) == "inside alone");
}

}  // namespace
}  // namespace dateline
