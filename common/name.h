// Names: what the terms, slots and facets of an archive are made of.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What a name names. The order is that of the facets on a page.
enum class NameType { Person, Organization, Location, Source };

inline constexpr std::array all_name_types = {NameType::Person, NameType::Organization,
                                              NameType::Location, NameType::Source};

/// "person", "organization", "location", "source".
std::string_view to_string(NameType type);
std::optional<NameType> parse_name_type(std::string_view text);

/// A name as the articles write it: the full form after coreference within one article. Which
/// names are one entity is a map beside them (common/archive/name_dictionary.h).
struct Name {
  NameType type = NameType::Person;
  std::string text;  ///< one line of valid UTF-8, single spaces, at most `max_name_bytes`

  friend bool operator==(const Name&, const Name&) = default;
  friend auto operator<=>(const Name&, const Name&) = default;
};

/// Longer runs of capitals are no names, and a term must fit into Xapian's 245 bytes.
inline constexpr std::size_t max_name_bytes = 200;

}  // namespace dateline
