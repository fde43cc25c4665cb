// What a run of capitals is that neither gazetteer nor titles explain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/name.h"
#include "indexer/entities/document.h"

namespace dateline {

/// How sure a rule is of its type: what NameSpan::weight holds.
inline constexpr std::uint32_t guess = 1;
inline constexpr std::uint32_t by_context = 2;
inline constexpr std::uint32_t known = 3;

inline constexpr std::size_t longest_person = 5;  ///< words

struct Judgement {
  NameType type = NameType::Person;
  std::uint32_t weight = guess;
};

/// Judges the capitalised words [first, end) by their neighbours and by themselves; empty when
/// nothing speaks for a name.
std::optional<Judgement> judge_piece(const Document& document, std::size_t first, std::size_t end);

}  // namespace dateline
