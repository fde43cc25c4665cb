#include "searcher/evaluate/measure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

#include "searcher/evaluate/measure_family.h"
#include "searcher/evaluate/named_measure.h"

namespace dateline {

namespace {

using Measures = std::vector<Measure>;

/// trec_eval's sets of measures; `all_trec` is in the table.
constexpr std::array official = {"runid",       "num_q",      "num_ret",         "num_rel",
                                 "num_rel_ret", "map",        "gm_map",          "Rprec",
                                 "bpref",       "recip_rank", "iprec_at_recall", "P"};
constexpr std::array of_sets = {"runid",       "num_q",   "num_ret", "num_rel",
                                "num_rel_ret", "utility", "set_P",   "set_relative_P",
                                "set_recall",  "set_map", "set_F"};

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || rest != end || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) {
      return parts;
    }
    start = end + 1;
  }
}

std::optional<std::vector<double>> parse_numbers(std::string_view text) {
  std::vector<double> numbers;
  for (const std::string_view part : split(text, ',')) {
    const std::optional<double> number = parse_number(part);
    if (!number) {
      return std::nullopt;
    }
    numbers.push_back(*number);
  }
  return numbers;
}

bool is_cutoff(double number) {
  return number >= 1 && number <= 1e9 && number == std::floor(number);
}

Measure measure_of(const MeasureFamily& family) {
  return {.name = std::string(family.name),
          .kind = family.kind,
          .summary = family.summary,
          .cutoff = 0,
          .numbers = {},
          .gains = {},
          .level = {},
          .exponential_gain = false,
          .order = static_cast<std::size_t>(&family - measure_families().data())};
}

/// One measure for each number; the numbers rise, as trec_eval prints them.
std::optional<Measures> one_for_each(const MeasureFamily& family, std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  Measures measures;
  for (const double number : numbers) {
    Measure measure = measure_of(family);
    if (family.parameter == MeasureParameter::Points) {
      std::array<char, 32> digits{};
      std::snprintf(digits.data(), digits.size(), "_%3.2f", number);
      measure.name += digits.data();
      measure.numbers = {number};
    } else if (is_cutoff(number)) {
      measure.cutoff = static_cast<std::size_t>(number);
      measure.name += "_" + std::to_string(measure.cutoff);
    } else {
      return std::nullopt;
    }
    measures.push_back(std::move(measure));
  }
  return measures;
}

/// "1=3.5,2=9"; for rank-biased precision also "p=0.8".
bool parse_gains(std::string_view text, Measure& measure) {
  for (const std::string_view pair : split(text, ',')) {
    const std::vector<std::string_view> sides = split(pair, '=');
    const std::optional<double> gain = parse_number(sides.back());
    if (sides.size() != 2 || !gain) {
      return false;
    }
    const std::optional<double> grade = parse_number(sides.front());
    if (sides.front() == "p" && measure.kind == MeasureKind::RankBiasedPrecision) {
      measure.numbers = {*gain};
    } else if (grade && (*grade == 0 || is_cutoff(*grade))) {
      measure.gains[static_cast<std::int64_t>(*grade)] = *gain;
    } else {
      return false;
    }
  }
  return true;
}

std::size_t numbers_wanted(MeasureKind kind) {
  return kind == MeasureKind::Utility ? 4 : 1;
}

std::optional<Measures> with_parameter(const MeasureFamily& family, std::string_view text) {
  Measure measure = measure_of(family);
  measure.name += "_" + std::string(text);
  if (family.parameter == MeasureParameter::Gains) {
    return parse_gains(text, measure) ? std::optional(Measures{std::move(measure)}) : std::nullopt;
  }
  std::optional<std::vector<double>> numbers = parse_numbers(text);
  if (!numbers || family.parameter == MeasureParameter::None) {
    return std::nullopt;
  }
  if (family.parameter != MeasureParameter::Numbers) {
    return one_for_each(family, std::move(*numbers));
  }
  if (family.kind != MeasureKind::InterpolatedAverage &&
      numbers->size() != numbers_wanted(family.kind)) {
    return std::nullopt;
  }
  measure.numbers = std::move(*numbers);
  return Measures{std::move(measure)};
}

std::optional<Measures> with_defaults(const MeasureFamily& family) {
  std::vector<double> numbers(family.defaults.begin(), family.defaults.end());
  if (family.parameter == MeasureParameter::Cutoffs ||
      family.parameter == MeasureParameter::Points) {
    return one_for_each(family, std::move(numbers));
  }
  Measure measure = measure_of(family);
  measure.numbers = std::move(numbers);
  return Measures{std::move(measure)};
}

/// The family whose name this is, or begins with; the longest, for `ndcg_cut_5` is no `ndcg`.
std::optional<Measures> parse_family(std::string_view name) {
  const MeasureFamily* found = nullptr;
  for (const MeasureFamily& family : measure_families()) {
    const bool fits = name.starts_with(family.name) &&
                      (name.size() == family.name.size() || name[family.name.size()] == '_' ||
                       name[family.name.size()] == '.');
    if (fits && (found == nullptr || family.name.size() > found->name.size())) {
      found = &family;
    }
  }
  if (found == nullptr) {
    return std::nullopt;
  }
  return name.size() == found->name.size()
             ? with_defaults(*found)
             : with_parameter(*found, name.substr(found->name.size() + 1));
}

template <typename Names>
Measures parse_all(const Names& names) {
  Measures measures;
  for (const std::string_view name : names) {
    for (Measure& measure : parse_family(name).value_or(Measures{})) {
      measures.push_back(std::move(measure));
    }
  }
  return measures;
}

Measures all_trec() {
  std::vector<std::string_view> names;
  for (const MeasureFamily& family : measure_families()) {
    if (family.in_all_trec) {
      names.push_back(family.name);
    }
  }
  return parse_all(names);
}

}  // namespace

bool is_count(const Measure& measure) {
  return measure.summary == MeasureSummary::Sum || measure.summary == MeasureSummary::Topics;
}

bool has_topic_values(const Measure& measure) {
  return measure.summary == MeasureSummary::Mean;
}

std::optional<std::vector<Measure>> parse_measures(std::string_view name) {
  if (name == "official") {
    return parse_all(official);
  }
  if (name == "set") {
    return parse_all(of_sets);
  }
  if (name == "all_trec") {
    return all_trec();
  }
  if (std::optional<Measures> family = parse_family(name)) {
    return family;
  }
  if (std::optional<Measure> measure = parse_named_measure(name)) {
    return Measures{std::move(*measure)};
  }
  return std::nullopt;
}

std::vector<std::string> measure_names() {
  std::vector<std::string> names{"official", "set", "all_trec"};
  for (const MeasureFamily& family : measure_families()) {
    names.emplace_back(family.name);
  }
  for (const std::string_view name : named_measure_names()) {
    names.emplace_back(name);
  }
  return names;
}

}  // namespace dateline
