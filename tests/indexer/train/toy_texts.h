// A few sentences that a trainer must be able to learn by heart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/label.h"
#include "indexer/train/gold_text.h"

namespace dateline {

/// Reads "[P Awa Diallo] left [L Gao]".
inline GoldText read_gold(std::string_view marked) {
  GoldText gold;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const std::size_t close = marked.find(']', at);
    if (marked[at] == '[' && close != std::string_view::npos) {
      const std::size_t begin = gold.text.size();
      gold.text += marked.substr(at + 3, close - at - 3);
      gold.names.push_back(
          {begin, gold.text.size(), std::string_view("POLM").find(marked[at + 1])});
      at = close;
    } else {
      gold.text += marked[at];
    }
  }
  return gold;
}

inline std::vector<GoldText> toy_texts() {
  std::vector<GoldText> texts;
  for (const std::string_view marked : {
           "President [P Dunmar Okeli] of [L Vorrika] met the [O Zelkor Board of Trade] there.",
           "then [P Okeli] flew to [L Vorrika] and [L Tessan], and the [M Tessani] team won",
           "at the [O Zelkor Bank] the manager [P Ivo van Randek] said no to [O VBT]",
           "in [L New Tessan] nobody came on Tuesday",
           "the [M Vorrika Cup Final] was won by [O Zelkor United]",
           "Nobody knows. The Board met. Then [P Ivo Randek], a lawyer, spoke in [L Vorrika].",
       }) {
    texts.push_back(read_gold(marked));
  }
  return texts;
}

}  // namespace dateline
