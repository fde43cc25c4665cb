// Union-find with rings of members.
#include "indexer/resolve/clusters.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace dateline {

Clusters::Clusters(const FormTable& forms)
    : parents_(forms.size()),
      next_(forms.size()),
      sizes_(forms.size(), 1),
      articles_(forms.size()) {
  std::iota(parents_.begin(), parents_.end(), FormId{0});
  next_ = parents_;
  std::ranges::transform(forms.all(), articles_.begin(), &NameForm::articles);
}

FormId Clusters::root(FormId form) const {
  while (parents_[form] != form) {
    parents_[form] = parents_[parents_[form]];
    form = parents_[form];
  }
  return form;
}

void Clusters::join(FormId a, FormId b) {
  const FormId first = std::min(root(a), root(b));
  const FormId second = std::max(root(a), root(b));
  if (first == second) {
    return;
  }
  parents_[second] = first;
  std::swap(next_[first], next_[second]);
  sizes_[first] += sizes_[second];
  articles_[first] += articles_[second];
}

std::vector<FormId> Clusters::members(FormId root, std::size_t limit) const {
  std::vector<FormId> forms;
  FormId form = root;
  do {
    forms.push_back(form);
    form = next_[form];
  } while (form != root && forms.size() < limit);
  return forms;
}

std::optional<FormId> clear_candidate(std::vector<Candidate>& candidates,
                                      std::uint64_t other_articles, std::uint64_t times) {
  std::ranges::sort(candidates, {}, &Candidate::root);
  candidates.erase(
      std::unique(candidates.begin(), candidates.end(),
                  [](const Candidate& a, const Candidate& b) { return a.root == b.root; }),
      candidates.end());
  if (candidates.empty()) {
    return std::nullopt;
  }
  const auto best = std::ranges::max_element(candidates, {}, &Candidate::articles);
  for (const Candidate& candidate : candidates) {
    other_articles += candidate.root == best->root ? 0 : candidate.articles;
  }
  const bool is_only = candidates.size() == 1 && other_articles == 0;
  return is_only || (best->articles > 0 && best->articles >= times * other_articles)
             ? std::optional(best->root)
             : std::nullopt;
}

}  // namespace dateline
