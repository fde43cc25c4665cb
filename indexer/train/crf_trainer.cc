// Forward and backward sums in the log domain; one chain, one step.
#include "indexer/train/crf_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

namespace dateline {

namespace {

using Lanes = std::array<float, lanes>;

constexpr float never = -1e9F;
constexpr float smallest_gradient = 1e-3F;

float log_sum(const Lanes& values) {
  const float highest = *std::max_element(values.begin(), values.begin() + label_count);
  float sum = 0;
  for (std::size_t i = 0; i < label_count; ++i) {
    sum += std::exp(values.at(i) - highest);
  }
  return highest + std::log(sum);
}

class Trainer {
 public:
  Trainer(std::span<const Chain> chains, const TrainingOptions& options)
      : chains_(chains), options_(options), random_(options.seed), mean_weights_(row_count) {}

  NameModel train(const std::function<void(unsigned, double)>& on_pass) {
    std::vector<std::size_t> order(chains_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (unsigned run = 0; run < options_.runs; ++run) {
      begin_run();
      train_once(order, on_pass);
    }
    return quantized();
  }

 private:
  void begin_run() {
    weights_.assign(row_count, {});
    squares_.assign(row_count, {});
    transitions_ = {};
    transition_squares_ = {};
  }

  void train_once(std::vector<std::size_t>& order,
                  const std::function<void(unsigned, double)>& on_pass) {
    for (unsigned pass = 1; pass <= options_.passes; ++pass) {
      shuffle(order);
      double loss = 0;
      for (const std::size_t chain : order) {
        loss += learn(chains_[chain]);
      }
      on_pass(pass, loss / static_cast<double>(std::max<std::size_t>(1, order.size())));
      if (2 * pass > options_.passes) {
        add_to_mean();
      }
    }
  }

  /// Not std::shuffle, whose order differs between libraries.
  void shuffle(std::vector<std::size_t>& order) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random_() % i]);
    }
  }

  double learn(const Chain& chain) {
    draw_lots(chain);
    score(chain);
    sum_forward();
    sum_backward();
    const float all = log_sum(final_);
    const float loss = all - score_of_truth(chain);
    learn_transitions(chain, all);
    learn_rows(chain, all);
    return loss;
  }

  void draw_lots(const Chain& chain) {
    const auto threshold = static_cast<std::uint32_t>(options_.dropout * 4294967295.0);
    kept_.clear();
    kept_ends_.clear();
    for (std::size_t word = 0; word < chain.labels.size(); ++word) {
      for (const Row row : chain.rows_of(word)) {
        if (random_() >= threshold) {
          kept_.push_back(row);
        }
      }
      kept_ends_.push_back(kept_.size());
    }
  }

  std::span<const Row> kept(std::size_t word) const {
    const std::size_t begin = word == 0 ? 0 : kept_ends_[word - 1];
    return std::span(kept_).subspan(begin, kept_ends_[word] - begin);
  }

  void score(const Chain& chain) {
    scores_.assign(chain.labels.size(), Lanes{});
    for (std::size_t word = 0; word < scores_.size(); ++word) {
      for (const Row row : kept(word)) {
        const Lanes& weights = weights_[row];
        for (std::size_t i = 0; i < lanes; ++i) {
          scores_[word][i] += weights[i];
        }
      }
    }
  }

  void sum_forward() {
    forward_.resize(scores_.size());
    for (Label next = 0; next < label_count; ++next) {
      forward_[0].at(next) = label::may_follow(label::outside, next)
                                 ? scores_[0].at(next) + transitions_[label::outside][next]
                                 : never;
    }
    for (std::size_t word = 1; word < scores_.size(); ++word) {
      for (Label next = 0; next < label_count; ++next) {
        Lanes from{};
        for (Label label = 0; label < label_count; ++label) {
          from.at(label) = label::may_follow(label, next)
                               ? forward_[word - 1].at(label) + transitions_[label][next]
                               : never;
        }
        forward_[word].at(next) = log_sum(from) + scores_[word].at(next);
      }
    }
    final_ = {};
    for (Label label = 0; label < label_count; ++label) {
      final_.at(label) = label::is_open(label)
                             ? never
                             : forward_.back().at(label) + transitions_[label][label::outside];
    }
  }

  void sum_backward() {
    backward_.resize(scores_.size());
    for (Label label = 0; label < label_count; ++label) {
      backward_.back().at(label) =
          label::is_open(label) ? never : transitions_[label][label::outside];
    }
    for (std::size_t word = scores_.size() - 1; word > 0; --word) {
      for (Label label = 0; label < label_count; ++label) {
        Lanes to{};
        for (Label next = 0; next < label_count; ++next) {
          to.at(next) =
              label::may_follow(label, next)
                  ? transitions_[label][next] + scores_[word].at(next) + backward_[word].at(next)
                  : never;
        }
        backward_[word - 1].at(label) = log_sum(to);
      }
    }
  }

  float score_of_truth(const Chain& chain) const {
    float score = 0;
    Label before = label::outside;
    for (std::size_t word = 0; word < chain.labels.size(); ++word) {
      const Label label = chain.labels[word];
      score += transitions_.at(before).at(label) + scores_[word].at(label);
      before = label;
    }
    return score + transitions_.at(before)[label::outside];
  }

  void learn_transitions(const Chain& chain, float all) {
    std::array<Lanes, lanes> gradients{};
    for (Label next = 0; next < label_count; ++next) {
      if (label::may_follow(label::outside, next)) {
        gradients[label::outside].at(next) +=
            std::exp(forward_[0].at(next) + backward_[0].at(next) - all);
      }
    }
    for (std::size_t word = 1; word < scores_.size(); ++word) {
      for (Label label = 0; label < label_count; ++label) {
        for (Label next = 0; next < label_count; ++next) {
          if (label::may_follow(label, next)) {
            gradients.at(label).at(next) +=
                std::exp(forward_[word - 1].at(label) + transitions_.at(label).at(next) +
                         scores_[word].at(next) + backward_[word].at(next) - all);
          }
        }
      }
    }
    Label before = label::outside;
    for (const Label label : chain.labels) {
      gradients.at(before).at(label) -= 1;
      before = label;
    }
    gradients.at(before)[label::outside] -= 1;
    for (Label label = 0; label < label_count; ++label) {
      gradients.at(label)[label::outside] +=
          label::is_open(label) ? 0 : std::exp(final_.at(label) - all);
      for (Label next = 0; next < label_count; ++next) {
        const float gradient = gradients.at(label).at(next) * chain.weight;
        step(gradient, transitions_.at(label).at(next), transition_squares_.at(label).at(next));
      }
    }
  }

  void learn_rows(const Chain& chain, float all) {
    for (std::size_t word = 0; word < scores_.size(); ++word) {
      Lanes gradient{};
      float largest = 0;
      for (Label label = 0; label < label_count; ++label) {
        const float expected = std::exp(forward_[word].at(label) + backward_[word].at(label) - all);
        const float error = expected - (chain.labels[word] == label ? 1.0F : 0.0F);
        largest = std::max(largest, std::abs(error));
        gradient.at(label) = error * chain.weight;
      }
      if (largest < smallest_gradient) {
        continue;
      }
      for (const Row row : kept(word)) {
        Lanes& weights = weights_[row];
        Lanes& squares = squares_[row];
        for (std::size_t i = 0; i < lanes; ++i) {
          step(gradient[i] + options_.decay * weights[i], weights[i], squares[i]);
        }
      }
    }
  }

  void step(float gradient, float& weight, float& square) const {
    square += gradient * gradient;
    weight -= options_.rate * gradient / (std::sqrt(square) + 1e-4F);
  }

  /// The model is the mean of the weights after each pass of the second half of each run, which
  /// sways less with the order of chains and the lots (Polyak, Juditsky 1992). Only ratios count,
  /// so the sum does.
  void add_to_mean() {
    for (std::size_t row = 0; row < row_count; ++row) {
      for (std::size_t i = 0; i < lanes; ++i) {
        mean_weights_[row][i] += weights_[row][i];
      }
    }
    for (std::size_t from = 0; from < label_count; ++from) {
      for (std::size_t to = 0; to < label_count; ++to) {
        mean_transitions_[from][to] += transitions_[from][to];
      }
    }
  }

  /// One scale for all, such that one weight in two thousand is cut off at 127.
  NameModel quantized() const {
    constexpr double cut_part = 0.9995;
    constexpr float highest = 127;
    constexpr int weakest = 20;  // rows that never say more decide nothing, and are left out
    std::vector<float> sizes;
    for (const Lanes& row : mean_weights_) {
      for (const float weight : row) {
        if (weight != 0) {
          sizes.push_back(std::abs(weight));
        }
      }
    }
    float scale = 1;
    if (!sizes.empty()) {
      const auto cut = static_cast<std::ptrdiff_t>(cut_part * static_cast<double>(sizes.size()));
      std::nth_element(sizes.begin(), sizes.begin() + cut, sizes.end());
      scale = highest / sizes[static_cast<std::size_t>(cut)];
    }
    std::vector<NameModel::Weights> weights(row_count);
    for (std::size_t row = 0; row < row_count; ++row) {
      for (std::size_t i = 0; i < label_count; ++i) {
        weights[row].at(i) = static_cast<std::int8_t>(
            std::clamp(std::round(mean_weights_[row].at(i) * scale), -highest, highest));
      }
      if (std::all_of(weights[row].begin(), weights[row].end(),
                      [](int weight) { return std::abs(weight) < weakest; })) {
        weights[row] = {};
      }
    }
    NameModel::Transitions transitions{};
    for (std::size_t from = 0; from < label_count; ++from) {
      for (std::size_t to = 0; to < label_count; ++to) {
        transitions.at(from).at(to) =
            static_cast<std::int16_t>(std::round(mean_transitions_.at(from).at(to) * scale));
      }
    }
    return {std::move(weights), transitions};
  }

  std::span<const Chain> chains_;
  const TrainingOptions& options_;
  std::mt19937 random_;
  std::vector<Lanes> weights_;
  std::vector<Lanes> squares_;
  std::vector<Lanes> mean_weights_;
  std::array<Lanes, lanes> mean_transitions_{};
  std::array<Lanes, lanes> transitions_{};
  std::array<Lanes, lanes> transition_squares_{};
  std::vector<Row> kept_;
  std::vector<std::size_t> kept_ends_;
  std::vector<Lanes> scores_;
  std::vector<Lanes> forward_;
  std::vector<Lanes> backward_;
  Lanes final_{};
};

}  // namespace

NameModel train_model(std::span<const Chain> chains, const TrainingOptions& options,
                      const std::function<void(unsigned, double)>& on_pass) {
  return Trainer(chains, options).train(on_pass);
}

}  // namespace dateline
