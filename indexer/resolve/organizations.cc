// Names without their company words, definitions, and slips of the typist.
#include "indexer/resolve/organizations.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "indexer/resolve/likeness.h"
#include "indexer/resolve/spelling.h"

namespace dateline {

namespace {

/// The words of an organisation without company words at their end, and the first of those.
struct CompanyName {
  FormId form = no_id;
  std::span<const WordId> core;
  WordId kind = no_id;
};

CompanyName company_name(const FormTable& forms, FormId form) {
  const std::span<const WordId> words = forms.words(form);
  std::size_t length = words.size();
  while (length > 1 && is_company_word(forms.text(words[length - 1]))) {
    --length;
  }
  return {form, words.first(length), length < words.size() ? words[length] : no_id};
}

/// What keeps two names of one core apart. In a name of several words the press mixes up legal
/// forms; of one word, "Allied Inc" and "Allied Corp" may be two companies.
WordId company_of(const FormTable& forms, const CompanyName& name) {
  return name.core.size() > 1 && name.kind != no_id && is_legal_form(forms.text(name.kind))
             ? no_id - 1
             : name.kind;
}

/// Joins the names of one core.
void join_company(const FormTable& forms, std::span<const CompanyName> names, Clusters& clusters) {
  std::vector<std::pair<WordId, FormId>> companies;
  FormId bare = no_id;
  for (const CompanyName& name : names) {
    if (name.kind == no_id) {
      bare = name.form;
    } else {
      companies.emplace_back(company_of(forms, name), name.form);
    }
  }
  std::ranges::sort(companies);
  for (std::size_t i = 1; i < companies.size(); ++i) {
    if (companies[i].first == companies[i - 1].first) {
      clusters.join(companies[i].second, companies[i - 1].second);
    }
  }
  if (bare == no_id) {
    return;
  }
  std::vector<Candidate> candidates;
  candidates.reserve(companies.size());
  for (const auto& [company, form] : companies) {
    candidates.push_back({clusters.root(form), clusters.articles(clusters.root(form))});
  }
  if (const auto clear = clear_candidate(candidates)) {
    clusters.join(*clear, bare);
  }
}

/// Whether some article defines the acronym as something else than this entity.
bool is_defined_otherwise(std::span<const Definition> definitions, FormId acronym, FormId root,
                          const Clusters& clusters) {
  const auto begin = std::ranges::lower_bound(definitions, acronym, {}, &Definition::acronym);
  const auto end = std::ranges::upper_bound(definitions, acronym, {}, &Definition::acronym);
  return std::any_of(begin, end, [&](const Definition& definition) {
    return clusters.root(definition.long_form) != root;
  });
}

/// A block of acronyms that begin and end with the same letters, the most frequent first.
void join_mistyped_block(const FormTable& forms, std::span<const FormId> block,
                         std::span<const Definition> definitions, Clusters& clusters) {
  constexpr std::size_t most_targets = 64;
  constexpr std::uint64_t times = 3;
  constexpr std::size_t short_acronym = 5;
  std::vector<FormId> targets;
  std::vector<Candidate> candidates;
  for (const FormId form : block) {
    const std::string_view typed = forms.text(forms.first(form));
    const std::size_t limit = typed.size() <= short_acronym ? 1 : 2;
    candidates.clear();
    for (const FormId target : targets) {
      const FormId root = clusters.root(target);
      if (forms[target].articles >= times * forms[form].articles &&
          edit_distance(typed, forms.text(forms.first(target)), limit) <= limit &&
          !is_defined_otherwise(definitions, form, root, clusters)) {
        candidates.push_back({root, clusters.articles(root)});
      }
    }
    if (const auto clear = clear_candidate(candidates)) {
      clusters.join(*clear, form);
    } else if (targets.size() < most_targets) {
      targets.push_back(form);
    }
  }
}

}  // namespace

void join_company_names(const FormTable& forms, Clusters& clusters) {
  std::vector<CompanyName> names;
  for (const FormId form : forms_of(forms, NameType::Organization)) {
    names.push_back(company_name(forms, form));
  }
  std::ranges::sort(names, [](const CompanyName& a, const CompanyName& b) {
    const auto order = std::lexicographical_compare_three_way(a.core.begin(), a.core.end(),
                                                              b.core.begin(), b.core.end());
    return order != 0 ? order < 0 : a.form < b.form;
  });
  for (auto begin = names.begin(); begin != names.end();) {
    const auto end = std::find_if(begin, names.end(), [&](const CompanyName& name) {
      return !std::ranges::equal(name.core, begin->core);
    });
    if (end - begin > 1) {
      join_company(forms, {begin, end}, clusters);
    }
    begin = end;
  }
}

std::vector<Definition> list_definitions(FormTable& forms,
                                         std::span<const CountedDefinition> definitions) {
  std::vector<const CountedDefinition*> sorted;
  for (const CountedDefinition& definition : definitions) {
    if (definition.articles > 0) {
      sorted.push_back(&definition);
    }
  }
  std::ranges::sort(sorted, {}, [](const CountedDefinition* definition) {
    return std::tuple(definition->acronym, definition->long_form, definition->articles);
  });
  std::vector<Definition> list;
  for (const CountedDefinition* const definition : sorted) {
    for (const NameType type : {NameType::Organization, NameType::Location}) {
      const FormId acronym = forms.find(type, definition->acronym);
      const FormId long_form = acronym == no_id ? no_id : forms.add(type, definition->long_form);
      if (long_form != no_id) {
        list.push_back({acronym, long_form, definition->articles});
      }
    }
  }
  std::ranges::stable_sort(list, {}, &Definition::acronym);
  return list;
}

void join_acronyms(std::span<const Definition> definitions, Clusters& clusters) {
  constexpr std::uint64_t times = 5;
  // "AFP" is an agency to hundreds of articles; the three that define it otherwise mean another.
  constexpr std::uint64_t largest_part_undefined = 20;
  // An acronym's definitions, those of one entity together.
  struct Sense {
    FormId acronym;
    FormId root;
    std::uint64_t articles;
  };
  std::vector<Sense> senses;
  senses.reserve(definitions.size());
  for (const Definition& definition : definitions) {
    senses.push_back(
        {definition.acronym, clusters.root(definition.long_form), definition.articles});
  }
  const auto key = [](const Sense& sense) { return std::tuple(sense.acronym, sense.root); };
  std::ranges::sort(senses, {}, key);
  std::vector<std::pair<FormId, FormId>> joins;
  std::vector<Candidate> candidates;
  for (auto sense = senses.begin(); sense != senses.end();) {
    const FormId acronym = sense->acronym;
    candidates.clear();
    std::uint64_t defining = 0;
    for (; sense != senses.end() && sense->acronym == acronym; ++sense) {
      defining += sense->articles;
      if (!candidates.empty() && candidates.back().root == sense->root) {
        candidates.back().articles += sense->articles;
      } else {
        candidates.push_back({sense->root, sense->articles});
      }
    }
    const bool is_settled =
        largest_part_undefined * defining >= clusters.articles(clusters.root(acronym));
    const auto clear = clear_candidate(candidates, 0, times);
    if (clear && is_settled) {
      joins.emplace_back(*clear, acronym);
    }
  }
  for (const auto& [root, acronym] : joins) {
    clusters.join(root, acronym);
  }
}

void join_mistyped_acronyms(const FormTable& forms, std::span<const Definition> definitions,
                            Clusters& clusters) {
  std::vector<FormId> acronyms;
  for (const FormId form : forms_of(forms, NameType::Organization)) {
    if (forms[form].is_acronym) {
      acronyms.push_back(form);
    }
  }
  const auto ends = [&forms](FormId form) {
    const std::string_view text = forms.text(forms.first(form));
    return std::tuple(text.front(), text.back());
  };
  std::ranges::sort(acronyms, {}, [&](FormId form) {
    return std::tuple(ends(form), -std::int64_t{forms[form].articles}, form);
  });
  for (auto begin = acronyms.begin(); begin != acronyms.end();) {
    const auto end = std::find_if(begin, acronyms.end(),
                                  [&](FormId form) { return ends(form) != ends(*begin); });
    join_mistyped_block(forms, {begin, end}, definitions, clusters);
    begin = end;
  }
}

}  // namespace dateline
