// What stands before the cursor: what is searched for and how many articles that finds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "searcher/prompt/state.h"
#include "searcher/render/layout.h"

namespace dateline {

/// "Wagner rights · Volker Türk · not Reuters · newest (17)> ", shortened to `width` columns;
/// without a state "dateline> ". No control characters.
Line prompt_text(const PromptState* state, std::size_t total, std::size_t width);

}  // namespace dateline
