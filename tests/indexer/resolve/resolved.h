// Resolving names as text, for tests.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/resolve/resolver.h"

namespace dateline::test {

struct Counted {
  std::string_view text;
  std::uint32_t articles = 0;
};

inline std::string to_string(std::span<const std::vector<std::uint32_t>> groups,
                             std::span<const CountedName> names) {
  std::string text;
  for (const std::vector<std::uint32_t>& group : groups) {
    text += text.empty() ? "" : "; ";
    for (const std::uint32_t name : group) {
      text += (name == group.front() ? "" : " = ") + std::string(names[name].text);
    }
  }
  return text;
}

/// The groups these names of one type make: "shown = other = other; shown = other".
inline std::string groups_of(NameType type, const std::vector<Counted>& names,
                             const std::vector<CountedDefinition>& definitions = {}) {
  std::vector<CountedName> counted;
  counted.reserve(names.size());
  for (const Counted& name : names) {
    counted.push_back({type, name.text, name.articles});
  }
  return to_string(resolve_names(counted, definitions), counted);
}

}  // namespace dateline::test
