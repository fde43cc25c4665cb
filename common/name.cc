// The words for the types of names.
#include "common/name.h"

namespace dateline {

std::string_view to_string(NameType type) {
  constexpr std::array<std::string_view, 4> words = {"person", "organization", "location",
                                                     "source"};
  return words.at(static_cast<std::size_t>(type));
}

std::optional<NameType> parse_name_type(std::string_view text) {
  for (const NameType type : all_name_types) {
    if (to_string(type) == text) {
      return type;
    }
  }
  return std::nullopt;
}

}  // namespace dateline
