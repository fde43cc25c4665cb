// Training: the weights under which the marked labels are likeliest.
//
// A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): the gradient of the
// log-likelihood of a chain is what is observed less what the model expects, by forward and
// backward sums. Weights follow it chain by chain with AdaGrad's rates (Duchi, Hazan, Singer 2011).
// In every pass a part of the features is left out by lot, so that no single word decides alone
// and context is learnt as well.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "indexer/entities/name_model.h"
#include "indexer/train/chain.h"

namespace dateline {

struct TrainingOptions {
  unsigned runs = 4;  ///< from the start, each with other orders and lots; the model is their mean
  unsigned passes = 8;
  float rate = 0.05F;
  float dropout = 0.5F;    ///< the part of the features left out
  float decay = 1e-6F;     ///< L2
  std::uint32_t seed = 7;  ///< of the order of chains and of the lots
};

/// Trains a model. The same chains and options give the same bytes on the same machine. `on_pass`
/// is told the mean loss after each pass.
NameModel train_model(std::span<const Chain> chains, const TrainingOptions& options,
                      const std::function<void(unsigned pass, double loss)>& on_pass);

}  // namespace dateline
