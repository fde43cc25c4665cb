// Random judgements and runs, scored a second way: from the definitions, with no ranking that is
// sorted once and walked once.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/searcher/evaluate/scored.h"

namespace dateline {

namespace {

constexpr unsigned cases = 200;

using Grades = std::map<std::string, int>;
using Scores = std::map<std::string, float>;

struct Sample {
  std::map<std::string, Grades> judged;
  std::map<std::string, Scores> found;
};

/// Few scores, so that many are equal; grades from below 0 on; topics that only one side has.
Sample make_sample(std::mt19937& random) {
  const auto number = [&random](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  Sample sample;
  for (int topic = 0; topic < number(1, 6); ++topic) {
    const std::string name = std::to_string(number(1, 30));
    for (int i = 0; number(0, 4) > 0 && i < number(1, 25); ++i) {
      sample.judged[name]["d" + std::to_string(number(1, 40))] = number(-2, 3);
    }
    for (int i = 0; number(0, 4) > 0 && i < number(1, 40); ++i) {
      sample.found[name]["d" + std::to_string(number(1, 40))] = static_cast<float>(number(0, 6));
    }
  }
  sample.judged["common"]["d1"] = number(0, 2);
  sample.found["common"]["d1"] = 1;
  return sample;
}

std::string spaced(std::initializer_list<std::string_view> fields) {
  std::string line;
  for (const std::string_view field : fields) {
    line += line.empty() ? "" : " ";
    line += field;
  }
  return line;
}

/// The lines of both files in random order, some of the run's twice.
std::string lines_of(std::vector<std::string> lines, std::mt19937& random) {
  std::shuffle(lines.begin(), lines.end(), random);
  std::string text;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
  }
  return text;
}

Qrels write_and_read_qrels(const Sample& sample, std::mt19937& random) {
  std::vector<std::string> lines;
  for (const auto& [topic, grades] : sample.judged) {
    for (const auto& [id, grade] : grades) {
      lines.push_back(spaced({topic, "0", id, std::to_string(grade)}));
    }
  }
  return test::qrels_of(lines_of(std::move(lines), random));
}

RetrievalRun write_and_read_run(const Sample& sample, std::mt19937& random) {
  std::vector<std::string> lines;
  std::string repeated;
  for (const auto& [topic, scores] : sample.found) {
    for (const auto& [id, score] : scores) {
      lines.push_back(spaced({topic, "Q0", id, "0", std::to_string(score), "t"}));
      repeated += spaced({topic, "Q0", id, "0 99 t\n"});
    }
  }
  return test::run_of(lines_of(std::move(lines), random) + repeated);
}

/// The rank of a document: one more than there are documents before it.
std::size_t rank_of(const Scores& scores, const std::string& id) {
  std::size_t rank = 1;
  for (const auto& [other, score] : scores) {
    rank += score > scores.at(id) || (score == scores.at(id) && other > id) ? 1U : 0U;
  }
  return rank;
}

/// What the definitions need of a topic: the ranks of its relevant documents that were found.
struct Facts {
  std::vector<std::size_t> ranks;
  std::vector<std::size_t> nonrelevant_ranks;
  std::vector<int> ideal;  ///< grades above 0, falling
  std::map<std::size_t, int> grade_at;
  double relevant = 0;
  double nonrelevant = 0;
  double retrieved = 0;
};

Facts facts_of(const Grades& grades, const Scores& scores) {
  Facts facts;
  facts.retrieved = static_cast<double>(scores.size());
  for (const auto& [id, grade] : grades) {
    const bool found = scores.count(id) > 0;
    facts.relevant += grade > 0 ? 1 : 0;
    facts.nonrelevant += grade == 0 ? 1 : 0;
    if (grade > 0) {
      facts.ideal.push_back(grade);
    }
    if (found && grade >= 0) {
      const std::size_t rank = rank_of(scores, id);
      (grade > 0 ? facts.ranks : facts.nonrelevant_ranks).push_back(rank);
      facts.grade_at[rank] = grade;
    }
  }
  std::sort(facts.ideal.rbegin(), facts.ideal.rend());
  return facts;
}

double count_to(const std::vector<std::size_t>& ranks, double last) {
  return static_cast<double>(std::count_if(ranks.begin(), ranks.end(), [last](std::size_t rank) {
    return static_cast<double>(rank) <= last;
  }));
}

double average_precision_of(const Facts& facts) {
  double sum = 0;
  for (const std::size_t rank : facts.ranks) {
    const auto at = static_cast<double>(rank);
    sum += count_to(facts.ranks, at) / at;
  }
  return facts.relevant == 0 ? 0 : sum / facts.relevant;
}

double bpref_of(const Facts& facts) {
  double sum = 0;
  for (const std::size_t rank : facts.ranks) {
    const double before = count_to(facts.nonrelevant_ranks, static_cast<double>(rank));
    sum += before == 0
               ? 1
               : 1 - std::min(before, facts.relevant) / std::min(facts.nonrelevant, facts.relevant);
  }
  return facts.relevant == 0 ? 0 : sum / facts.relevant;
}

double ndcg_of(const Facts& facts, std::size_t cutoff) {
  double gained = 0;
  for (const auto& [rank, grade] : facts.grade_at) {
    gained += rank <= cutoff ? grade / std::log2(static_cast<double>(rank + 1)) : 0;
  }
  double ideal = 0;
  for (std::size_t i = 0; i < std::min(cutoff, facts.ideal.size()); ++i) {
    ideal += facts.ideal[i] / std::log2(static_cast<double>(i + 2));
  }
  return ideal == 0 ? 0 : gained / ideal;
}

double interpolated_of(const Facts& facts, double recall) {
  const double wanted = std::floor(recall * facts.relevant + 0.9);
  double best = 0;
  for (const std::size_t rank : facts.ranks) {
    const auto at = static_cast<double>(rank);
    if (count_to(facts.ranks, at) >= wanted) {
      best = std::max(best, count_to(facts.ranks, at) / at);
    }
  }
  return best;
}

const std::vector<std::string> names{
    "map",        "bpref",    "ndcg",        "ndcg_cut_5",
    "P_10",       "recall_5", "Rprec",       "recip_rank",
    "set_recall", "set_P",    "success_5",   "relative_P_5",
    "num_ret",    "num_rel",  "num_rel_ret", "iprec_at_recall_0.30"};

std::vector<double> by_definition(const Facts& facts) {
  const double relevant = std::max(facts.relevant, 1.0);
  const double found = count_to(facts.ranks, 1e9);
  const double first =
      facts.ranks.empty()
          ? 0
          : 1 / static_cast<double>(*std::min_element(facts.ranks.begin(), facts.ranks.end()));
  return {average_precision_of(facts),
          bpref_of(facts),
          ndcg_of(facts, 1'000'000),
          ndcg_of(facts, 5),
          count_to(facts.ranks, 10) / 10,
          count_to(facts.ranks, 5) / relevant,
          count_to(facts.ranks, facts.relevant) / relevant,
          first,
          found / relevant,
          found / facts.retrieved,
          count_to(facts.ranks, 5) > 0 ? 1.0 : 0.0,
          count_to(facts.ranks, 5) / std::min(5.0, relevant),
          facts.retrieved,
          facts.relevant,
          found,
          interpolated_of(facts, 0.3)};
}

/// Checks the values of a topic, and adds what they should be.
void check_topic(const TopicEvaluation& topic, const std::vector<double>& expected,
                 std::vector<double>& sums) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    CAPTURE(topic.topic);
    CHECK(topic.values[i] == doctest::Approx(expected[i]).epsilon(1e-9));
    sums[i] += expected[i];
  }
}

