// Which entities look alike, so that a person may decide whether they are one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"

namespace dateline {

/// How two entities look alike; also the order of preference where several hold.
enum class LookAlikeKind {
  SameName,   ///< one name under two types
  Spelling,   ///< one word differs by a letter, or by two of a long word
  GivenName,  ///< one surname, and a given name that may be short for the other: "J.", "Alex"
  Part,       ///< all words of one name stand in the other
};

/// "same name", "spelling", "given name", "part".
std::string_view to_string(LookAlikeKind kind);

/// What is known of an entity.
struct EntityNames {
  NameType type = NameType::Person;
  std::size_t count = 0;            ///< articles
  std::vector<std::string> folded;  ///< its names, folded
};

/// Two of the entities, by their place in the list that was given; that with more articles first.
struct LookAlike {
  std::size_t larger = 0;
  std::size_t smaller = 0;
  LookAlikeKind kind = LookAlikeKind::SameName;

  friend bool operator==(const LookAlike&, const LookAlike&) = default;
};

inline constexpr std::size_t max_look_alikes = 10'000;

/// The pairs worth a decision, each once: those first that would add most articles to an entity,
/// weighed by how telling the likeness is. A word that many names hold tells nothing. The same
/// for the same list. Names are compared in blocks of bounded size, so time is that of sorting.
std::vector<LookAlike> find_look_alikes(std::span<const EntityNames> entities);

}  // namespace dateline
