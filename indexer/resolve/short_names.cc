// Each short name gathers the entities it may belong to; only a clear one is joined.
#include "indexer/resolve/short_names.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/resolve/agreement.h"
#include "indexer/resolve/spelling.h"

namespace dateline {

namespace {

/// A word of a full name and the entity that has it there.
struct Bearer {
  WordId word = no_id;
  bool is_surname = false;  ///< or the first word
  FormId root = no_id;
  FormId form = no_id;

  friend auto operator<=>(const Bearer&, const Bearer&) = default;
};

std::span<const Bearer> bearers_of(const std::vector<Bearer>& bearers, WordId word) {
  return {std::ranges::lower_bound(bearers, word, {}, &Bearer::word),
          std::ranges::upper_bound(bearers, word, {}, &Bearer::word)};
}

bool is_lone_surname(const FormTable& forms, FormId form) {
  return forms[form].length == 1 && !is_initial(forms.text(forms.first(form)));
}

bool begins_with_initial(const FormTable& forms, FormId form) {
  return forms[form].length > 1 && is_initial(forms.text(forms.first(form)));
}

/// A surname, generation and first letter, and an entity that has them.
struct Initialled {
  WordId surname = no_id;
  WordId generation = no_id;
  char32_t letter = 0;
  std::uint64_t articles = 0;
  FormId root = no_id;

