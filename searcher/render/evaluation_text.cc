// Scores for people: a column for each run, then what the runs differ in.
//
//     50 judged topics, averaged over all of them
//
//                    bm25.run    dph.run
//     num_rel_ret        1812       1790
//     map              0.2310     0.2402 *
//
//     compared with bm25.run
//     * p below 0.05: paired randomisation test
//
//     map  dph.run  +0.0092  95% +0.0011 to +0.0173  p 0.0264 (t-test 0.0269)
//                   d +0.33, 28 won, 3 equal, 19 lost
//                   won most: 17 +0.2100, 4 +0.1821, 33 +0.0912
//                   lost most: 8 -0.1101
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <set>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/render/evaluation.h"
#include "searcher/render/evaluation_values.h"
#include "searcher/render/layout.h"

namespace dateline {

namespace {

constexpr double significant = 0.05;

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = display_width(text);
  const std::string space(width > used ? width - used : 0, ' ');
  return right ? space + text : text + space;
}

std::string fixed_text(double value, const char* format) {
  std::array<char, 400> digits{};
  std::snprintf(digits.data(), digits.size(), format, value);
  return digits.data();
}

/// "+0.0123": differences carry their sign, but for what prints as zero.
std::string signed_text(double value) {
  const std::string text = fixed_text(value, "%+.4f");
  return text.find_first_of("123456789") == std::string::npos ? " 0.0000" : text;
}

/// A probability, never shown as 0 when it is not.
std::string p_text(double p) {
  return p > 0 && p < 0.0001 ? "< 0.0001" : fixed_text(p, "%.4f");
}

/// The names of the runs' files without their folders, where that tells them apart.
std::vector<std::string> short_names(const std::vector<RunEvaluation>& runs) {
  std::vector<std::string> names;
  std::vector<std::string> paths;
  for (const RunEvaluation& run : runs) {
    paths.push_back(printable(run.run).text);
    names.push_back(printable(std::filesystem::path(run.run).filename().string()).text);
  }
  const bool unique = std::set<std::string>(names.begin(), names.end()).size() == names.size();
  return unique ? names : paths;
}

bool is_significant(const EvaluationReport& report, std::size_t run, std::size_t measure) {
  return std::any_of(report.comparisons.begin(), report.comparisons.end(),
                     [&](const RunComparison& comparison) {
                       return comparison.run == run && comparison.measure == measure &&
                              comparison.randomisation_p_holm < significant;
                     });
}

/// Columns of text side by side: the first to the left, the others to the right.
class Table {
 public:
  explicit Table(std::size_t left_columns) : left_columns_(left_columns) {}

