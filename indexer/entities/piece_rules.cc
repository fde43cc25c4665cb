// First the neighbours are asked, for they prove most; then the words themselves.
#include "indexer/entities/piece_rules.h"

#include "indexer/entities/context.h"

namespace dateline {

namespace {

class PieceJudge {
 public:
  explicit PieceJudge(const Document& document) : document_(document) {}

  std::size_t ordinary_words(std::size_t i, std::size_t end) const {
    std::size_t count = 0;
    for (; i < end; ++i) {
      count += has(i, mark::ordinary | mark::never | mark::function | mark::calendar) ? 1U : 0U;
    }
    return count;
  }

  std::optional<Judgement> judge_by_context(std::size_t i, std::size_t end,
                                            const Context& context) const {
    const std::size_t size = end - i;
    const bool is_plain = ordinary_words(i, end) == size ||
                          has(end - 1, mark::organization_suffix | mark::organization_word);
    if (size > longest_person || (is_plain && size > 1) || word(i).shape == Shape::Initial) {
      return std::nullopt;
    }
    const bool is_acronym = size == 1 && word(i).shape == Shape::Capitals;
    if (context.title_before && !is_acronym && !is_plain) {
      return Judgement{NameType::Person, size > 1 ? known : by_context};
    }
    if (context.person_apposition && !is_acronym && !is_plain) {
      return Judgement{NameType::Person, by_context};
    }
    if (context.organization_beside && !is_plain) {
      return Judgement{NameType::Organization, by_context};
    }
    const bool is_proven_place = context.place_noun_before ||
                                 (context.place_apposition && (context.place_before || size == 1));
    if (is_proven_place && !is_plain) {
      return Judgement{NameType::Location, by_context};
    }
    if (is_acronym) {
      return is_acronym_name(i, context) ? std::optional(Judgement{NameType::Organization, guess})
                                         : std::nullopt;
    }
    if (context.speech && !context.the_before && (size > 1 || !is_plain)) {
      return Judgement{NameType::Person, size > 1 ? by_context : guess};
    }
    return std::nullopt;
  }

  /// "the RSA said": letters alone prove little.
  bool is_acronym_name(std::size_t i, const Context& context) const {
    const std::size_t size = word(i).end - word(i).begin;
    return size >= 3 && size <= 8 && !has(i, mark::never | mark::ordinary) &&
           (context.the_before || context.speech);
  }

  std::optional<Judgement> judge_by_words(std::size_t i, std::size_t end,
                                          const Context& context) const {
    const std::size_t size = end - i;
    const std::size_t plain = ordinary_words(i, end);
    if (size > longest_person) {
      return std::nullopt;
    }
    if (size > 1 && has(i, mark::honorific) && !has(i + 1, mark::organization_word)) {
      return Judgement{NameType::Person, by_context};
    }
    const bool is_place = size > 1 && plain < size && !has(i, mark::first_name) &&
                          !has(end - 1, mark::demonym | mark::organization_suffix) &&
                          (has(i, mark::place_word) ||
                           (has(end - 1, mark::place_word) && !has(end - 1, mark::never)));
    if (is_place) {
      return Judgement{NameType::Location, by_context};
    }
    const bool is_first_name = has(i, mark::first_name) || word(i).shape == Shape::Initial;
    if (size > 1 && is_first_name && (plain < size - 1 || !has(i, mark::ordinary)) &&
        !has(end - 1, mark::never | mark::organization_word | mark::calendar) &&
        word(end - 1).shape == Shape::Title) {
      return Judgement{NameType::Person, plain == 0 ? known : by_context};
    }
    if (size >= 2 && size <= 4 && plain == 0 && is_all_title(i, end)) {
      return Judgement{NameType::Person, guess};
    }
    if (size <= 2 && plain == 0 && context.near_before) {
      return Judgement{NameType::Location, guess};
    }
    return std::nullopt;
  }

  /// Written like a name of a person, and with no word that is something else.
  bool is_all_title(std::size_t i, std::size_t end) const {
    constexpr Marks other = mark::wide_place | mark::big_city | mark::large_city | mark::demonym |
                            mark::organization_suffix | mark::organization_word | mark::place_word;
    for (; i < end; ++i) {
      const bool is_particle = word(i).shape == Shape::Lower && has(i, mark::particle);
      if (!is_particle && (word(i).shape != Shape::Title || has(i, other))) {
        return false;
      }
    }
    return true;
  }

 private:
  bool has(std::size_t i, Marks marks) const { return (document_.marks(i) & marks) != 0; }
  const Word& word(std::size_t i) const { return document_.words[i]; }

  const Document& document_;
};

}  // namespace

std::optional<Judgement> judge_piece(const Document& document, std::size_t first, std::size_t end) {
  const PieceJudge judge(document);
  const Context context = context_of(document, first, end);
  const std::optional<Judgement> judgement = judge.judge_by_context(first, end, context);
  return judgement ? judgement : judge.judge_by_words(first, end, context);
}

}  // namespace dateline
