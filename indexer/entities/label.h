// The labels of the chain: what a word of a run is to a name.
//
// BILOU: the Begin, Inside and Last word of a name of several words, the Unit of one word, and
// outside of any name. Names that are neither persons, organisations nor places ("French",
// "World Cup") have two labels of their own, so that the rest need not explain them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline {

using Label = std::uint8_t;

inline constexpr std::size_t label_count = 15;
inline constexpr std::size_t lanes = 16;  ///< a row of weights is padded to this

namespace label {

inline constexpr Label outside = 0;
inline constexpr Label other_begin = 13;
inline constexpr Label other_inside = 14;

enum class Part : std::uint8_t { Begin, Inside, Last, Unit };

inline constexpr std::size_t typed_names = 3;  ///< person, organization, location
inline constexpr std::size_t other_name = 3;   ///< the type behind them

/// The label of a part of a name; `type` counts from 0 in the order of NameType.
constexpr Label of(std::size_t type, Part part) {
  if (type == other_name) {
    const bool begins = part == Part::Begin || part == Part::Unit;
    return begins ? other_begin : other_inside;
  }
  return static_cast<Label>(1 + 4 * type + static_cast<std::size_t>(part));
}

constexpr bool is_typed(Label label) {
  return label >= 1 && label < other_begin;
}
constexpr std::size_t type_of(Label label) {
  return is_typed(label) ? (label - 1U) / 4U : other_name;
}
constexpr Part part_of(Label label) {
  return static_cast<Part>((label - 1U) % 4U);
}

/// Whether a name goes on behind this label.
constexpr bool is_open(Label label) {
  return is_typed(label) && (part_of(label) == Part::Begin || part_of(label) == Part::Inside);
}

/// Whether `next` may stand behind `label`. Before a run stands `outside`, behind it `outside`.
constexpr bool may_follow(Label label, Label next) {
  const bool continues =
      is_typed(next) && (part_of(next) == Part::Inside || part_of(next) == Part::Last);
  if (is_open(label)) {
    return continues && type_of(next) == type_of(label);
  }
  if (next == other_inside) {
    return label == other_begin || label == other_inside;
  }
  return !continues;
}

}  // namespace label

}  // namespace dateline
