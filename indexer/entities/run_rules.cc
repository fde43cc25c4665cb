// A cursor walks over the words. At a capital it asks, in this order: is it no name, a defined
// acronym, a title, an organisation, a place; what is left is judged by its words and neighbours.
#include "indexer/entities/run_rules.h"

#include <algorithm>

#include "indexer/entities/context.h"
#include "indexer/entities/organization_rules.h"
#include "indexer/entities/phrases.h"
#include "indexer/entities/piece_rules.h"

namespace dateline {

namespace {

class RunLabeller {
 public:
  RunLabeller(const Document& document, const Lexicon& lexicon,
              std::span<const AcronymDefinition> acronyms)
      : document_(document), lexicon_(lexicon), acronyms_(acronyms) {}

  std::vector<NameSpan> label() {
    for (std::size_t i = 0; i < document_.words.size();) {
      i = is_candidate(i) ? step(i) : i + 1;
    }
    return std::move(spans_);
  }

 private:
  bool is_candidate(std::size_t i) {
    while (next_acronym_ < acronyms_.size() && acronyms_[next_acronym_].first < i) {
      ++next_acronym_;
    }
    const Word& word = document_.words[i];
    return !word.in_headline &&
           (word.is_capital() || begins_definition(i) || begins_with_particle(i));
  }

  bool begins_definition(std::size_t i) const {
    return next_acronym_ < acronyms_.size() && acronyms_[next_acronym_].first == i;
  }

  /// "al Qaeda" and the like, which the lexicon knows.
  bool begins_with_particle(std::size_t i) const {
    return has(i, mark::particle) && document_.form(i).entry.longest > 1 &&
           longest_phrase(document_, lexicon_, i, mark::organization).words > 1;
  }

  bool has(std::size_t i, Marks marks) const { return (document_.marks(i) & marks) != 0; }
  const Word& word(std::size_t i) const { return document_.words[i]; }

  std::size_t emit(std::size_t first, std::size_t end, NameType type, std::uint32_t weight) {
    spans_.push_back(
        {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), type, weight});
    return end;
  }

  std::size_t emit_unknown(std::size_t first, std::size_t end) {
    spans_.push_back(
        {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), std::nullopt, 0});
    return end;
  }

  /// Judges what begins at a word, and says where to go on.
  std::size_t step(std::size_t i) {
    const Phrase name =
        longest_phrase(document_, lexicon_, i, mark::any_place | mark::organization);
    if (begins_definition(i)) {
      return label_definition(i, name);
    }
    if (!word(i).is_capital()) {
      return emit(i, i + name.words, NameType::Organization, known);
    }
    const std::size_t nothing = end_of_nothing(i, name);
    if (nothing > i) {
      return nothing;
    }
    const std::size_t title = end_of_title(i);
    if (title > i && name.words < title - i + (has(i, mark::title) ? 1U : 0U)) {
      return label_titled(title);
    }
    const std::size_t organization = end_of_organization(document_, lexicon_, i);
    if ((name.marks & mark::organization) != 0) {
      return label_known_organization(i, name, organization);
    }
    const bool meets_known =
        name.words > 0 && follows_directly(document_, i + name.words) &&
        longest_phrase(document_, lexicon_, i + name.words, mark::organization).words > 1;
    if (organization > i + name.words && !meets_known) {
      return label_organization(i, organization);
    }
    const Phrase demonym = longest_phrase(document_, lexicon_, i, mark::demonym);
    if (demonym.words > 0 && demonym.words >= name.words) {
      return i + demonym.words;
    }
    if (name.words > 0) {
      return label_place(i, name);
    }
    return label_piece(i, end_of_piece(i));
  }

  std::size_t label_definition(std::size_t i, const Phrase& name) {
    const std::size_t end = acronyms_[next_acronym_].end;
    const bool is_place = i + name.words == end && (name.marks & mark::any_place) != 0;
    return emit(i, end, is_place ? NameType::Location : NameType::Organization, known);
  }

