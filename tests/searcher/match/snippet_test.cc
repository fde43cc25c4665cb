#include "searcher/match/snippet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher/match/snippet_oracle.h"

namespace dateline {
namespace {

struct Case {
  std::string text;
  std::initializer_list<std::string_view> patterns;
  std::vector<std::string> snippets;
  SnippetOptions options{};
  std::initializer_list<std::string_view> names{};
};

std::vector<MatchPattern> make_patterns(std::initializer_list<std::string_view> texts,
                                        Stemmer& stemmer) {
  std::vector<MatchPattern> patterns;
  for (const std::string_view text : texts) {
    patterns.push_back(test::read_pattern(text, stemmer));
  }
  return patterns;
}

void check_all(std::initializer_list<Case> cases) {
  Stemmer stemmer("en");
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto patterns = make_patterns(c.patterns, stemmer);
    const auto names = make_patterns(c.names, stemmer);
    const auto snippets =
        make_snippets(c.text, PatternIndex(patterns), PatternIndex(names), stemmer, c.options);
    CHECK(snippets.size() == c.snippets.size());
    for (std::size_t i = 0; i < std::min(snippets.size(), c.snippets.size()); ++i) {
      CHECK(test::to_string(snippets[i]) == c.snippets[i]);
    }
    CHECK(test::find_fault(c.text, patterns, names, stemmer, c.options) == "");
  }
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string repeated;
  for (std::size_t i = 0; i < times; ++i) {
    repeated += text;
  }
  return repeated;
}

TEST_CASE("fragments together are the text") {
  using Spans = std::vector<Span>;
  CHECK(to_fragments("", Spans{}).empty());
  CHECK(to_fragments("oil", Spans{}) == Fragments{{"oil", false}});
  CHECK(to_fragments("oil", Spans{{0, 3}}) == Fragments{{"oil", true}});
  CHECK(to_fragments("an oil price", Spans{{3, 6}, {7, 12}}) ==
        Fragments{{"an ", false}, {"oil", true}, {" ", false}, {"price", true}});
}

TEST_CASE("a snippet is whole sentences where they fit") {
  check_all({
      {"Rain fell. Wagner left Mali on Jan. 31. Its men stayed.",
       {"wagner"},
       {"[Wagner] left Mali on Jan. 31."},
       {.max_bytes = 48}},
      {"Rain fell. Wagner left Mali. Its men stayed.",
       {"wagner"},
       {"[Wagner] left Mali. Its men stayed."}},
      {"Talks on trade\nThe talks of Wagner began.",
       {"wagner", "talks"},
       {"The [talks] of [Wagner] began."},
       {.count = 1}},
      {"Talks on trade\nThe summit began.", {"trade"}, {"Talks on [trade]"}},
      {"The summit began. Trade grew.\nBy our staff\nMore.",
       {"summit"},
       {"The [summit] began. Trade grew."}},
  });
}

TEST_CASE("a long sentence is cut at words") {
  check_all({
      {"one two three four five wagner six seven eight nine ten",
       {"wagner"},
       {"… five [wagner] six seven …"},
       {.max_bytes = 32}},
      {"wagner one two three four five six seven eight nine ten",
       {"wagner"},
       {"[wagner] one two three …"},
       {.max_bytes = 32}},
      {"one two three four five six seven eight wagner",
       {"wagner"},
       {"… eight [wagner]"},
       {.max_bytes = 24}},
      {"ひがしのそらにひがのぼるにしのそらにひがしずむ",
       {"のぼる"},
       {"ひがしのそらにひが[のぼる]に …"},
       {.max_bytes = 48}},
  });
}

TEST_CASE("the passage with the most different words wins") {
  check_all({
      {"Wagner, Wagner, Wagner. Rain fell on the town. Wagner broke human rights.",
       {"wagner", "human", "rights"},
       {"[Wagner] broke [human] [rights]."},
       {.max_bytes = 40}},
      {"Human dignity is a right of all people here. Some spoke of human rights.",
       {"human rights"},
       {"Some spoke of [human rights]."},
       {.max_bytes = 50}},
      // As good as one another: the first.
      {"Oil fell on Monday in London. Oil rose on Friday in London.",
       {"oil"},
       {"[Oil] fell on Monday in London."},
       {.max_bytes = 40}},
  });
}

TEST_CASE("a second snippet shows what the first does not, in the order of the text") {
  const std::string gap = repeat("Rain fell on the town again. ", 20);
  check_all({
      {"Mali is far. " + gap + "Wagner broke human rights.",
       {"wagner", "human", "rights", "mali"},
       {"[Mali] is far. Rain fell on the town again.", "[Wagner] broke [human] [rights]."},
       {.max_bytes = 60}},
      {"Oil rose. " + gap + "Oil fell.",
       {"oil"},
       {"[Oil] rose. Rain fell on the town again.", "[Oil] fell."},
       {.max_bytes = 60}},
      {"Oil rose. Rain fell on the town again. Rain fell on the town. Oil fell.",
       {"oil"},
       {"[Oil] rose. Rain fell on the town again."},
       {.max_bytes = 50}},
      {"Oil rose. " + gap + "Gas fell.",
       {"oil", "gas"},
       {"[Oil] rose."},
       {.count = 1, .max_bytes = 24}},
      {"Oil rose.", {"oil"}, {}, {.count = 0}},
  });
}

TEST_CASE("without a match the opening sentence is shown") {
  check_all({
      {"", {"oil"}, {}},
      {" \n ", {}, {}},
      {"\n\n  Rain fell in the U.N. \n\n\n garden. It stopped.", {}, {"Rain fell in the U.N."}},
      {"Rain fell on the town and the fields.",
       {"oil"},
       {"Rain fell on the town …"},
       {.max_bytes = 30}},
  });
}

TEST_CASE("without a word of the query the sentence that has most of the names is shown") {
  const std::string gap = repeat("Rain fell on the town again. ", 20);
  check_all({
      {"Rain fell. " + gap + "Assimi Goïta left Mali.",
       {},
       {"[Assimi Goïta] left Mali."},
       {},
       {"=assimi goita", "=wagner group"}},
      {"Goïta spoke. " + gap + "Assimi Goïta met the Wagner Group. " + gap + "Goïta left.",
       {"oil"},
       {"[Assimi Goïta] met the [Wagner Group]. Rain fell on the town again."},
       {.max_bytes = 80},
       {"=assimi goita", "=goita", "=wagner group"}},
      {"Assimi Goïta spoke. Oil rose.",
       {"oil"},
       {"[Oil] rose."},
       {.max_bytes = 30},
       {"=assimi goita"}},
      {"Rain fell. It stopped.", {}, {"Rain fell."}, {}, {"=assimi goita"}},
  });
}

TEST_CASE("words near each other are shown together") {
  const std::string gap = repeat("Rain fell on the town again. ", 20);
  check_all({
      {"Oil rose. " + gap + "The price of oil fell.",
       {"~4 oil price"},
       {"The [price] of [oil] fell."}},
      // Too far apart for the snippet: its beginning.
      {"the price of all oil fell", {"~5 oil price"}, {"[price] of all"}, {.max_bytes = 14}},
  });
}

TEST_CASE("white space is folded and never crowds a snippet") {
  check_all({
      {"human" + std::string(1000, ' ') + "rights\tgrew.",
       {"human rights"},
       {"[human rights] grew."}},
      {"Wrapped text goes\non and\nhuman\nrights are\nin it.",
       {"human rights"},
       {"Wrapped text goes on and [human rights] are in it."}},
  });
}

TEST_CASE("a word longer than a snippet is cut between characters") {
  Stemmer stemmer("en");
  const std::string word = repeat("é", 50000);
  const std::string text = "Before " + word + " after";
  const std::vector<MatchPattern> patterns = {test::make_pattern(repeat("e", 50000), stemmer)};
  const PatternIndex index(patterns);
  const PatternIndex none({});
  const auto snippets = make_snippets(text, index, none, stemmer, {.max_bytes = 41});
  REQUIRE(snippets.size() == 1);
  CHECK(snippets[0] == Fragments{{"… ", false}, {repeat("é", 16), true}, {" …", false}});
  CHECK(make_snippets(text, none, none, stemmer, {.max_bytes = 41})[0] ==
        Fragments{{"Before …", false}});
}

TEST_CASE("a snippet keeps to very few bytes") {
  Stemmer stemmer("en");
  const auto patterns = make_patterns({"réunion", "human rights"}, stemmer);
  for (std::size_t bytes = 0; bytes < 40; ++bytes) {
    CAPTURE(bytes);
    CHECK(test::find_fault("À la Réunion, human rights.", patterns, {}, stemmer,
                           {.max_bytes = bytes}) == "");
  }
}

constexpr auto vocabulary = std::to_array<std::string_view>(
    {"wagner",  "Wagner's", "human",
     "rights",  "Mali",     "al-Qaeda",
     "alqaeda", "the",      "in",
     "U.N.",    "Jan.",     "新聞",
     "聞",      "d'Ivoire", "#MinusmaDegage",
     "Goïta",   "1,000",    "a",
     "a-a",     "aa",       "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"});
constexpr auto joints = std::to_array<std::string_view>(
    {" ", " ", " ", " ", " ", " ", ". ", ", ", "\n", "\n\n", "     ", ".”", "… ", " …", "", "-"});

constexpr auto kinds =
    std::to_array<std::string_view>({"", "", "=", "|", "~1 ", "~2 ", "~3 ", "~4 ", "~7 "});

TEST_CASE("snippets of random texts are passages of them with just the matches marked") {
  Stemmer stemmer("en");
  constexpr unsigned seed = 20230206;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    for (std::size_t words = below(60); words > 0; --words) {
      text += vocabulary.at(below(vocabulary.size()));
      text += joints.at(below(joints.size()));
    }
    const auto random_patterns = [&](std::size_t count) {
      std::vector<MatchPattern> patterns;
      for (; count > 0; --count) {
        std::string words(kinds.at(below(kinds.size())));
        for (std::size_t length = below(3) + 1; length > 0; --length) {
          words += vocabulary.at(below(vocabulary.size()));
          words += ' ';
        }
        patterns.push_back(test::read_pattern(words, stemmer));
      }
      return patterns;
    };
    const std::vector<MatchPattern> patterns = random_patterns(below(4));
    const std::vector<MatchPattern> names = random_patterns(below(3));
    const SnippetOptions options{.count = below(4), .max_bytes = below(200)};
    CAPTURE(round);
    CAPTURE(text);
    REQUIRE(test::find_fault(text, patterns, names, stemmer, options) == "");
  }
}

}  // namespace
}  // namespace dateline
