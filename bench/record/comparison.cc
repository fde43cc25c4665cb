// Runs are few and anything but normal, so their ranks are compared and not their means.
#include "bench/record/comparison.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "bench/support/statistics.h"

namespace dateline {

namespace {

constexpr double significant = 0.05;

/// Twice the rank of every value, so that the middle of equal ones is whole; those of `before`
/// first.
std::vector<std::size_t> double_ranks(std::span<const double> before,
                                      std::span<const double> after) {
  std::vector<double> all(before.begin(), before.end());
  all.insert(all.end(), after.begin(), after.end());
  std::vector<double> sorted = all;
  std::ranges::sort(sorted);
  std::vector<std::size_t> ranks;
  ranks.reserve(all.size());
  for (const double value : all) {
    const auto first = std::ranges::lower_bound(sorted, value) - sorted.begin();
    const auto last = std::ranges::upper_bound(sorted, value) - sorted.begin();
    ranks.push_back(static_cast<std::size_t>(first + 1 + last));
  }
  return ranks;
}

/// For every sum that `count` of the ranks can have, how many choices of them have it.
std::vector<double> count_sums(const std::vector<std::size_t>& ranks, std::size_t count) {
  std::size_t most = 0;
  for (const std::size_t rank : ranks) {
    most += rank;
  }
  std::vector<std::vector<double>> ways(count + 1, std::vector<double>(most + 1));
  ways[0][0] = 1;
  for (const std::size_t rank : ranks) {
    for (std::size_t chosen = count; chosen > 0; --chosen) {
      for (std::size_t sum = most; sum >= rank; --sum) {
        ways[chosen][sum] += ways[chosen - 1][sum - rank];
      }
    }
  }
  return ways[count];
}

/// The same where there are so many runs that to count takes long: the normal approximation.
double approximate_p(const std::vector<std::size_t>& ranks, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    sum += static_cast<double>(ranks[i]) / 2;
  }
  const auto first = static_cast<double>(count);
  const auto all = static_cast<double>(ranks.size());
  const double expected = first * (all + 1) / 2;
  // Each group of t equal values takes t^3 - t from the spread of the ranks.
  std::vector<std::size_t> sorted = ranks;
  std::ranges::sort(sorted);
  double ties = 0;
  for (auto group = sorted.begin(); group != sorted.end();) {
    const auto end = std::upper_bound(group, sorted.end(), *group);
    const auto equal = static_cast<double>(end - group);
    ties += equal * equal * equal - equal;
    group = end;
  }
  const double deviation =
      std::sqrt(first * (all - first) / 12 * (all + 1 - ties / (all * (all - 1))));
  if (deviation == 0) {
    return 1;
  }
  return std::erfc(std::abs(sum - expected) / deviation / std::sqrt(2.0));
}

std::string verdict_of(const Figure& before, const Figure& after, double p) {
  if (p <= significant) {
    return "differs";
  }
  // With the runs as far apart as can be.
  const std::vector<double> low(before.runs.size(), 0);
  const std::vector<double> high(after.runs.size(), 1);
  return rank_sum_p(low, high) > significant ? "too few runs to tell" : "noise";
}

/// Three digits, whatever the unit.
int decimals_for(double value) {
  constexpr double digits = 3;
  return value <= 0 ? 0
                    : static_cast<int>(std::max(0.0, digits - 1 - std::floor(std::log10(value))));
}

RecordRow compare_figures(const std::string& row, const Figure& before, const Figure& after) {
  const double was = spread_of(before.runs).median;
  const double is = spread_of(after.runs).median;
  const double p = rank_sum_p(before.runs, after.runs);
  RecordRow compared{.name = row + ": " + before.key, .what = {}, .figures = {}};
  compared.figures = {{"before", "before", decimals_for(was), before.runs},
                      {"after", "after", decimals_for(was), after.runs},
                      {"ratio", "ratio", 2, {was == 0 ? 0 : is / was}},
                      {"p", "p", 3, {p}}};
  compared.remark = verdict_of(before, after, p);
  return compared;
}

std::vector<std::string> notes_of(const KeptRecord& before, const KeptRecord& after) {
  const Machine& was = before.circumstances.machine;
  const Machine& is = after.circumstances.machine;
  std::vector<std::string> notes{"before: " + before.circumstances.commit + ", " +
                                     before.circumstances.command + "; " + before.record.about,
                                 "after: " + after.circumstances.commit + ", " +
                                     after.circumstances.command + "; " + after.record.about};
  if (before.record.bench != after.record.bench) {
    notes.emplace_back("The records are of different benches.");
  }
  if (was.processor != is.processor || was.cores != is.cores || was.kernel != is.kernel) {
    notes.emplace_back("The machines differ: what is compared is the machines, too.");
  }
  if (was.build_type != is.build_type || was.compiler != is.compiler || was.xapian != is.xapian) {
    notes.emplace_back("The builds differ: what is compared is the compilers and libraries, too.");
  }
  return notes;
}

}  // namespace

double rank_sum_p(std::span<const double> before, std::span<const double> after) {
  constexpr std::size_t most_counted = 60;
  if (before.empty() || after.empty()) {
    return 1;
  }
  const std::vector<std::size_t> ranks = double_ranks(before, after);
  if (ranks.size() > most_counted) {
    return approximate_p(ranks, before.size());
  }
  std::size_t sum = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    sum += ranks[i];
  }
  // Twice the sum that is expected: the same for every choice.
  const std::size_t expected = before.size() * (ranks.size() + 1);
  const auto distance = [expected](std::size_t of) {
    return of > expected ? of - expected : expected - of;
  };
  const std::vector<double> ways = count_sums(ranks, before.size());
  double all = 0;
  double as_far = 0;
  for (std::size_t other = 0; other < ways.size(); ++other) {
    all += ways[other];
    as_far += distance(other) >= distance(sum) ? ways[other] : 0;
  }
  return as_far / all;
}

Record compare_records(const KeptRecord& before, const KeptRecord& after) {
  Record record{.bench = "compare", .about = "medians, and what may be chance", .rows = {}};
  record.notes = notes_of(before, after);
  for (const RecordRow& row : before.record.rows) {
    const auto other = std::ranges::find(after.record.rows, row.name, &RecordRow::name);
    if (other == after.record.rows.end()) {
      record.notes.push_back("Only the first has " + row.name + ".");
      continue;
    }
    for (const Figure& figure : row.figures) {
      const auto same = std::ranges::find(other->figures, figure.key, &Figure::key);
      if (same != other->figures.end()) {
        record.rows.push_back(compare_figures(row.name, figure, *same));
      }
    }
  }
  for (const RecordRow& row : after.record.rows) {
    if (std::ranges::find(before.record.rows, row.name, &RecordRow::name) ==
        before.record.rows.end()) {
      record.notes.push_back("Only the second has " + row.name + ".");
    }
  }
  return record;
}

}  // namespace dateline