  /// Function words, months and phrases that are no names; `i` where there is a chance of one.
  std::size_t end_of_nothing(std::size_t i, const Phrase& name) const {
    const Phrase no_name =
        longest_phrase(document_, lexicon_, i, mark::never | mark::function | mark::calendar);
    if (no_name.words == 0 || no_name.words < name.words) {
      return i;
    }
    const bool is_strong_name = (name.marks & (mark::wide_place | mark::known)) != 0;
    if (no_name.words == 1) {
      if ((no_name.marks & mark::function) != 0 || (no_name.marks & mark::calendar) != 0) {
        return is_month_as_name(i) || is_strong_name ? i : i + 1;
      }
      const bool opens_name = has(i, mark::title | mark::honorific | mark::place_word) ||
                              end_of_organization(document_, lexicon_, i) > i;
      return is_strong_name || opens_name ? i : i + 1;
    }
    return i + no_name.words;
  }

  /// "April Jones" is a person, "April 5" and "In April" are not.
  bool is_month_as_name(std::size_t i) const {
    return has(i, mark::first_name) && !has(i, mark::function) && !word(i).starts() &&
           end_of_capitals(document_, i) == i + 2 && !has(i + 1, mark::ordinary | mark::never);
  }

  /// "Deputy Foreign Minister" or "U.S. Secretary of State"; `i` when no title begins here.
  std::size_t end_of_title(std::size_t i) const {
    std::size_t end = i;
    bool has_title = false;
    for (std::size_t at = i;
         at < i + longest_run && (at == i || follows_directly(document_, at));) {
      const Phrase title = longest_phrase(document_, lexicon_, at, mark::title | mark::title_part);
      if (title.words == 0 || !word(at).is_capital()) {
        break;
      }
      has_title = has_title || (title.marks & mark::title) != 0;
      at += title.words;
      end = at;
      if (word(at - 1).possessive) {
        return i;
      }
    }
    return has_title ? end : i;
  }

  /// What stands behind a title is a person, if it is a name at all.
  std::size_t label_titled(std::size_t i) {
    if (!follows_directly(document_, i) || !word(i).is_capital() || word(i).in_headline ||
        has(i, mark::function | mark::calendar | mark::demonym | mark::organization_suffix)) {
      return i;
    }
    const Phrase name = longest_phrase(document_, lexicon_, i, mark::known | mark::country);
    const std::size_t end = end_of_piece(i);
    const bool is_common = end == i + 1 && has(i, mark::ordinary) &&
                           (has(i - 1, mark::title_part) || has(i, mark::never | mark::title) ||
                            has(i, mark::organization_word));
    if (name.words == end - i || end - i > longest_person || is_common ||
        end_of_organization(document_, lexicon_, i) > i) {
      return i;
    }
    return emit(i, end, NameType::Person, known);
  }

  /// A known name stands for its offices ("UN Mission", "BBC World Service"), but a lone word may
  /// be the beginning of another name ("Senate Banking Committee").
  std::size_t label_known_organization(std::size_t i, const Phrase& name, std::size_t end) {
    const std::size_t name_end = i + name.words;
    const bool is_short = name.words == 1 && word(i).shape == Shape::Title;
    if (end > name_end && is_short) {
      return emit(i, end, NameType::Organization, known);
    }
    const std::size_t longer = end_of_known(document_, lexicon_, name_end);
    if (name.words > 1 && longer > name_end) {
      return emit(i, longer, NameType::Organization, known);
    }
    emit(i, end_of_suffix(document_, name_end), NameType::Organization, known);
    return std::max(end_of_suffix(document_, name_end), end);
  }

  std::size_t label_organization(std::size_t i, std::size_t end) {
    const bool may_be_sentence_start = word(i).starts() && has(i, mark::ordinary) &&
                                       document_.form(i).lower > 0 &&
                                       !has(i, mark::organization_word);
    if (may_be_sentence_start && end - i > 2) {
      return i + 1;
    }
    return emit(i, end, NameType::Organization, by_context);
  }

  /// A phrase of the gazetteer: a place, or a person who is called like one.
  std::size_t label_place(std::size_t i, const Phrase& place) {
    const std::size_t end = i + place.words;
    const std::size_t run_end = end_of_capitals(document_, i);
    if (run_end > end && !word(end - 1).possessive) {
      const bool is_person = place.words == 1 && has(i, mark::first_name) && is_surname(end);
      const bool is_weak = (place.marks & (mark::wide_place | mark::big_city)) == 0;
      if (is_person || has(end, mark::place_word) || (is_weak && !is_end_of_name(end))) {
        return label_piece(i, end_of_piece(i));
      }
    }
    const Context context = context_of(document_, i, end);
    const std::uint32_t weight = place_weight(i, end, place.marks, context);
    if (weight == 0) {
      return label_piece(i, std::max(end, end_of_piece(i)));
    }
    return emit(i, end, NameType::Location, weight);
  }

