// Blocks of equal first and last word; within a block the names with middle names are nodes of a
// graph whose edges are agreement. A connected part in which all agree is one person. Else the
// part is looked at again with stricter edges, so "John F. Kennedy" and "John Fitzgerald Kennedy"
// are one also where a third name agrees with only one of them.
#include "indexer/resolve/full_names.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <tuple>

#include "indexer/resolve/agreement.h"

namespace dateline {

namespace {

// The forms of a block that are compared are at most as many as a number has bits.
using FormSet = std::uint64_t;
static_assert(max_compared == 64);

constexpr FormSet single(std::size_t index) {
  return FormSet{1} << index;
}

template <typename Agree>
std::vector<FormSet> edges_of(std::span<const FormId> nodes, Agree agree) {
  std::vector<FormSet> edges(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    edges[i] |= single(i);
    for (std::size_t j = 0; j < i; ++j) {
      if (agree(nodes[i], nodes[j])) {
        edges[i] |= single(j);
        edges[j] |= single(i);
      }
    }
  }
  return edges;
}

/// All nodes that can be reached from this one, within `allowed`.
FormSet part_of(const std::vector<FormSet>& edges, std::size_t start, FormSet allowed) {
  FormSet part = single(start);
  FormSet fresh = part;
  while (fresh != 0) {
    const auto node = static_cast<std::size_t>(std::countr_zero(fresh));
    const FormSet reached = edges[node] & allowed & ~part;
    part |= reached;
    fresh = (fresh & ~single(node)) | reached;
  }
  return part;
}

template <typename Take>
void for_each_node(FormSet set, Take take) {
  for (; set != 0; set &= set - 1) {
    take(static_cast<std::size_t>(std::countr_zero(set)));
  }
}

/// Joins every connected part of `nodes` in which all agree; returns the nodes of the others.
FormSet join_parts(std::span<const FormId> forms, const std::vector<FormSet>& edges, FormSet nodes,
                   Clusters& clusters) {
  FormSet torn = 0;
  for (FormSet left = nodes; left != 0;) {
    const auto start = static_cast<std::size_t>(std::countr_zero(left));
    const FormSet part = part_of(edges, start, nodes);
    left &= ~part;
    bool all_agree = true;
    for_each_node(part, [&](std::size_t i) { all_agree = all_agree && (part & ~edges[i]) == 0; });
    if (!all_agree) {
      torn |= part;
      continue;
    }
    for_each_node(part, [&](std::size_t i) { clusters.join(forms[start], forms[i]); });
  }
  return torn;
}

/// Joins the names of one block, the one without middle names first if it is there.
void join_block(const FormTable& forms, std::span<FormId> block, Clusters& clusters) {
  std::ranges::sort(block, [&forms](FormId a, FormId b) {
    const auto key = [&forms](FormId form) {
      return std::tuple(forms[form].length > 2, -std::int64_t{forms[form].articles}, form);
    };
    return key(a) < key(b);
  });
  const bool has_plain = forms[block.front()].length == 2;
  const std::span<FormId> named = block.subspan(has_plain ? 1 : 0);
  // So many names that agree in first and last word are no person's; the rest stay by themselves.
  const std::span<FormId> compared = named.first(std::min(named.size(), max_compared));
  const FormSet all = compared.size() == max_compared ? ~FormSet{0} : single(compared.size()) - 1;
  const FormSet torn = join_parts(
      compared, edges_of(compared, [&](FormId a, FormId b) { return middles_agree(forms, a, b); }),
      all, clusters);
  join_parts(compared,
             edges_of(compared, [&](FormId a, FormId b) { return middles_match(forms, a, b); }),
             torn, clusters);
  if (!has_plain) {
    return;
  }
  std::vector<Candidate> candidates;
  for (const FormId form : named) {
    candidates.push_back({clusters.root(form), clusters.articles(clusters.root(form))});
  }
  if (const auto clear = clear_candidate(candidates)) {
    clusters.join(*clear, block.front());
  }
}

}  // namespace

WordUse::WordUse(const FormTable& forms, std::span<const FormId> persons)
    : beginning_(forms.word_count()), ending_(forms.word_count()) {
  for (const FormId form : persons) {
    if (is_full_name(forms, form)) {
      beginning_[forms.first(form)] += forms[form].articles;
      ending_[forms.last(form)] += forms[form].articles;
    }
  }
}

bool WordUse::begins_others(const FormTable& forms, FormId form) const {
  return beginning_[forms.first(form)] > std::uint64_t{2} * forms[form].articles;
}

bool WordUse::ends_others(const FormTable& forms, FormId form) const {
  return ending_[forms.last(form)] > std::uint64_t{2} * forms[form].articles;
}

void join_full_names(const FormTable& forms, std::span<const FormId> persons, Clusters& clusters) {
  struct Entry {
    std::uint64_t ends;  // last and first word
    WordId generation;
    FormId form;

    auto key() const { return std::tuple(ends, generation); }
  };
  std::vector<Entry> entries;
  for (const FormId form : persons) {
    if (is_full_name(forms, form)) {
      entries.push_back({std::uint64_t{forms.last(form)} << 32U | forms.first(form),
                         forms[form].generation, form});
    }
  }
  std::ranges::sort(entries, {}, [](const Entry& e) { return std::tuple(e.key(), e.form); });
  std::vector<FormId> block;
  for (auto begin = entries.begin(); begin != entries.end();) {
    const auto end =
        std::find_if(begin, entries.end(), [&](const Entry& e) { return e.key() != begin->key(); });
    if (end - begin > 1) {
      block.clear();
      std::transform(begin, end, std::back_inserter(block), [](const Entry& e) { return e.form; });
      join_block(forms, block, clusters);
    }
    begin = end;
  }
}

void join_turned_names(const FormTable& forms, std::span<const FormId> persons, const WordUse& use,
                       Clusters& clusters) {
  std::vector<WordId> turned;
  for (const FormId form : persons) {
    if (!is_full_name(forms, form) || forms[form].generation != no_id) {
      continue;
    }
    const std::span<const WordId> words = forms.words(form);
    turned.assign(words.begin() + 1, words.end());
    turned.push_back(words.front());
    const FormId other = forms.find(NameType::Person, turned);
    if (other == no_id || clusters.root(other) == clusters.root(form)) {
      continue;
    }
    const bool is_told = forms[form].is_shouted != forms[other].is_shouted;
    const bool is_ambiguous = use.begins_others(forms, form) && use.begins_others(forms, other);
    // Middle names cannot be compared across a turn, so one side must have none to compare.
    const bool is_lone =
        clusters.size(clusters.root(form)) == 1 || clusters.size(clusters.root(other)) == 1;
    if (is_lone && (is_told || !is_ambiguous)) {
      clusters.join(form, other);
    }
  }
}

}  // namespace dateline
