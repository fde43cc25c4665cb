// Organisations, and places where they are told alike: company words, acronyms and their long
// forms.
#pragma once

#include <span>

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/form_table.h"
#include "indexer/resolve/resolver.h"

namespace dateline {

/// Joins names that differ in company words at their end: "Acme Steel Inc" and "Acme Steel Corp";
/// "Wagner" and "Wagner Group". Where a name of one word has several ("Acme Inc", "Acme Group")
/// each stays, and the bare name joins the clear one.
void join_company_names(const FormTable& forms, Clusters& clusters);

/// An acronym and what articles say it stands for, by their forms; both of one type.
struct Definition {
  FormId acronym = no_id;
  FormId long_form = no_id;
  std::uint64_t articles = 0;
};

/// The definitions of acronyms that are names, by acronym. Long forms that are no names become
/// forms without articles: acronyms may meet in them.
std::vector<Definition> list_definitions(FormTable& forms,
                                         std::span<const CountedDefinition> definitions);

/// Joins each acronym to what nearly all articles that define it say it stands for.
void join_acronyms(std::span<const Definition> definitions, Clusters& clusters);

/// Joins an acronym of five capitals or more to one that is three times as frequent, begins and
/// ends with the same letters, and is two edits away, or one where it has only five: "MUNISMA" and
/// "MINUSMA". Not one that articles define as something else.
void join_mistyped_acronyms(const FormTable& forms, std::span<const Definition> definitions,
                            Clusters& clusters);

}  // namespace dateline