  bool is_surname(std::size_t i) const {
    return word(i).shape == Shape::Title &&
           !has(i, mark::title | mark::place_word | mark::demonym | mark::never | mark::calendar |
                       mark::function | mark::organization_word) &&
           (!has(i, mark::ordinary) || has(i, mark::first_name));
  }

  /// Whether a name cannot go on with this word of a run.
  bool is_end_of_name(std::size_t i) const {
    return has(i, mark::title | mark::calendar | mark::function | mark::demonym | mark::known) ||
           word(i).shape == Shape::Capitals;
  }

  std::uint32_t place_weight(std::size_t i, std::size_t end, Marks marks,
                             const Context& context) const {
    const bool is_ambiguous =
        end - i == 1 && has(i, mark::first_name | mark::ordinary | mark::never | mark::title);
    const bool is_proven = context.place_before || context.place_apposition;
    if ((marks & (mark::country | mark::place)) != 0) {
      return is_ambiguous && context.title_before ? guess : known;
    }
    if (context.title_before || (word(i).starts() && has(i, mark::ordinary) && end - i == 1)) {
      return 0;
    }
    if (!is_ambiguous && (marks & (mark::wide_place | mark::big_city)) != 0) {
      return known;
    }
    if (!is_ambiguous && (marks & mark::large_city) != 0 && !context.speech) {
      return is_proven ? known : by_context;
    }
    const bool is_small = (marks & (mark::wide_place | mark::big_city | mark::large_city)) == 0;
    const bool has_place_noun =
        context.near_before || context.place_noun_before || context.place_apposition;
    if (is_ambiguous) {
      return is_proven && (has_place_noun || !is_small) ? by_context : 0;
    }
    return is_proven ? by_context : end - i > 1 ? guess : 0;
  }

  /// The end of the run, cut where something else begins: a title, a month, a known name.
  std::size_t end_of_piece(std::size_t i) const {
    const std::size_t run_end = end_of_capitals(document_, i);
    std::size_t end = i + 1;
    while (end < run_end && !begins_other_name(end)) {
      ++end;
    }
    while (end > i + 1 && word(end - 1).shape == Shape::Lower) {
      --end;  // a particle cut off from its name
    }
    return end;
  }

  bool begins_other_name(std::size_t i) const {
    if (word(i).shape == Shape::Lower) {
      return false;
    }
    const bool is_title = has(i, mark::title) && !has(i, mark::first_name) &&
                          follows_directly(document_, i + 1) && word(i + 1).is_capital();
    const bool is_known = has(i, mark::known) && ((document_.marks(i) & mark::only_capitals) == 0 ||
                                                  word(i).shape == Shape::Capitals);
    return is_title || is_known ||
           (has(i, mark::calendar | mark::function) && !has(i, mark::first_name));
  }

  /// A run that neither gazetteer nor titles explain.
  std::size_t label_piece(std::size_t i, std::size_t end) {
    if (is_capital_by_position(i, end)) {
      return end - i > 1 ? i + 1 : emit_unknown(i, end);
    }
    const std::optional<Judgement> judgement = judge_piece(document_, i, end);
    return judgement ? emit(i, end, judgement->type, judgement->weight) : emit_unknown(i, end);
  }

  /// "Showers hit Gao": an ordinary word that only begins a sentence.
  bool is_capital_by_position(std::size_t i, std::size_t end) const {
    if (!word(i).starts() || word(i).shape != Shape::Title || !has(i, mark::ordinary)) {
      return false;
    }
    const bool is_name =
        has(i, mark::first_name | mark::honorific) && end - i > 1 && !has(i + 1, mark::ordinary);
    return !is_name;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  std::span<const AcronymDefinition> acronyms_;
  std::size_t next_acronym_ = 0;
  std::vector<NameSpan> spans_;
};

}  // namespace

std::vector<NameSpan> label_runs(const Document& document, const Lexicon& lexicon,
                                 std::span<const AcronymDefinition> acronyms) {
  return RunLabeller(document, lexicon, acronyms).label();
}

}  // namespace dateline