void check_sample(const Sample& sample, const RunEvaluation& evaluation) {
  CHECK(evaluation.topics.size() == sample.judged.size());
  std::vector<double> sums(names.size(), 0);
  for (const TopicEvaluation& topic : evaluation.topics) {
    const auto found = sample.found.find(topic.topic);
    CHECK(topic.in_run == (found != sample.found.end()));
    if (found != sample.found.end()) {
      check_topic(topic, by_definition(facts_of(sample.judged.at(topic.topic), found->second)),
                  sums);
    }
  }
  const auto topics = static_cast<double>(sample.judged.size());
  CHECK(evaluation.summary[0] == doctest::Approx(sums[0] / topics).epsilon(1e-9));
}

}  // namespace

TEST_CASE("random runs score what the definitions say, whatever the order of their lines") {
  for (unsigned seed = 1; seed <= cases; ++seed) {
    std::mt19937 random(seed);
    const Sample sample = make_sample(random);
    const Qrels qrels = write_and_read_qrels(sample, random);
    const RetrievalRun run = write_and_read_run(sample, random);
    CAPTURE(seed);
    check_sample(sample, evaluate(run, qrels, test::measures_of(names), {}));
  }
}

TEST_CASE("every measure of a random run is a number") {
  for (unsigned seed = 1; seed <= cases; ++seed) {
    std::mt19937 random(seed);
    const Sample sample = make_sample(random);
    const Qrels qrels = write_and_read_qrels(sample, random);
    const RetrievalRun run = write_and_read_run(sample, random);
    const std::vector<Measure> measures =
        test::measures_of({"all_trec", "yaap", "rbp", "rbp_resid", "unj", "Runj", "Judged@10"});
    const RunEvaluation evaluation = evaluate(run, qrels, measures, {.level = seed % 3 + 1});
    for (std::size_t i = 0; i < measures.size(); ++i) {
      CAPTURE(seed);
      CAPTURE(measures[i].name);
      CHECK(std::isfinite(evaluation.summary[i]));
    }
  }
}

}  // namespace dateline
