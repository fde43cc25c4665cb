// What the words around a run say of it.
#pragma once

#include <cstddef>

#include "indexer/entities/document.h"

namespace dateline {

/// Evidence for the type of the words [first, end), from their neighbours.
struct Context {
  bool title_before = false;         ///< "spokesman X", "the ambassador, X"
  bool speech = false;               ///< "X said", "said X"
  bool person_apposition = false;    ///< "X, a lawyer", "X, 45,"
  bool place_before = false;         ///< "in X", "the village of X"
  bool near_before = false;          ///< "in X", "near X": nearly always a place
  bool place_noun_before = false;    ///< "the village of X"
  bool place_apposition = false;     ///< "X, a village in", "X, Mali"
  bool organization_beside = false;  ///< "the newspaper X", "the X group"
  bool the_before = false;
};

Context context_of(const Document& document, std::size_t first, std::size_t end);

}  // namespace dateline
