// The table of abbreviations.
#include "common/text/abbreviation.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr auto abbreviations = std::to_array<std::string_view>(
    {"Adm",    "Apr",  "Aug",  "Ave",    "Brig", "Bros", "Capt", "Cmdr", "Co",  "Col",  "Corp",
     "Cpl",    "Dec",  "Dept", "Dr",     "Dra",  "Esq",  "Feb",  "Fr",   "Fri", "Ft",   "Gen",
     "Gov",    "Hon",  "Inc",  "Jan",    "Jr",   "Jul",  "Jun",  "Lt",   "Ltd", "Maj",  "Mar",
     "Messrs", "Mlle", "Mme",  "Mr",     "Mrs",  "Ms",   "Mt",   "Nov",  "Oct", "Pres", "Prof",
     "Rep",    "Reps", "Rev",  "Sen",    "Sens", "Sep",  "Sept", "Sgt",  "Sr",  "Sra",  "St",
     "Supt",   "Vol",  "al",   "approx", "cf",   "vol",  "vs"});

}  // namespace

bool is_abbreviation(std::string_view word) {
  while (!word.empty() && !is_letter(word.front()) &&
         static_cast<unsigned char>(word.front()) < 0x80) {
    word.remove_prefix(1);
  }
  const bool is_initial = word.size() == 1 && is_letter(word.front());
  const bool has_full_stops =
      word.size() >= 3 && is_letter(word.back()) && word[word.size() - 2] == '.';
  return is_initial || has_full_stops ||
         std::ranges::find(abbreviations, word) != abbreviations.end();
}

}  // namespace dateline
