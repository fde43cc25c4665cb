// Joins names by their folded form.
#include "indexer/entities/resolver.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "common/text/fold.h"

namespace dateline {

std::vector<std::vector<NameId>> resolve_names(const NameDictionary& names,
                                               const NameCount& count_of) {
  std::map<std::pair<NameType, std::string>, std::vector<NameId>> by_folded;
  for (NameId id = 0; id < names.size(); ++id) {
    by_folded[{names.type(id), fold_name(names.text(id))}].push_back(id);
  }
  std::vector<std::vector<NameId>> groups;
  for (auto& [key, group] : by_folded) {
    // A name without letters folds to nothing, and says nothing of another one.
    if (group.size() < 2 || key.second.empty()) {
      continue;
    }
    std::ranges::sort(group, [&](NameId a, NameId b) {
      return std::pair(count_of(b), names.text(a)) < std::pair(count_of(a), names.text(b));
    });
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace dateline
