// Xapian's own models, and one of ours.
//
// Xapian 1.4's language model with Dirichlet smoothing ranks far below what the model can: it keeps
// weights from going below zero one word at a time. Here the part that is negative, that of the
// length, is raised by a constant for the whole query instead, which changes no order (Zhai and
// Lafferty, "A study of smoothing methods for language models applied to information retrieval",
// ACM Transactions on Information Systems 22, 2004, formula 4).
#include "searcher/match/weights.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace dateline {

namespace {

#if XAPIAN_MAJOR_VERSION < 2

class DirichletWeight : public Xapian::Weight {
 public:
  DirichletWeight(double mu, double query_length) : mu_(mu), query_length_(query_length) {
    for (const stat_flags stat : {WDF, WDF_MAX, WQF, DOC_LENGTH, DOC_LENGTH_MIN, DOC_LENGTH_MAX,
                                  COLLECTION_FREQ, TOTAL_LENGTH}) {
      need_stat(stat);
    }
  }

  void init(double factor) override {
    factor_ = factor * get_wqf();
    // What the smoothing counts of the word in every article.
    const double total = get_average_length() * get_collection_size();
    smoothed_ = total > 0 ? mu_ * get_collection_freq() / total : 0;
  }

  std::string name() const override { return "DirichletWeight"; }
  DirichletWeight* clone() const override { return new DirichletWeight(mu_, query_length_); }

  double get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                     Xapian::termcount /*unique_terms*/) const override {
    return smoothed_ > 0 ? factor_ * std::log1p(wdf / smoothed_) : 0;
  }
  double get_maxpart() const override { return get_sumpart(get_wdf_upper_bound(), 0, 0); }

  double get_sumextra(Xapian::termcount length, Xapian::termcount /*unique_terms*/) const override {
    return query_length_ *
           std::log((mu_ + get_doclength_upper_bound()) / (mu_ + static_cast<double>(length)));
  }
  double get_maxextra() const override { return get_sumextra(get_doclength_lower_bound(), 0); }

 private:
  double mu_;
  double query_length_;
  double factor_ = 0;
  double smoothed_ = 0;
};

#else

class DirichletWeight : public Xapian::LMDirichletWeight {
 public:
  DirichletWeight(double mu, double /*query_length*/) : Xapian::LMDirichletWeight(mu) {}
};

#endif

/// How many words weigh, each as often as it stands in the query; the stems of one word are one.
double weighted_length(const Xapian::Query& query) {
  const Xapian::Query::op op = query.get_type();
  const std::size_t parts = query.get_num_subqueries();
  if (op == Xapian::Query::LEAF_TERM) {
    return query.get_length();
  }
  if (op == Xapian::Query::OP_SYNONYM) {
    return 1;
  }
  const bool only_first = op == Xapian::Query::OP_FILTER || op == Xapian::Query::OP_AND_NOT;
  double length = 0;
  for (std::size_t i = 0; i < (only_first ? std::min<std::size_t>(parts, 1) : parts); ++i) {
    length += weighted_length(query.get_subquery(i));
  }
  return length;
}

}  // namespace

SetPlace set_place(const RankingScheme& scheme) {
  return scheme.model == RankingModel::Dirichlet ? SetPlace::Last : SetPlace::BySize;
}

std::unique_ptr<Xapian::Weight> make_weight(const RankingScheme& scheme, const Xapian::Query& query,
                                            double added) {
  constexpr double k2 = 0;
  constexpr double min_normlen = 0;
  switch (scheme.model) {
    case RankingModel::Bm25Plus:
      return std::make_unique<Xapian::BM25PlusWeight>(scheme.k1, k2, scheme.k3, scheme.b,
                                                      min_normlen, scheme.delta);
    case RankingModel::TfIdf: return std::make_unique<Xapian::TfIdfWeight>();
    case RankingModel::Pl2: return std::make_unique<Xapian::PL2Weight>(scheme.c);
    case RankingModel::InL2: return std::make_unique<Xapian::InL2Weight>(scheme.c);
    case RankingModel::InEB2: return std::make_unique<Xapian::IneB2Weight>(scheme.c);
    case RankingModel::BB2: return std::make_unique<Xapian::BB2Weight>(scheme.c);
    case RankingModel::Dph: return std::make_unique<Xapian::DPHWeight>();
    case RankingModel::Dlh: return std::make_unique<Xapian::DLHWeight>();
    case RankingModel::Dirichlet:
      return std::make_unique<DirichletWeight>(scheme.mu, weighted_length(query) + added);
    case RankingModel::Bm25: break;
  }
  return std::make_unique<Xapian::BM25Weight>(scheme.k1, k2, scheme.k3, scheme.b, min_normlen);
}

}  // namespace dateline
