// Folding: the one form in which words and names are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Case and accents removed: "TOURÉ", "Touré" and "toure" are one. Compatibility forms are
/// resolved (ligatures, full-width letters), letters without a decomposition are spelt out
/// (ø o, ł l, æ ae, ß ss). Marks that are letters in their script stay (Devanagari vowels, й).
std::string fold(std::string_view text);

/// `fold` onto the end of a string.
void fold_onto(std::string& out, std::string_view text);

/// A name folded for comparison: `fold`, with hyphens, dots and apostrophes made spaces or
/// dropped, and white space single. "Ngefa-Atondoko" is "ngefa atondoko", "U.N." is "un".
std::string fold_name(std::string_view name);

}  // namespace dateline
