// The rules for articles in other languages than English: the lexicon, and nothing by context.
#include "indexer/entities/known_rules.h"

#include <algorithm>

#include "indexer/entities/phrases.h"

namespace dateline {

std::vector<NameSpan> label_known(const Document& document, const Lexicon& lexicon,
                                  std::span<const AcronymDefinition> acronyms) {
  std::vector<NameSpan> spans;
  constexpr Marks sure = mark::country | mark::big_city | mark::known;
  constexpr Marks doubtful = mark::ordinary | mark::never | mark::function | mark::calendar |
                             mark::first_name | mark::title;
  const auto add = [&](std::size_t first, std::size_t end, bool is_place) {
    spans.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end),
                     is_place ? NameType::Location : NameType::Organization, known});
    return end;
  };
  auto next = acronyms.begin();
  for (std::size_t i = 0; i < document.words.size();) {
    next = std::find_if(next, acronyms.end(), [&](const auto& a) { return a.first >= i; });
    const Phrase name = longest_phrase(document, lexicon, i, sure);
    const bool is_place = (name.marks & mark::organization) == 0;
    const bool is_doubtful = name.words == 1 && (name.marks & doubtful) != 0;
    if (!document.words[i].in_headline && next != acronyms.end() && next->first == i) {
      i = add(i, next->end, (name.marks & mark::country) != 0);
    } else if (!document.words[i].in_headline && name.words > 0 && !is_doubtful) {
      i = add(i, i + name.words, is_place);
    } else {
      ++i;
    }
  }
  return spans;
}

}  // namespace dateline
