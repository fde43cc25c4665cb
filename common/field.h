// The field table: what an article can be searched and narrowed by, and where the archive keeps it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/name.h"
#include "common/period.h"

namespace dateline {

enum class FieldKind {
  Text,   ///< words, stemmed, with positions: `prefix` + stem
  Name,   ///< a name of the dictionary: `prefix` + name
  Value,  ///< one exact value: `prefix` + value
  Date,   ///< a range of days
};

struct Field {
  std::string_view name;                      ///< as in `title:` and in facets
  std::span<const std::string_view> aliases;  ///< other words for it in a query
  std::string_view prefix;                    ///< of its terms; empty for dates of publication
  FieldKind kind = FieldKind::Value;
  std::optional<NameType> name_type;  ///< of a Name field
  std::string_view example;           ///< a query that uses it
};

/// All fields a query may name, in the order of the documentation.
std::span<const Field> all_fields();

/// The field of that name or alias, whatever its case; nullptr when there is none.
const Field* find_field(std::string_view name);

/// The field that holds names of this type.
const Field& field_of(NameType type);

// Terms that are no field of a query. docs/archive-format.md explains the whole scheme.
inline constexpr std::string_view stem_prefix = "Z";
inline constexpr std::string_view exact_prefix;
inline constexpr std::string_view id_prefix = "Q";
inline constexpr std::string_view origin_prefix = "U";
inline constexpr std::string_view month_prefix = "M";

/// The term of the month a day lies in: "M202302".
std::string month_term(Date date);

/// The term of an article that names a period, or one within it: "XM2023", "XM202301",
/// "XM20230127"; and that of the ten years a year lies in, "XM202".
std::string mentioned_term(const Period& period);
std::string mentioned_decade_term(int year);

/// Value slots. A slot that an article has nothing for is empty.
enum class Slot : std::uint32_t {
  Date = 0,       ///< the publication day, 4 bytes, in order of days
  Id = 1,         ///< the article's id
  Names = 2,      ///< the ids of its names, packed
  Digest = 3,     ///< 16 bytes over all that was read, to tell an unchanged article
  TextBytes = 4,  ///< length of title and text, packed
  Mentioned = 5,  ///< the dates it names, packed
};

}  // namespace dateline
