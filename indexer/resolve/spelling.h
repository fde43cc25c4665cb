// Words that the press spells in several ways, and how a name stands once they are spelt in one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/name.h"

namespace dateline {

/// Families of words that are one in names of this type: "mohammed mohamed muhammad". Folded, with
/// spaces between; the first word stands for all. No word is in two families of a type.
std::span<const std::string_view> spelling_families(NameType type);

/// A word of an organisation or place, folded, in American spelling where a rule gives it:
/// "stabilisation" is "stabilization". Empty for all other words.
std::string american_spelling(std::string_view word);

/// Whether a person's name may end in this word, folded, as what tells father from son: "jr",
/// "iii".
bool is_generation(std::string_view word);

/// Whether this word, folded, begins a surname of several words: "le", "van", "bin".
bool is_particle(std::string_view word);

/// Whether this word, folded and of one family with its long form, says what kind of a company a
/// name is of: "inc", "group".
bool is_company_word(std::string_view word);

/// Whether a company word is a legal form, which the press mixes up: "inc", "corp", but not
/// "group".
bool is_legal_form(std::string_view word);

}  // namespace dateline
