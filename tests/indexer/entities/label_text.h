// Prints labels as the literature writes them.
#pragma once

#include <span>
#include <string>

#include "indexer/entities/label.h"

namespace dateline {

/// "O", "B-P" for the begin of a person, "I-O", "L-L", "U-P"; "B-M" and "I-M" for other names.
inline std::string label_text(Label label) {
  if (label == label::outside) {
    return "O";
  }
  if (!label::is_typed(label)) {
    return label == label::other_begin ? "B-M" : "I-M";
  }
  return {"BILU"[static_cast<std::size_t>(label::part_of(label))], '-',
          "POL"[label::type_of(label)]};
}

inline std::string label_text(std::span<const Label> labels) {
  std::string text;
  for (const Label label : labels) {
    text += text.empty() ? "" : " ";
    text += label_text(label);
  }
  return text;
}

}  // namespace dateline