  auto key() const { return std::tuple(surname, generation, letter); }
};

Initialled initialled(const FormTable& forms, FormId form) {
  return {.surname = forms.last(form),
          .generation = forms[form].generation,
          .letter = code_point_at(forms.text(forms.first(form)), 0).value};
}

/// All entities with full names, each once for a key, the most frequent of a key first.
std::vector<Initialled> list_initialled(const FormTable& forms, std::span<const FormId> persons,
                                        const Clusters& clusters) {
  std::vector<Initialled> list;
  for (const FormId form : persons) {
    if (is_full_name(forms, form)) {
      Initialled entry = initialled(forms, form);
      entry.root = clusters.root(form);
      entry.articles = clusters.articles(entry.root);
      list.push_back(entry);
    }
  }
  const auto order = [](const Initialled& entry) {
    return std::tuple(entry.key(), ~entry.articles, entry.root);
  };
  std::ranges::sort(list, {}, order);
  list.erase(
      std::unique(list.begin(), list.end(),
                  [&](const Initialled& a, const Initialled& b) { return order(a) == order(b); }),
      list.end());
  return list;
}

/// Whether a name joins nothing of a cluster that would disagree with it.
bool fits(const FormTable& forms, const Clusters& clusters, FormId form, FormId root) {
  const std::vector<FormId> members = clusters.members(root, max_compared);
  return clusters.size(root) <= max_compared && std::ranges::all_of(members, [&](FormId other) {
           return forms[other].length == 1 || middles_agree(forms, form, other);
         });
}

/// Who bears a word that is a lone surname somewhere, in order of words.
std::vector<Bearer> list_bearers(const FormTable& forms, std::span<const FormId> persons,
                                 const Clusters& clusters) {
  std::vector<bool> is_wanted(forms.word_count());
  for (const FormId form : persons) {
    if (is_lone_surname(forms, form)) {
      is_wanted[forms.first(form)] = true;
    }
  }
  std::vector<Bearer> bearers;
  for (const FormId form : persons) {
    if (forms[form].length < 2) {
      continue;
    }
    for (const bool is_surname : {false, true}) {
      const WordId word = is_surname ? forms.last(form) : forms.first(form);
      if (is_wanted[word]) {
        bearers.push_back({word, is_surname, clusters.root(form), form});
      }
    }
  }
  std::ranges::sort(bearers);
  return bearers;
}

/// Who of the bearers of a word is meant by it as a lone surname of this generation.
std::optional<FormId> clear_bearer(const FormTable& forms, const Clusters& clusters,
                                   std::span<const Bearer> bearers, WordId generation) {
  std::vector<Candidate> candidates;
  std::vector<FormId> namesakes;  // by their first names; in order
  for (const Bearer& bearer : bearers) {
    const bool is_same = generation == no_id || forms[bearer.form].generation == generation;
    if (bearer.is_surname && is_same) {
      candidates.push_back({bearer.root, clusters.articles(bearer.root)});
    } else if (!bearer.is_surname) {
      namesakes.push_back(bearer.root);
    }
  }
  // Both in order of roots, for the bearers are.
  namesakes.erase(std::unique(namesakes.begin(), namesakes.end()), namesakes.end());
  std::uint64_t others = 0;
  for (const FormId root : namesakes) {
    const bool is_candidate = std::ranges::binary_search(candidates, root, {}, &Candidate::root);
    others += is_candidate ? 0 : clusters.articles(root);
  }
  return clear_candidate(candidates, others);
}

}  // namespace

void join_initials(const FormTable& forms, std::span<const FormId> persons, Clusters& clusters) {
  // The most frequent ones are looked at; all others only stand against a join.
  constexpr std::ptrdiff_t looked_at = 8;
  const std::vector<Initialled> list = list_initialled(forms, persons, clusters);
  std::vector<std::uint64_t> articles_before(list.size() + 1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    articles_before[i + 1] = articles_before[i] + list[i].articles;
  }
  std::vector<std::pair<FormId, FormId>> joins;
  std::vector<Candidate> candidates;
  for (const FormId form : persons) {
    if (!begins_with_initial(forms, form)) {
      continue;
    }
    const auto key = initialled(forms, form).key();
    const auto begin = std::ranges::lower_bound(list, key, {}, &Initialled::key);
    const auto end = std::ranges::upper_bound(list, key, {}, &Initialled::key);
    const auto looked_at_end = begin + std::min(end - begin, looked_at);
    candidates.clear();
    for (auto entry = begin; entry != looked_at_end; ++entry) {
      if (fits(forms, clusters, form, entry->root)) {
        candidates.push_back({entry->root, entry->articles});
      }
    }
    const std::uint64_t others =
        articles_before[static_cast<std::size_t>(end - list.begin())] -
        articles_before[static_cast<std::size_t>(looked_at_end - list.begin())];
    if (const auto clear = clear_candidate(candidates, others)) {
      joins.emplace_back(*clear, form);
    }
  }
  // "J. F. Kennedy" and "J. R. Kennedy" may both mean John Kennedy, but not both at once.
  for (const auto& [root, form] : joins) {
    if (fits(forms, clusters, form, clusters.root(root))) {
      clusters.join(root, form);
    }
  }
}

void join_family_names(const FormTable& forms, std::span<const FormId> persons, const WordUse& use,
                       Clusters& clusters) {
  constexpr std::size_t most_words = 4;
  std::vector<std::pair<FormId, FormId>> longer;  // a name, and one that ends in it
  for (const FormId form : persons) {
    const std::span<const WordId> words = forms.words(form);
    for (std::size_t length = 2; length < words.size() && length <= most_words; ++length) {
      const FormId family = forms.find(NameType::Person, words.last(length));
      if (family != no_id && forms[family].generation == forms[form].generation) {
        longer.emplace_back(family, form);
      }
    }
  }
  std::ranges::sort(longer);
  std::vector<Candidate> candidates;
  for (auto begin = longer.begin(); begin != longer.end();) {
    const FormId family = begin->first;
    candidates.clear();
    for (; begin != longer.end() && begin->first == family; ++begin) {
      const FormId root = clusters.root(begin->second);
      candidates.push_back({root, clusters.articles(root)});
    }
    const WordId first = forms.first(family);
    const bool is_family =
        is_particle(forms.text(first)) ||
        (!is_initial(forms.text(first)) && use.beginning(first) == forms[family].articles);
    if (!is_family || clusters.size(clusters.root(family)) > 1) {
      continue;
    }
    if (const auto clear = clear_candidate(candidates)) {
      clusters.join(*clear, family);
    }
  }
}

void join_surnames(const FormTable& forms, std::span<const FormId> persons, Clusters& clusters) {
  constexpr std::uint64_t much_more_frequent = 50;
  const std::vector<Bearer> bearers = list_bearers(forms, persons, clusters);
  // Decided for all before any is joined, so that no surname counts for another.
  std::vector<std::pair<FormId, FormId>> joins;
  for (const FormId form : persons) {
    if (!is_lone_surname(forms, form)) {
      continue;
    }
    const auto clear = clear_bearer(forms, clusters, bearers_of(bearers, forms.first(form)),
                                    forms[form].generation);
    if (clear && forms[form].articles <= much_more_frequent * clusters.articles(*clear)) {
      joins.emplace_back(*clear, form);
    }
  }
  for (const auto& [root, form] : joins) {
    clusters.join(root, form);
  }
}

}  // namespace dateline
