#include "searcher/prompt/state.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "searcher/prompt/command_line.h"

namespace dateline {

namespace {

using How = Choice::How;

PromptState searching(std::string text) {
  return new_search({}, {}, std::move(text));
}

/// What is asked, as a command line.
std::string asked(const PromptState& state) {
  return to_command_line(to_request(state, Date{}), {});
}

}  // namespace

TEST_CASE("choices become filters where there are some, else words of the query") {
  struct Case {
    const char* text;
    std::vector<Choice> choices;
    const char* command;
  };
  const std::initializer_list<Case> cases = {
      {"gold", {}, "gold"},
      {"gold", {{How::Either, FacetKind::Person, "A B"}}, "--person 'A B' gold"},
      {"gold",
       {{How::Either, FacetKind::Person, "A"}, {How::Either, FacetKind::Person, "B"}},
       "--person A --person B gold"},
      {"gold", {{How::Not, FacetKind::Source, "CNN"}}, "--exclude-source CNN gold"},
      {"gold", {{How::Must, FacetKind::Person, "A B"}}, "'gold person:\"A B\"'"},
      {"gold", {{How::Either, FacetKind::Date, "2023-02"}}, "--date 2023-02 gold"},
      {"gold", {{How::Not, FacetKind::Date, "2023-02"}}, "'gold -date:2023-02'"},
      {"gold", {{How::Either, FacetKind::Mentioned, "2023"}}, "--mentioned 2023 gold"},
      {"", {{How::Not, FacetKind::Mentioned, "2023"}}, "-- -mentioned:2023"},
      {"gold", {{How::Words, {}, "mine"}}, "'gold mine'"},
      {"a OR b", {{How::Words, {}, "c OR d"}}, "'(a OR b) (c OR d)'"},
      {"\"open", {{How::Words, {}, "mine"}}, "'open mine'"},
      {"gold AND", {{How::Words, {}, "OR mine"}}, "'gold mine'"},
  };
  for (const Case& c : cases) {
    PromptState state = searching(c.text);
    for (const Choice& choice : c.choices) {
      choose(state, choice);
    }
    CHECK(asked(state) == std::string("dateline-search query ") + c.command);
  }
}

TEST_CASE("where any word is enough, words that narrow are demanded") {
  PromptState state = searching("gold silver");
  state.request.match = MatchMode::Any;
  choose(state, {How::Words, {}, "mine"});
  CHECK(to_request(state, Date{}).text == "gold silver +(mine)");
}

TEST_CASE("a value is chosen in one way only, the last") {
  PromptState state = searching("gold");
  CHECK(choose(state, {How::Either, FacetKind::Person, "A"}));
  CHECK_FALSE(choose(state, {How::Either, FacetKind::Person, "A"}));
  CHECK(choose(state, {How::Not, FacetKind::Person, "A"}));
  CHECK(state.choices.size() == 1);
  CHECK(choose(state, {How::Not, FacetKind::Organization, "A"}));
  CHECK(state.choices.size() == 2);
}

TEST_CASE("choices are taken back one by one, by value, by facet and all at once") {
  PromptState full = searching("gold");
  choose(full, {How::Either, FacetKind::Person, "A"});
  choose(full, {How::Not, FacetKind::Person, "B"});
  choose(full, {How::Words, {}, "mine"});
  choose(full, {How::Either, FacetKind::Location, "A"});

  PromptState state = full;
  CHECK(drop_last_choice(state));
  CHECK(asked(state) == "dateline-search query --person A --exclude-person B 'gold mine'");
  CHECK(drop_choice(state, FacetKind::Person, "B"));
  CHECK_FALSE(drop_choice(state, FacetKind::Person, "B"));
  CHECK(asked(state) == "dateline-search query --person A 'gold mine'");

  state = full;
  CHECK(drop_choices(state, FacetKind::Person));
  CHECK_FALSE(drop_choices(state, FacetKind::Person));
  CHECK(asked(state) == "dateline-search query --location A 'gold mine'");
  CHECK(drop_all_choices(state));
  CHECK_FALSE(drop_all_choices(state));
  CHECK_FALSE(drop_last_choice(state));
  CHECK(asked(state) == "dateline-search query gold");
}

TEST_CASE("pages are turned forth and back, and whatever changes the search begins at the first") {
  PromptState state = searching("gold");
  CHECK_FALSE(turn_back(state));
  turn_to_next(state, 3);
  turn_to_next(state, 5);
  CHECK(state.request.offset == 8);
  CHECK(turn_back(state));
  CHECK(state.request.offset == 3);

  PromptState narrowed = state;
  choose(narrowed, {How::Either, FacetKind::Person, "A"});
  CHECK(narrowed.request.offset == 0);
  CHECK_FALSE(turn_back(narrowed));
  PromptState sorted = state;
  sort_by(sorted, SortOrder::Newest);
  CHECK(sorted.request.offset == 0);

  CHECK(turn_back(state));
  CHECK(state.request.offset == 0);
  CHECK_FALSE(turn_back(state));
}

TEST_CASE("a new search keeps the order and what the session began with, and nothing else") {
  SearchRequest options;
  options.names = {{NameType::Person, {"A"}, {"B"}}};
  options.dates = {"2023"};
  options.languages = {"fr"};
  const PromptState start = start_state(options);
  PromptState last = new_search(start, start, "gold");
  choose(last, {How::Either, FacetKind::Location, "L"});
  sort_by(last, SortOrder::Newest);
  turn_to_next(last, 4);
  CHECK(asked(new_search(start, last, "tin")) ==
        "dateline-search query --person A --exclude-person B --language fr --date 2023 --sort "
        "newest tin");
  CHECK(drop_all_choices(last));
  CHECK(asked(last) == "dateline-search query --language fr --sort newest gold");
}

TEST_CASE("the trail leads back and forward, and a new step ends what was ahead") {
  Trail trail;
  CHECK(trail.empty());
  CHECK_FALSE(trail.back());
  for (const char* text : {"a", "b", "c"}) {
    trail.go(searching(text));
  }
  CHECK_FALSE(trail.forward());
  CHECK(trail.back());
  CHECK(trail.back());
  CHECK_FALSE(trail.back());
  CHECK(trail.current().request.text == "a");
  CHECK(trail.forward());
  CHECK(trail.current().request.text == "b");
  trail.go(searching("d"));
  CHECK_FALSE(trail.forward());
  CHECK(trail.back());
  CHECK(trail.current().request.text == "b");
}

}  // namespace dateline
