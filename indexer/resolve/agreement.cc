// Middle names compared word by word.
#include "indexer/resolve/agreement.h"

#include <algorithm>
#include <span>
#include <utility>

#include "indexer/resolve/likeness.h"

namespace dateline {

namespace {

using Words = std::span<const WordId>;

Words middles_of(const FormTable& forms, FormId form) {
  const Words words = forms.words(form);
  return words.size() <= 2 ? Words() : words.subspan(1, words.size() - 2);
}

bool is_word_or_initial(const FormTable& forms, WordId a, WordId b) {
  const auto is_initial_of = [](std::string_view initial, std::string_view word) {
    return is_initial(initial) && word.starts_with(initial);
  };
  return a == b || is_initial_of(forms.text(a), forms.text(b)) ||
         is_initial_of(forms.text(b), forms.text(a));
}

bool is_same_name(const FormTable& forms, WordId a, WordId b) {
  return is_word_or_initial(forms, a, b) || is_misspelling(forms.text(a), forms.text(b));
}

}  // namespace

bool is_full_name(const FormTable& forms, FormId form) {
  return forms[form].length > 1 && !is_initial(forms.text(forms.first(form)));
}

bool middles_agree(const FormTable& forms, FormId a, FormId b) {
  Words shorter = middles_of(forms, a);
  Words longer = middles_of(forms, b);
  if (shorter.size() > longer.size()) {
    std::swap(shorter, longer);
  }
  const auto same = [&forms](WordId x, WordId y) { return is_same_name(forms, x, y); };
  if (std::ranges::any_of(shorter, [&](WordId word) { return is_initial(forms.text(word)); })) {
    return std::ranges::equal(shorter, longer, same);
  }
  for (const WordId word : longer) {
    if (!shorter.empty() && same(shorter.front(), word)) {
      shorter = shorter.subspan(1);
    }
  }
  return shorter.empty();
}

bool middles_match(const FormTable& forms, FormId a, FormId b) {
  return std::ranges::equal(
      middles_of(forms, a), middles_of(forms, b),
      [&forms](WordId x, WordId y) { return is_word_or_initial(forms, x, y); });
}

bool clusters_agree(const FormTable& forms, const Clusters& clusters, FormId a, FormId b) {
  if (clusters.size(a) > max_compared || clusters.size(b) > max_compared) {
    return false;
  }
  const std::vector<FormId> others = clusters.members(b, max_compared);
  return std::ranges::all_of(clusters.members(a, max_compared), [&](FormId x) {
    return std::ranges::all_of(others, [&](FormId y) {
      return forms[x].generation == forms[y].generation && middles_agree(forms, x, y);
    });
  });
}

}  // namespace dateline
