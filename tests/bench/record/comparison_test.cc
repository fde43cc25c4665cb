// Whether two records differ, or only their luck.
#include "bench/record/comparison.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <vector>

#include "bench/record/render_record.h"
#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

using Runs = std::vector<double>;

KeptRecord record_with(const std::vector<RecordRow>& rows) {
  KeptRecord kept;
  kept.record = {.bench = "query", .about = "about", .rows = rows};
  return kept;
}

RecordRow row_with(const std::string& name, const Runs& runs) {
  RecordRow row{.name = name, .what = {}, .figures = {}};
  row.figures = {{"p50_ms", "p50", 2, runs}};
  return row;
}

}  // namespace

TEST_CASE("p is that of the tables of the rank sum test") {
  CHECK(rank_sum_p(Runs{1, 2, 3}, Runs{4, 5, 6}) == doctest::Approx(2.0 / 20));
  CHECK(rank_sum_p(Runs{4, 5, 6}, Runs{1, 2, 3}) == doctest::Approx(2.0 / 20));
  CHECK(rank_sum_p(Runs{1, 2, 3, 4, 5}, Runs{6, 7, 8, 9, 10}) == doctest::Approx(2.0 / 252));
  CHECK(rank_sum_p(Runs{1, 2, 3, 5}, Runs{4, 6, 7, 8}) == doctest::Approx(4.0 / 70));
  CHECK(rank_sum_p(Runs{1, 4, 5}, Runs{2, 3, 6}) == doctest::Approx(1));
}

TEST_CASE("equal runs tell nothing, and share a rank") {
  CHECK(rank_sum_p(Runs{1, 1, 1}, Runs{1, 1, 1}) == doctest::Approx(1));
  // Of the 10 choices of 2 out of 1, 1, 2, 2, 2, one has both ones, and three have two twos and are
  // as far off as that is not.
  CHECK(rank_sum_p(Runs{1, 1}, Runs{2, 2, 2}) == doctest::Approx(1.0 / 10));
  CHECK(rank_sum_p(Runs{}, Runs{1}) == 1);
}

TEST_CASE("with many runs the approximation is close to the count") {
  Runs before(40);
  std::iota(before.begin(), before.end(), 0);
  Runs after(40);
  std::iota(after.begin(), after.end(), 9.5);
  // U = 40 * 40 - (30 * 31 / 2) - ... : the exact value, by counting, is 0.00074.
  CHECK(rank_sum_p(before, after) == doctest::Approx(0.0006).epsilon(0.5));
}

TEST_CASE("a change is told from noise, and from too few runs") {
  struct Row {
    Runs before;
    Runs after;
    std::string remark;
  };
  const std::vector<Row> rows{
      {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}, "differs"},
      {{1, 2, 3, 4, 5}, {2, 3, 4, 5, 6}, "noise"},
      {{1, 2, 3}, {4, 5, 6}, "too few runs to tell"},
      {{1}, {5}, "too few runs to tell"},
  };
  for (const Row& row : rows) {
    const Record compared = compare_records(record_with({row_with("or", row.before)}),
                                            record_with({row_with("or", row.after)}));
    REQUIRE(compared.rows.size() == 1);
    CHECK(compared.rows[0].name == "or: p50_ms");
    CHECK(compared.rows[0].remark == row.remark);
  }
}

TEST_CASE("rows that only one record has are named") {
  const Record compared =
      compare_records(record_with({row_with("or", {1}), row_with("and", {1})}),
                      record_with({row_with("or", {1}), row_with("page", {1})}));
  CHECK(compared.rows.size() == 1);
  const auto has = [&compared](const std::string& note) {
    return std::ranges::find(compared.notes, note) != compared.notes.end();
  };
  CHECK(has("Only the first has and."));
  CHECK(has("Only the second has page."));
}

TEST_CASE("a record that was kept is read back as it was") {
  const test::TempFolder temp;
  Record record{.bench = "index", .about = "5 articles", .rows = {row_with("1 thread", {3, 1, 2})}};
  record.rows[0].details["totals"] = {1, 2};
  Circumstances circumstances{"dateline-bench index x", "0123", {}};
  circumstances.machine.processor = "fast";
  {
    std::ofstream out(temp.path() / "record.json");
    render_record_json(out, circumstances, record);
  }
  const KeptRecord kept = read_record(temp.path() / "record.json");
  CHECK(kept.circumstances.command == circumstances.command);
  CHECK(kept.circumstances.machine.processor == "fast");
  CHECK(kept.record.bench == "index");
  REQUIRE(kept.record.rows.size() == 1);
  CHECK(kept.record.rows[0].name == "1 thread");
  CHECK(kept.record.rows[0].figures[0].key == "p50_ms");
  CHECK(kept.record.rows[0].figures[0].runs == Runs{3, 1, 2});
  CHECK(kept.record.rows[0].details["totals"].size() == 2);
}

TEST_CASE("what is no record is an error") {
  const test::TempFolder temp;
  temp.write("text", "no record\n");
  temp.write("other", R"({"format_version":99})");
  temp.write("half", R"({"format_version":1,"bench":"index"})");
  for (const char* name : {"missing", "text", "other", "half"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(read_record(temp.path() / name), Error);
  }
}

}  // namespace dateline
