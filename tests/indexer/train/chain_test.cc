#include "indexer/train/chain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/indexer/entities/label_text.h"
#include "tests/indexer/entities/reading.h"
#include "tests/indexer/train/toy_texts.h"

namespace dateline {
namespace {

std::vector<Chain> chains_of(const GoldText& text, float weight = 1) {
  DocumentReader reader(shared_lexicon());
  std::vector<Chain> chains;
  add_chains(text, reader, weight, chains);
  return chains;
}

/// "B-P L-P | U-L": the labels of the runs.
std::string labels(std::string_view marked) {
  std::string list;
  for (const Chain& chain : chains_of(read_gold(marked))) {
    list += list.empty() ? "" : " | ";
    list += label_text(chain.labels);
  }
  return list;
}

TEST_CASE("the words of a run have the labels of the names that cover them") {
  struct Case {
    std::string text;
    std::string labels;
  };
  for (const Case& c : {
           Case{"then [P Awa Diallo] left [L Gao]", "B-P L-P | U-L"},
           Case{"the [O Ministry of Health] met", "B-O I-O L-O"},
           Case{"the [M World Cup Final] of [O FIFA]", "B-M I-M I-M O U-O"},
           Case{"then President [P Diallo] left", "O U-P"},
           Case{"in [L Gao], [L Mali] it rained", "U-L U-L"},
           Case{"the [O Mali Bank]’s men", "B-O L-O"},
           Case{"the [L US]-[L China] talks", "U-L | U-L"},
           Case{"Nobody came", "O"},
           Case{"nobody came", ""},
       }) {
    CAPTURE(c.text);
    CHECK(labels(c.text) == c.labels);
  }
}

TEST_CASE(
    "a name outside of all runs is not seen, and of one that a run cuts each part is a name") {
  CHECK(labels("the [O iPhone] of [P Awa]") == "U-P");
  CHECK(labels("the [O Bank: Mali North] fell") == "U-O | B-O L-O");
  CHECK(labels("then [O Bank of and for of Mali] fell") == "U-O | U-O");
}

TEST_CASE("every word has rows, and a chain its weight") {
  const std::vector<Chain> chains = chains_of(read_gold("then [P Awa Diallo] left [L Gao]"), 0.5F);
  REQUIRE(chains.size() == 2);
  for (const Chain& chain : chains) {
    CHECK(chain.weight == 0.5F);
    REQUIRE(chain.ends.size() == chain.labels.size());
    CHECK(chain.ends.back() == chain.rows.size());
    std::size_t rows = 0;
    for (std::size_t word = 0; word < chain.labels.size(); ++word) {
      CHECK_FALSE(chain.rows_of(word).empty());
      rows += chain.rows_of(word).size();
    }
    CHECK(rows == chain.rows.size());
  }
}

TEST_CASE("chains are appended, the same for the same text") {
  DocumentReader reader(shared_lexicon());
  const GoldText text = read_gold("then [P Awa Diallo] left");
  std::vector<Chain> chains;
  add_chains(text, reader, 1, chains);
  add_chains(read_gold("in [L Gao]"), reader, 1, chains);
  add_chains(text, reader, 1, chains);
  REQUIRE(chains.size() == 3);
  CHECK(chains[0].rows == chains[2].rows);
  CHECK(chains[0].labels == chains[2].labels);
  CHECK(chains[0].rows != chains[1].rows);
}

TEST_CASE("rare rows are left out, and all others kept in order") {
  Chain first;
  first.labels = {0, 0};
  first.rows = {5, 6, 7, 5};
  first.ends = {2, 4};
  Chain second;
  second.labels = {0};
  second.rows = {7, 8};
  second.ends = {2};
  std::vector<Chain> chains = {first, second};
  drop_rare_rows(chains, 2);
  CHECK(chains[0].rows == std::vector<Row>{5, 7, 5});
  CHECK(chains[0].ends == std::vector<std::uint32_t>{1, 3});
  CHECK(chains[1].rows == std::vector<Row>{7});
  CHECK(chains[1].ends == std::vector<std::uint32_t>{1});
  drop_rare_rows(chains, 1);
  CHECK(chains[0].rows.size() == 3);
  drop_rare_rows(chains, 4);
  CHECK(chains[0].rows.empty());
  CHECK(chains[0].rows_of(1).empty());
}

}  // namespace
}  // namespace dateline
