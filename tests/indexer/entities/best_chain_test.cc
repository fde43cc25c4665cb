#include "indexer/entities/best_chain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

namespace dateline {
namespace {

NameModel::Transitions random_transitions(std::mt19937& random) {
  NameModel::Transitions transitions{};
  for (std::size_t from = 0; from < label_count; ++from) {
    for (std::size_t to = 0; to < label_count; ++to) {
      transitions.at(from).at(to) = static_cast<std::int16_t>(random() % 7) - 3;
    }
  }
  return transitions;
}

std::vector<Scores> random_scores(std::mt19937& random, std::size_t words) {
  std::vector<Scores> scores(words);
  for (Scores& word : scores) {
    std::generate(word.begin(), word.end(),
                  [&] { return static_cast<std::int16_t>(random() % 9) - 4; });
  }
  return scores;
}

/// What a chain is worth; nothing when a label may not stand where it does.
std::optional<int> worth(const NameModel::Transitions& transitions,
                         const std::vector<Scores>& words, std::span<const Label> chain) {
  int sum = 0;
  Label before = label::outside;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!label::may_follow(before, chain[i])) {
      return std::nullopt;
    }
    sum += transitions.at(before).at(chain[i]) + words[i].at(chain[i]);
    before = chain[i];
  }
  return label::is_open(before) ? std::nullopt
                                : std::optional(sum + transitions.at(before).at(label::outside));
}

/// The best that any chain is worth, by trying all.
int best_worth(const NameModel::Transitions& transitions, const std::vector<Scores>& words,
               std::vector<Label>& chain, std::size_t at) {
  int best = -1000;
  for (Label label = 0; label < label_count; ++label) {
    chain[at] = label;
    best = std::max(best, at + 1 < words.size() ? best_worth(transitions, words, chain, at + 1)
                                                : worth(transitions, words, chain).value_or(best));
  }
  return best;
}

TEST_CASE("no chain is worth more than the one that is found") {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const NameModel::Transitions transitions = random_transitions(random);
    BestChain best_chain(transitions);
    const std::vector<Scores> words =
        random_scores(random, 1 + static_cast<std::size_t>(round) % 3);
    std::vector<Label> chain(words.size());
    const int expected = best_worth(transitions, words, chain, 0);
    const std::span<const Label> found = best_chain.find(words);
    REQUIRE(found.size() == words.size());
    CHECK(worth(transitions, words, found) == expected);
  }
}

TEST_CASE("of equal chains the one of lower labels is taken") {
  BestChain best_chain(NameModel::Transitions{});
  for (const std::size_t words : {1U, 2U, 70U}) {
    CAPTURE(words);
    const std::vector<Scores> nothing(words);
    const std::span<const Label> found = best_chain.find(nothing);
    CHECK(std::all_of(found.begin(), found.end(), [](Label l) { return l == label::outside; }));
  }
}

TEST_CASE("the longest chain of the highest scores is still summed right") {
  NameModel::Transitions transitions{};
  BestChain best_chain(transitions);
  const Label inside = label::of(0, label::Part::Inside);
  std::vector<Scores> words(70);
  for (Scores& word : words) {
    word.fill(-30'000);
    word.at(inside) = 30'000;
  }
  const std::span<const Label> found = best_chain.find(words);
  CHECK(found.front() == label::of(0, label::Part::Begin));
  CHECK(found.back() == label::of(0, label::Part::Last));
  CHECK(std::count(found.begin(), found.end(), inside) == 68);
}

}  // namespace
}  // namespace dateline
