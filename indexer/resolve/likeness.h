// How alike two words are: whether one may be the other misspelt.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Jaro-Winkler similarity of two words, from 0 to 1. Words longer than 64 bytes are not alike.
double jaro_winkler(std::string_view a, std::string_view b);

/// How many bytes must be put in, left out, replaced or exchanged with their neighbours to make one
/// word the other; `limit` + 1 when that is more than `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Whether two different words of persons' names, folded, may be one: of five letters or more, one
/// edit apart, or two when both have eight, and alike by Jaro-Winkler. Never words with digits, and
/// never two of which one ends in "a": Petrov and Petrova, Roberto and Roberta are two.
bool is_misspelling(std::string_view a, std::string_view b);

}  // namespace dateline
