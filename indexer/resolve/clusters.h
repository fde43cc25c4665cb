// Clusters: which forms are one entity so far.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indexer/resolve/form_table.h"

namespace dateline {

/// Disjoint sets of forms, each named by its first form.
class Clusters {
 public:
  /// Every form by itself.
  explicit Clusters(const FormTable& forms);

  FormId root(FormId form) const;
  void join(FormId a, FormId b);

  /// The articles of all forms of a cluster together, by its root.
  std::uint64_t articles(FormId root) const { return articles_[root]; }
  std::uint32_t size(FormId root) const { return sizes_[root]; }

  /// The forms of a cluster, at most `limit` of them.
  std::vector<FormId> members(FormId root, std::size_t limit) const;

 private:
  mutable std::vector<FormId> parents_;
  std::vector<FormId> next_;  // the forms of a cluster in a ring
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint64_t> articles_;
};

/// An entity that a short or odd form may belong to.
struct Candidate {
  FormId root = no_id;
  std::uint64_t articles = 0;
};

/// A candidate is clear beside others when it has so many times the articles of all of them.
inline constexpr std::uint64_t dominance = 20;

/// The candidate that is meant: the only one, or the one with `times` the articles of all others
/// together, `other_articles` among them. None when that is not clear. Reorders `candidates`, and
/// drops repeated roots.
std::optional<FormId> clear_candidate(std::vector<Candidate>& candidates,
                                      std::uint64_t other_articles = 0,
                                      std::uint64_t times = dominance);

}  // namespace dateline
