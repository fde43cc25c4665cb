#include "searcher/evaluate/named_measure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace dateline {

namespace {

using Kind = MeasureKind;

/// What stands after the @.
enum class AfterAt { Nothing, MayCut, Cutoff, Point };

struct NamedMeasure {
  std::string_view name;
  std::string_view shown;  ///< the name with its parameter; empty for another name of the same
  Kind kind = Kind::AveragePrecision;
  AfterAt after_at = AfterAt::Nothing;
  MeasureSummary summary = MeasureSummary::Mean;
};

constexpr std::array named_measures = {
    NamedMeasure{"AP", "AP", Kind::AveragePrecision, AfterAt::MayCut},
    NamedMeasure{"Bpref", "Bpref", Kind::BinaryPreference},
    NamedMeasure{"IPrec", "IPrec@recall", Kind::InterpolatedPrecision, AfterAt::Point},
    NamedMeasure{"Judged", "Judged@k", Kind::Judged, AfterAt::Cutoff},
    NamedMeasure{"NumQ", "NumQ", Kind::Topics, AfterAt::Nothing, MeasureSummary::Topics},
    NamedMeasure{"NumRel", "NumRel", Kind::Relevant, AfterAt::Nothing, MeasureSummary::Sum},
    NamedMeasure{"NumRelRet", "NumRelRet", Kind::RelevantRetrieved, AfterAt::Nothing,
                 MeasureSummary::Sum},
    NamedMeasure{"NumRet", "NumRet", Kind::Retrieved, AfterAt::Nothing, MeasureSummary::Sum},
    NamedMeasure{"P", "P@k", Kind::Precision, AfterAt::Cutoff},
    NamedMeasure{"R", "R@k", Kind::Recall, AfterAt::Cutoff},
    NamedMeasure{"RBP", "RBP(p=0.8)", Kind::RankBiasedPrecision, AfterAt::MayCut},
    NamedMeasure{"RR", "RR", Kind::ReciprocalRank, AfterAt::MayCut},
    NamedMeasure{"Rprec", "Rprec", Kind::RPrecision},
    NamedMeasure{"SetAP", "SetAP", Kind::SetAveragePrecision},
    NamedMeasure{"SetF", "SetF(beta=1)", Kind::SetF},
    NamedMeasure{"SetP", "SetP", Kind::SetPrecision},
    NamedMeasure{"SetR", "SetR", Kind::SetRecall},
    NamedMeasure{"SetRelP", "SetRelP", Kind::SetRelativePrecision},
    NamedMeasure{"Success", "Success@k", Kind::Success, AfterAt::Cutoff},
    NamedMeasure{"infAP", "infAP", Kind::InferredAveragePrecision},
    NamedMeasure{"nDCG", "nDCG", Kind::Ndcg, AfterAt::MayCut},
    // Other names of the same; ir_measures takes them too.
    NamedMeasure{"BPref", "", Kind::BinaryPreference},
    NamedMeasure{"MAP", "", Kind::AveragePrecision, AfterAt::MayCut},
    NamedMeasure{"MRR", "", Kind::ReciprocalRank, AfterAt::MayCut},
    NamedMeasure{"NDCG", "", Kind::Ndcg, AfterAt::MayCut},
    NamedMeasure{"Precision", "", Kind::Precision, AfterAt::Cutoff},
    NamedMeasure{"RPrec", "", Kind::RPrecision},
    NamedMeasure{"Recall", "", Kind::Recall, AfterAt::Cutoff},
};

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

bool set_level(std::string_view value, Measure& measure) {
  measure.level = parse<std::int64_t>(value);
  return measure.level && *measure.level >= 1 && measure.kind != Kind::Ndcg &&
         measure.kind != Kind::Judged && measure.kind != Kind::Topics &&
         measure.kind != Kind::Retrieved;
}

bool set_number(std::string_view value, double most, Measure& measure) {
  const std::optional<double> number = parse<double>(value);
  measure.numbers = {number.value_or(0)};
  return number && *number >= 0 && *number <= most;
}

/// One key=value between the parentheses.
bool set_parameter(std::string_view key, std::string_view value, Measure& measure) {
  if (key == "rel") {
    return set_level(value, measure);
  }
  if (key == "p" && measure.kind == Kind::RankBiasedPrecision) {
    return set_number(value, 1, measure);
  }
  if (key == "beta" && measure.kind == Kind::SetF) {
    return set_number(value, 1e9, measure);
  }
  if (key == "dcg" && measure.kind == Kind::Ndcg) {
    measure.exponential_gain = value == "'exp-log2'" || value == "exp-log2";
    return measure.exponential_gain || value == "'log2'" || value == "log2";
  }
  return false;
}

bool set_parameters(std::string_view list, Measure& measure) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view pair = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    while (pair.starts_with(' ')) {
      pair.remove_prefix(1);
    }
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos ||
        !set_parameter(pair.substr(0, equals), pair.substr(equals + 1), measure)) {
      return false;
    }
  }
  return true;
}

bool set_after_at(std::optional<std::string_view> text, AfterAt expected, Measure& measure) {
  if (!text) {
    return expected == AfterAt::Nothing || expected == AfterAt::MayCut;
  }
  if (expected == AfterAt::Point) {
    return set_number(*text, 1, measure);
  }
  measure.cutoff = parse<std::uint32_t>(*text).value_or(0);
  return expected != AfterAt::Nothing && measure.cutoff > 0;
}

/// The parameters that a measure has where none are given.
std::vector<double> default_numbers(Kind kind) {
  if (kind == Kind::SetF) {
    return {1};
  }
  return kind == Kind::RankBiasedPrecision ? std::vector<double>{0.8} : std::vector<double>{};
}

Measure measure_of(const NamedMeasure& named, std::string_view text) {
  Measure measure{.name = std::string(text),
                  .kind = named.kind,
                  .summary = named.summary,
                  .cutoff = 0,
                  .numbers = default_numbers(named.kind),
                  .gains = {},
                  .level = {},
                  .exponential_gain = false,
                  .order = std::numeric_limits<std::size_t>::max()};
  // ir_measures means binary relevance here, where trec_eval's rbp takes grades for gains.
  if (named.kind == Kind::RankBiasedPrecision) {
    measure.level = 1;
  }
  return measure;
}

/// Reads what follows the name.
bool set_rest(std::string_view rest, AfterAt expected, Measure& measure) {
  if (rest.starts_with('(')) {
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos || !set_parameters(rest.substr(1, close - 1), measure)) {
      return false;
    }
    rest.remove_prefix(close + 1);
  }
  if (rest.empty()) {
    return set_after_at(std::nullopt, expected, measure);
  }
  return rest.front() == '@' && set_after_at(rest.substr(1), expected, measure);
}

}  // namespace

std::optional<Measure> parse_named_measure(std::string_view text) {
  const std::size_t name_end = std::min(text.find_first_of("(@"), text.size());
  for (const NamedMeasure& named : named_measures) {
    if (named.name == text.substr(0, name_end)) {
      Measure measure = measure_of(named, text);
      return set_rest(text.substr(name_end), named.after_at, measure)
                 ? std::optional(std::move(measure))
                 : std::nullopt;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> named_measure_names() {
  std::vector<std::string_view> names;
  names.reserve(named_measures.size());
  for (const NamedMeasure& named : named_measures) {
    if (!named.shown.empty()) {
      names.push_back(named.shown);
    }
  }
  return names;
}

}  // namespace dateline
