#include "indexer/entities/lexicon.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("a lexicon knows names by their sections") {
  const Lexicon lexicon("# a comment\n[country]\nmali\n\n[first name]\nmali\n[nonsense]\ngao\n");
  CHECK(lexicon.find(name_key("Mali")).marks == (mark::country | mark::first_name));
  CHECK(lexicon.find(name_key("Gao")).marks == 0);
}

TEST_CASE("variants of a known name lead to the name that is shown") {
  const Lexicon lexicon("[organization]\nWidget Board: WB, Widgets' Board, Board of Widgets\n");
  for (const char* variant : {"Widget Board", "WB", "Widgets Board", "board of widgets"}) {
    CAPTURE(variant);
    const KnownName* const name = lexicon.known_name(lexicon.find(name_key(variant)));
    REQUIRE(name != nullptr);
    CHECK(name->text == "Widget Board");
  }
  CHECK((lexicon.find(name_key("WB")).marks & mark::only_capitals) != 0);
  CHECK((lexicon.find(name_key("Widgets Board")).marks & mark::only_capitals) == 0);
}

TEST_CASE("a possessive inside a name is left out, as the splitter does") {
  const Lexicon lexicon("[organization]\nChildren's Fund\n");
  CHECK(lexicon.find(name_key("Children Fund")).known_name != 0);
}

TEST_CASE("the first word of a phrase tells how long to look") {
  const Lexicon lexicon("[place]\nGulf of Aden\n[ordinary]\ngulf\n");
  CHECK(lexicon.find(name_key("gulf")).longest == 3);
  CHECK(lexicon.find(name_key("aden")).longest == 0);
}

TEST_CASE("a lexicon grows with what it reads") {
  std::string text = "[city]\n";
  for (int i = 0; i < 2000; ++i) {
    text += "town" + std::to_string(i) + "\n";
  }
  const Lexicon lexicon(text);
  for (int i = 0; i < 2000; ++i) {
    CAPTURE(i);
    CHECK(lexicon.find(name_key("Town" + std::to_string(i))).marks == mark::city);
  }
}

TEST_CASE("the gazetteer that is built in knows the world") {
  const Lexicon lexicon;
  struct Case {
    const char* name;
    Marks marks;
  };
  for (const Case& c :
       {Case{"Mali", mark::country}, Case{"Burkina Faso", mark::country},
        Case{"Bamako", mark::capital}, Case{"Lagos", mark::metropolis},
        Case{"Timbuktu", mark::place}, Case{"Malian", mark::demonym}, Case{"Texas", mark::state},
        Case{"Sergei", mark::first_name}, Case{"showers", mark::ordinary},
        Case{"Tuesday", mark::calendar}, Case{"Colonel", mark::title},
        Case{"Ministry", mark::organization_word}, Case{"the", mark::function}}) {
    CAPTURE(c.name);
    CHECK((lexicon.find(name_key(c.name)).marks & c.marks) == c.marks);
  }
  CHECK((lexicon.find(name_key("island")).marks & mark::country) == 0);
}

}  // namespace
}  // namespace dateline
