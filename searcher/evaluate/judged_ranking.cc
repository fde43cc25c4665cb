#include "searcher/evaluate/judged_ranking.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

struct GradedDocument {
  const RetrievedDocument* document = nullptr;
  double score = 0;
  std::int64_t grade = not_in_pool;
};

/// A score as the version of trec_eval holds it.
double held_score(double score, TrecEvalVersion version) {
  return version == TrecEvalVersion::Nine ? static_cast<double>(static_cast<float>(score)) : score;
}

/// The documents in the order of ids, each with its grade; a walk through two sorted lists.
std::vector<GradedDocument> grade_documents(std::span<const RetrievedDocument> documents,
                                            std::span<const Judgement> judgements,
                                            TrecEvalVersion version) {
  std::vector<GradedDocument> graded;
  graded.reserve(documents.size());
  auto judgement = judgements.begin();
  for (const RetrievedDocument& document : documents) {
    while (judgement != judgements.end() && judgement->id < document.id) {
      ++judgement;
    }
    std::int64_t grade = not_in_pool;
    if (judgement != judgements.end() && judgement->id == document.id) {
      grade = judgement->grade < 0 ? unjudged_in_pool : judgement->grade;
    }
    graded.push_back({&document, held_score(document.score, version), grade});
  }
  return graded;
}

}  // namespace

JudgedRanking judge_ranking(std::span<const RetrievedDocument> documents,
                            std::span<const Judgement> judgements, const RankingRules& rules) {
  std::vector<GradedDocument> graded = grade_documents(documents, judgements, rules.version);
  std::sort(
      graded.begin(), graded.end(), [](const GradedDocument& left, const GradedDocument& right) {
        return std::tie(left.score, left.document->id) > std::tie(right.score, right.document->id);
      });
  graded.resize(std::min(graded.size(), rules.depth));
  JudgedRanking ranking;
  ranking.grades.reserve(graded.size());
  for (const GradedDocument& document : graded) {
    if (document.grade >= 0 || !rules.judged_only) {
      ranking.grades.push_back(document.grade);
    }
  }
  for (const Judgement& judgement : judgements) {
    if (judgement.grade >= 0) {
      ++ranking.by_grade[judgement.grade];
    }
  }
  return ranking;
}

GradedTopic grade_topic(const JudgedRanking& ranking, std::int64_t level) {
  GradedTopic topic{
      .ranking = ranking, .level = level, .relevant = 0, .nonrelevant = 0, .relevant_retrieved = 0};
  for (const auto& [grade, count] : ranking.by_grade) {
    (grade >= level ? topic.relevant : topic.nonrelevant) += count;
  }
  topic.relevant_retrieved = static_cast<std::size_t>(
      std::count_if(ranking.grades.begin(), ranking.grades.end(),
                    [level](std::int64_t grade) { return grade >= level; }));
  return topic;
}

}  // namespace dateline
