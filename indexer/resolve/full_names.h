// Full names of persons that differ in middle names or in the order of words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/form_table.h"

namespace dateline {

/// How many articles have a full name that begins, or ends, with a word.
class WordUse {
 public:
  WordUse(const FormTable& forms, std::span<const FormId> persons);

  /// Whether most articles with a full name that begins (ends) like this one have another: then the
  /// word is a name of many, and two spellings of it are two names.
  bool begins_others(const FormTable& forms, FormId form) const;
  bool ends_others(const FormTable& forms, FormId form) const;

  std::uint64_t beginning(WordId word) const { return beginning_[word]; }

 private:
  std::vector<std::uint64_t> beginning_;
  std::vector<std::uint64_t> ending_;
};

/// Joins full names of the same first and last word and generation whose middle names agree. A name
/// without middle names joins the others when they are one, or one of them is clear. Names with
/// middle names are joined when all of them that hang together agree with one another.
void join_full_names(const FormTable& forms, std::span<const FormId> persons, Clusters& clusters);

/// Joins full names of the same words, the last one of the one first in the other: "Goita Assimi".
/// Where both words begin the names of others too ("Thomas Martin", "Martin Thomas") only when one
/// is written with its surname in capitals.
void join_turned_names(const FormTable& forms, std::span<const FormId> persons, const WordUse& use,
                       Clusters& clusters);

}  // namespace dateline
