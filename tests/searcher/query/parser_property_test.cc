// Properties of the parser on random queries. The seed is printed with every failure.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/query/parser.h"
#include "trees.h"

namespace dateline {
namespace {

constexpr std::uint32_t rounds = 4000;

/// What queries are made of, and what trips their readers.
constexpr std::array<std::string_view, 58> pieces = {
    "a",       "mali",  "Goïta", "al-Qaeda", "U.N.",   "9/11",     " ",         " ",
    " ",       " ",     "  ",    "(",        ")",      "(",        ")",         "\"",
    "“",       "”",     "«",     "»",        "-",      "+",        "-",         " AND ",
    " OR ",    " NOT ", "NOT ",  "AND",      "title:", "person:",  "date:",     "after:",
    "before:", "2023",  "9999",  "3m..",     "[2020 ", "TO 21]",   "language:", "foo:",
    "http://", "*",     "?",     "~",        "~2",     "=",        "NEAR",      "NEAR/3",
    ",",       ".",     "'",     "#",        "&&",     "\xC2\xAD", "\xFF",      "\xC2\xA0",
    "日本",    "—"};

std::string random_query(std::mt19937& random) {
  std::string query;
  const auto length = random() % 24;
  for (std::uint32_t i = 0; i < length; ++i) {
    query += pieces.at(random() % pieces.size());
  }
  return query;
}

std::string random_bytes(std::mt19937& random) {
  std::string query(random() % 64, '\0');
  std::ranges::generate(query, [&] { return static_cast<char>(random() % 256); });
  return query;
}

void check_warnings(const std::vector<QueryWarning>& warnings, const std::string& query) {
  for (const QueryWarning& warning : warnings) {
    CHECK(warning.offset <= query.size());
    CHECK(is_valid_utf8(warning.message));
  }
  CHECK(std::ranges::is_sorted(warnings, {}, &QueryWarning::offset));
}

void check_parse(const std::string& query, QuerySyntax syntax) {
  CAPTURE(query);
  const ParsedQuery parsed = parse_query(query, syntax, test::wednesday);
  check_warnings(parsed.warnings, query);
  const std::string written = to_string(parsed.tree);
  // Twice broken bytes need mending twice; what is written then reads differently, rightly so.
  if (mend_text(written) == written) {
    CAPTURE(written);
    const ParsedQuery again = parse_query(written, QuerySyntax::Query, test::wednesday);
    CHECK(test::same_tree(parsed.tree, again.tree));
  }
}

TEST_CASE("any query is read, and what is written of it reads as the same tree") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    check_parse(random_query(random), QuerySyntax::Query);
    check_parse(random_query(random), QuerySyntax::Words);
    check_parse(random_bytes(random), QuerySyntax::Query);
    check_parse(random_bytes(random), QuerySyntax::Words);
  }
}

}  // namespace
}  // namespace dateline
