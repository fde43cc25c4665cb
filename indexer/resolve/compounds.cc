// A hash of the letters brings candidates together; the letters decide.
#include "indexer/resolve/compounds.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace dateline {

namespace {

std::string letters_of(const FormTable& forms, FormId form) {
  std::string letters;
  for (const WordId word : forms.words(form)) {
    letters += forms.text(word);
  }
  return letters;
}

}  // namespace

void join_compounds(const FormTable& forms, Clusters& clusters) {
  constexpr std::size_t min_bytes = 8;
  FlatIndex seen;
  seen.reserve(forms.size());
  std::string letters;
  for (FormId form = 0; form < forms.size(); ++form) {
    const auto [type, generation] = std::tuple(forms[form].type, forms[form].generation);
    letters.clear();
    for (const WordId word : forms.words(form)) {
      letters += forms.text(word);
    }
    const bool is_told_by_spaces = type == NameType::Location || type == NameType::Source;
    if (is_told_by_spaces || letters.size() < min_bytes) {
      continue;
    }
    const std::size_t hash = hash_of(letters) + static_cast<std::size_t>(type);
    const auto same = seen.find(hash, [&, type = type, generation = generation](FormId other) {
      return forms[other].type == type && forms[other].generation == generation &&
             letters_of(forms, other) == letters;
    });
    if (same) {
      clusters.join(*same, form);
    } else {
      seen.add(hash, form);
    }
  }
}

}  // namespace dateline
