// Scores: exact spans and types against what people marked.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entity_tagger.h"
#include "indexer/entities/label.h"
#include "indexer/train/gold_text.h"

namespace dateline {

struct Counts {
  std::size_t right = 0;
  std::size_t wrong = 0;   ///< found, but not marked so
  std::size_t missed = 0;  ///< marked, but not found so

  /// In per cent; 0 where nothing is right.
  double precision() const;
  double recall() const;
  double f1() const;
  void add(const Counts& other);
};

/// Counts by type: person, organization, location.
struct Evaluation {
  std::array<Counts, label::typed_names> types;
  std::map<std::string, std::size_t> errors;  ///< "missed organization: Acme", and how often

  Counts all() const;
  void add(const Evaluation& other);
};

/// Compares the mentions a tagger finds in texts with those marked; names of other types do not
/// count.
Evaluation evaluate(const EntityTagger& tagger, std::span<const GoldText> texts);

/// "F 78.12 (P 80.1 R 76.2)  person 84.0  organization 68.1  location 81.2".
std::string to_string(const Evaluation& evaluation);

}  // namespace dateline
