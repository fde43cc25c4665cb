// The rules, one after the other, and the groups they leave.
#include "indexer/resolve/resolver.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/compounds.h"
#include "indexer/resolve/form_table.h"
#include "indexer/resolve/full_names.h"
#include "indexer/resolve/misspellings.h"
#include "indexer/resolve/organizations.h"
#include "indexer/resolve/short_names.h"
#include "indexer/resolve/shown_name.h"

namespace dateline {

namespace {

void join_persons(const FormTable& forms, Clusters& clusters) {
  const std::vector<FormId> persons = forms_of(forms, NameType::Person);
  const WordUse use(forms, persons);
  join_full_names(forms, persons, clusters);
  join_turned_names(forms, persons, use, clusters);
  join_misspellings(forms, persons, use, clusters);
  join_initials(forms, persons, clusters);
  join_family_names(forms, persons, use, clusters);
  join_surnames(forms, persons, clusters);
}

/// The names of each cluster, as indexes into `names`; those of one name alone left out.
std::vector<std::vector<std::uint32_t>> list_groups(const FormTable& forms,
                                                    const Clusters& clusters) {
  struct Entry {
    FormId root;
    std::uint32_t name;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < forms.names().size(); ++i) {
    const FormId form = forms.forms_of_names()[i];
    if (form != no_id) {
      entries.push_back({clusters.root(form), forms.names()[i]});
    }
  }
  std::ranges::stable_sort(entries, {}, &Entry::root);
  std::vector<std::vector<std::uint32_t>> groups;
  for (auto begin = entries.begin(); begin != entries.end();) {
    const auto end = std::find_if(
        begin, entries.end(), [begin](const Entry& entry) { return entry.root != begin->root; });
    if (end - begin > 1) {
      std::vector<std::uint32_t>& group = groups.emplace_back();
      std::transform(begin, end, std::back_inserter(group), [](const Entry& e) { return e.name; });
    }
    begin = end;
  }
  return groups;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> resolve_names(
    std::span<const CountedName> names, std::span<const CountedDefinition> definitions) {
  FormTable forms(names);
  const std::vector<Definition> acronyms = list_definitions(forms, definitions);
  Clusters clusters(forms);
  join_compounds(forms, clusters);
  join_persons(forms, clusters);
  join_company_names(forms, clusters);
  join_acronyms(acronyms, clusters);
  join_mistyped_acronyms(forms, acronyms, clusters);
  std::vector<std::vector<std::uint32_t>> groups = list_groups(forms, clusters);
  for (std::vector<std::uint32_t>& group : groups) {
    sort_group(names, group);
  }
  std::ranges::sort(groups, {}, [&names](const std::vector<std::uint32_t>& group) {
    const CountedName& shown = names[group.front()];
    return std::tuple(shown.type, shown.text);
  });
  return groups;
}

}  // namespace dateline
