#include "searcher/evaluate/measure_family.h"

#include <array>

namespace dateline {

namespace {

using Kind = MeasureKind;
using Summary = MeasureSummary;
using Parameter = MeasureParameter;

constexpr std::array cutoffs = {5., 10., 15., 20., 30., 100., 200., 500., 1000.};
constexpr std::array success_cutoffs = {1., 5., 10.};
constexpr std::array unjudged_cutoffs = {5., 10., 20.};
constexpr std::array recall_points = {0., 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.};
constexpr std::array multiples = {0.2, 0.4, 0.6, 0.8, 1., 1.2, 1.4, 1.6, 1.8, 2.};
constexpr std::array string_length = {10.};
constexpr std::array utility_weights = {1., -1., 0., 0.};
constexpr std::array recall_weight = {1.};

constexpr std::array families = {
    MeasureFamily{"runid", Kind::RunId, Summary::RunId},
    MeasureFamily{"num_q", Kind::Topics, Summary::Topics},
    MeasureFamily{"num_ret", Kind::Retrieved, Summary::Sum},
    MeasureFamily{"num_rel", Kind::Relevant, Summary::Sum},
    MeasureFamily{"num_rel_ret", Kind::RelevantRetrieved, Summary::Sum},
    MeasureFamily{"map", Kind::AveragePrecision},
    MeasureFamily{"gm_map", Kind::AveragePrecision, Summary::GeometricMean},
    MeasureFamily{"Rprec", Kind::RPrecision},
    MeasureFamily{"bpref", Kind::BinaryPreference},
    MeasureFamily{"recip_rank", Kind::ReciprocalRank},
    MeasureFamily{"iprec_at_recall", Kind::InterpolatedPrecision, Summary::Mean, Parameter::Points,
                  recall_points},
    MeasureFamily{"P", Kind::Precision, Summary::Mean, Parameter::Cutoffs, cutoffs},
    MeasureFamily{"relstring", Kind::RelevanceString, Summary::None, Parameter::Numbers,
                  string_length},
    MeasureFamily{"recall", Kind::Recall, Summary::Mean, Parameter::Cutoffs, cutoffs},
    MeasureFamily{"infAP", Kind::InferredAveragePrecision},
    MeasureFamily{"gm_bpref", Kind::BinaryPreference, Summary::GeometricMean},
    MeasureFamily{"Rprec_mult", Kind::PrecisionAtMultiple, Summary::Mean, Parameter::Points,
                  multiples},
    MeasureFamily{"utility", Kind::Utility, Summary::Mean, Parameter::Numbers, utility_weights},
    MeasureFamily{"11pt_avg", Kind::InterpolatedAverage, Summary::Mean, Parameter::Numbers,
                  recall_points},
    MeasureFamily{"binG", Kind::BinaryGain},
    MeasureFamily{"G", Kind::NormalizedGain, Summary::Mean, Parameter::Gains},
    MeasureFamily{"ndcg", Kind::Ndcg, Summary::Mean, Parameter::Gains},
    MeasureFamily{"ndcg_rel", Kind::NdcgAtRelevant, Summary::Mean, Parameter::Gains},
    MeasureFamily{"Rndcg", Kind::NdcgAtGrades, Summary::Mean, Parameter::Gains},
    MeasureFamily{"ndcg_cut", Kind::Ndcg, Summary::Mean, Parameter::Cutoffs, cutoffs},
    MeasureFamily{"map_cut", Kind::AveragePrecision, Summary::Mean, Parameter::Cutoffs, cutoffs},
    MeasureFamily{"relative_P", Kind::RelativePrecision, Summary::Mean, Parameter::Cutoffs,
                  cutoffs},
    MeasureFamily{"success", Kind::Success, Summary::Mean, Parameter::Cutoffs, success_cutoffs},
    MeasureFamily{"set_P", Kind::SetPrecision},
    MeasureFamily{"set_relative_P", Kind::SetRelativePrecision},
    MeasureFamily{"set_recall", Kind::SetRecall},
    MeasureFamily{"set_map", Kind::SetAveragePrecision},
    MeasureFamily{"set_F", Kind::SetF, Summary::Mean, Parameter::Numbers, recall_weight},
    MeasureFamily{"num_nonrel_judged_ret", Kind::JudgedNonrelevantRetrieved, Summary::Sum},
    MeasureFamily{
        "yaap", Kind::SmoothedAveragePrecision, Summary::Mean, Parameter::None, {}, false},
    MeasureFamily{"rbp", Kind::RankBiasedPrecision, Summary::Mean, Parameter::Gains, {}, false},
    MeasureFamily{"rbp_resid", Kind::RankBiasedResidual, Summary::Mean, Parameter::None, {}, false},
    MeasureFamily{"unj", Kind::Unjudged, Summary::Mean, Parameter::Cutoffs, unjudged_cutoffs,
                  false},
    MeasureFamily{"Runj", Kind::UnjudgedAtRelevant, Summary::Mean, Parameter::None, {}, false},
};

}  // namespace

std::span<const MeasureFamily> measure_families() {
  return families;
}

}  // namespace dateline
