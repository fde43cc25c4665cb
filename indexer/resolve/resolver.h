// The resolver: which names of an archive are one entity. It sees names, how many articles have
// each, and which acronyms articles define; never an article.
//
// Precision comes first: names stay apart unless something says that they are one, two full names
// that disagree are never joined, and what fits two entities joins neither. docs/entities.md tells
// all rules. They are applied one after the other, each to what the ones before it have joined:
//
//     FormTable          names that are the same once folded and spelt one way are one form
//     compounds.h        "Al Shabaab" = "Alshabaab"
//     full_names.h       "John F. Kennedy" = "John Fitzgerald Kennedy"; "GOITA Assimi"
//     misspellings.h     "Volodymyr Zelenskyy" = "Volodymyr Zelensky"
//     short_names.h      "J. Kennedy", "Le Pen", "Zelensky"
//     organizations.h    "Wagner" = "Wagner Group"; acronyms, defined or mistyped
//     shown_name.h       which name of an entity is shown
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/name.h"

namespace dateline {

/// A name and the number of articles that have it. Of none, the name has no influence at all.
struct CountedName {
  NameType type = NameType::Person;
  std::string_view text;
  std::uint32_t articles = 0;
};

/// An acronym, what it is said to stand for, and the number of articles that say so.
struct CountedDefinition {
  std::string_view acronym;
  std::string_view long_form;
  std::uint32_t articles = 0;
};

/// Changed with every change of what is joined or shown: an archive is then resolved anew.
inline constexpr std::string_view resolver_version = "2";

/// The groups of names that are one entity, of more than one name each, as indexes into `names`:
/// the name to show first, the others by falling number of articles, then by their bytes. The
/// groups stand in order of type and bytes of their first names. `names` holds no name twice.
/// The result depends on what the names and definitions are alone, not on their order.
/// Time grows as n log n, whatever the names.
std::vector<std::vector<std::uint32_t>> resolve_names(
    std::span<const CountedName> names, std::span<const CountedDefinition> definitions);

}  // namespace dateline