  void add(std::vector<std::string> row) {
    widths_.resize(std::max(widths_.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths_[i] = std::max(widths_[i], display_width(row[i]));
    }
    rows_.push_back(std::move(row));
  }

  std::vector<Line> lines() const {
    std::vector<Line> lines;
    lines.reserve(rows_.size());
    for (const std::vector<std::string>& row : rows_) {
      std::string text;
      for (std::size_t i = 0; i < row.size(); ++i) {
        text += (i > 0 ? "  " : "") + padded(row[i], widths_[i], i >= left_columns_);
      }
      lines.push_back({{text, Look::Plain}});
    }
    return lines;
  }

 private:
  std::size_t left_columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

std::vector<Line> summary_lines(const EvaluationReport& report,
                                const std::vector<std::string>& names) {
  Table table(1);
  const bool marked = !report.comparisons.empty();
  std::vector<std::string> head{""};
  for (const std::string& name : names) {
    head.push_back(name + (marked ? "  " : ""));
  }
  table.add(std::move(head));
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    if (!tells_of_runs(report.measures[i])) {
      continue;
    }
    std::vector<std::string> row{printable(report.measures[i].name).text};
    for (std::size_t run = 0; run < report.runs.size(); ++run) {
      row.push_back(summary_text(report.runs[run], report.measures[i], i) +
                    (!marked                          ? ""
                     : is_significant(report, run, i) ? " *"
                                                      : "  "));
    }
    table.add(std::move(row));
  }
  return table.lines();
}

std::vector<Line> topic_lines(const EvaluationReport& report,
                              const std::vector<std::string>& names) {
  Table table(2);
  std::vector<std::string> head{"topic", "measure"};
  head.insert(head.end(), names.begin(), names.end());
  table.add(std::move(head));
  for (std::size_t topic = 0; topic < report.runs.front().topics.size(); ++topic) {
    const bool in_any =
        std::any_of(report.runs.begin(), report.runs.end(),
                    [topic](const RunEvaluation& run) { return run.topics[topic].in_run; });
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
      const Measure& measure = report.measures[i];
      if (!tells_of_topics(measure) || (report.rules.common_topics_only && !in_any)) {
        continue;
      }
      std::vector<std::string> row{printable(report.runs.front().topics[topic].topic).text,
                                   printable(measure.name).text};
      for (const RunEvaluation& run : report.runs) {
        row.push_back(run.topics[topic].in_run ? topic_text(run.topics[topic], measure, i) : "-");
      }
      table.add(std::move(row));
    }
  }
  return table.lines();
}

/// "p 0.0312 (Holm 0.0625; t-test 0.0298, Holm 0.0596)"; with two runs there is nothing to correct.
std::string tests_text(const RunComparison& comparison, bool corrected) {
  const auto holm_text = [corrected](double p) {
    return corrected ? "Holm " + p_text(p) : std::string{};
  };
  std::string other = holm_text(comparison.randomisation_p_holm);
  if (comparison.t.p) {
    other += (other.empty() ? "t-test " : "; t-test ") + p_text(*comparison.t.p);
    other += (corrected ? ", " : "") + holm_text(comparison.t_p_holm.value_or(1));
  }
  return "p " + p_text(comparison.randomisation.p) + (other.empty() ? "" : " (" + other + ")");
}

std::string difference_text(const EvaluationReport& report, const RunComparison& comparison) {
  std::string text = signed_text(comparison.t.mean);
  if (comparison.t.low && comparison.t.high) {
    text += "  " + fixed_text(100 * report.comparison_rules.confidence, "%.10g") + "% " +
            signed_text(*comparison.t.low) + " to " + signed_text(*comparison.t.high);
  }
  return text + "  " + tests_text(comparison, report.runs.size() > 2);
}

std::string counts_text(const RunComparison& comparison) {
  const std::string effect =
      comparison.t.effect_size ? "d " + fixed_text(*comparison.t.effect_size, "%+.2f") + ", " : "";
  return effect + std::to_string(comparison.wins) + " won, " + std::to_string(comparison.ties) +
         " equal, " + std::to_string(comparison.losses) + " lost";
}

std::string extremes_text(const std::string& label, const std::vector<TopicDifference>& topics) {
  std::string text = label;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    text += (i > 0 ? ", " : " ") + printable(topics[i].topic).text + " " +
            signed_text(topics[i].difference);
  }
  return text;
}

std::vector<Line> comparison_lines(const EvaluationReport& report,
                                   const std::vector<std::string>& names) {
  Table table(3);
  for (const RunComparison& comparison : report.comparisons) {
    table.add({printable(report.measures[comparison.measure].name).text, names[comparison.run],
               difference_text(report, comparison)});
    table.add({"", "", counts_text(comparison)});
    if (!comparison.won.empty()) {
      table.add({"", "", extremes_text("won most:", comparison.won)});
    }
    if (!comparison.lost.empty()) {
      table.add({"", "", extremes_text("lost most:", comparison.lost)});
    }
  }
  return table.lines();
}

void write_head(std::ostream& out, const EvaluationReport& report, const TextStyle& style) {
  std::vector<Line> lines;
  const RunEvaluation& run = report.runs.front();
  std::string head = counted(run.judged_topics, "judged topic") + ", averaged over ";
  if (!report.rules.common_topics_only) {
    head += run.judged_topics == 1 ? "it" : "all of them";
  } else if (report.runs.size() == 1) {
    head += "the " + with_thousands(run.common_topics) + " with results";
  } else {
    head += "those with results";
  }
  lines.push_back({{head, Look::Plain}});
  for (const std::string& notice : evaluation_notices(report)) {
    lines.push_back({printable(notice, Look::Warning)});
  }
  lines.emplace_back();
  write_lines(out, lines, style);
}

}  // namespace

void render_evaluation_text(std::ostream& out, const EvaluationReport& report,
                            const TextStyle& style) {
  const std::vector<std::string> names = short_names(report.runs);
  write_head(out, report, style);
  if (report.per_topic) {
    write_lines(out, topic_lines(report, names), style);
    write_lines(out, {{}}, style);
  }
  write_lines(out, summary_lines(report, names), style);
  if (!report.comparisons.empty()) {
    const std::string holm_text = report.runs.size() > 2 ? ", Holm's correction" : "";
    const std::string test_text = "* p below 0.05: paired randomisation test" + holm_text;
    write_lines(
        out,
        {{}, {{"compared with " + names.front(), Look::Plain}}, {{test_text, Look::Detail}}, {}},
        style);
    write_lines(out, comparison_lines(report, names), style);
  }
}

}  // namespace dateline
