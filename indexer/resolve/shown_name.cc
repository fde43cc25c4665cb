// The fullest frequent name, in its best spelling.
#include "indexer/resolve/shown_name.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "common/text/fold.h"
#include "indexer/resolve/form_table.h"
#include "indexer/resolve/words.h"

namespace dateline {

namespace {

struct Look {
  std::uint32_t name = 0;
  std::uint64_t articles = 0;
  std::size_t words = 0;
  bool is_full = true;      ///< no surname alone, and no initial in front
  bool is_shouted = false;  ///< capitals where there should be none
  std::size_t accents = 0;
};

/// Whether a name is written in capitals: an organisation or a place throughout, a person in one
/// word. An organisation of one word may be an acronym.
bool is_shouted(NameType type, std::string_view name) {
  std::size_t words = 0;
  std::size_t lower = 0;
  bool has_shouted_word = false;
  for_each_word(name, [&](std::string_view word) {
    const LetterCount letters = count_letters(word);
    ++words;
    lower += letters.lower;
    has_shouted_word = has_shouted_word || is_in_capitals(letters);
  });
  switch (type) {
    case NameType::Person: return has_shouted_word;
    case NameType::Organization: return has_shouted_word && lower == 0 && words > 1;
    default: return has_shouted_word && lower == 0;
  }
}

Look look_of(const CountedName& name, std::uint32_t index) {
  const std::string folded = fold_name(name.text);
  Look look{.name = index, .articles = name.articles};
  look.words = static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
  look.is_full = name.type != NameType::Person ||
                 (look.words > 1 && !is_initial(folded.substr(0, folded.find(' '))));
  look.is_shouted = is_shouted(name.type, name.text);
  look.accents = static_cast<std::size_t>(std::ranges::count_if(
      name.text, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
  return look;
}

/// Leaves only those that `is_better`, if there are any.
template <typename Predicate>
void prefer(std::vector<Look>& looks, Predicate is_better) {
  if (std::ranges::any_of(looks, is_better)) {
    std::erase_if(looks, [&](const Look& look) { return !is_better(look); });
  }
}

std::uint64_t most_articles(const std::vector<Look>& looks) {
  return std::ranges::max_element(looks, {}, &Look::articles)->articles;
}

/// Leaves those that `share` of them would be as many as the most frequent.
void keep_frequent(std::vector<Look>& looks, std::uint64_t share) {
  const std::uint64_t most = most_articles(looks);
  std::erase_if(looks, [&](const Look& look) { return look.articles * share < most; });
}

std::uint32_t choose(std::span<const CountedName> names, std::span<const std::uint32_t> group) {
  constexpr std::uint64_t frequent_share = 3;
  constexpr std::uint64_t accent_share = 2;
  const auto is_calm = [](const Look& look) { return !look.is_shouted; };
  const auto order = [&names](const Look& look) {
    return std::tuple(~look.articles, names[look.name].text);
  };
  std::vector<Look> all;
  for (const std::uint32_t name : group) {
    all.push_back(look_of(names[name], name));
  }
  std::vector<Look> looks = all;
  prefer(looks, [](const Look& look) { return look.is_full; });
  prefer(looks, is_calm);
  keep_frequent(looks, frequent_share);
  const std::size_t most_words = std::ranges::max_element(looks, {}, &Look::words)->words;
  prefer(looks, [most_words](const Look& look) { return look.words == most_words; });
  const Look fullest = *std::ranges::min_element(looks, {}, order);

  // Its spellings.
  const std::string folded = fold_name(names[fullest.name].text);
  std::erase_if(all, [&](const Look& look) {
    return look.words != fullest.words || fold_name(names[look.name].text) != folded;
  });
  prefer(all, is_calm);
  keep_frequent(all, accent_share);
  const std::size_t most_accents = std::ranges::max_element(all, {}, &Look::accents)->accents;
  prefer(all, [most_accents](const Look& look) { return look.accents == most_accents; });
  return std::ranges::min_element(all, {}, order)->name;
}

}  // namespace

void sort_group(std::span<const CountedName> names, std::vector<std::uint32_t>& group) {
  const std::uint32_t shown = choose(names, group);
  std::ranges::sort(group, {}, [&names, shown](std::uint32_t name) {
    return std::tuple(name != shown, ~names[name].articles, names[name].text);
  });
}

}  // namespace dateline
