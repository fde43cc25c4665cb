// Finds the last telling word of a run, then goes on over "of" and "for".
#include "indexer/entities/organization_rules.h"

#include "indexer/entities/phrases.h"

namespace dateline {

namespace {

constexpr std::size_t longest_link = 3;  // "and for the"
constexpr std::size_t most_links = 3;

class OrganizationFinder {
 public:
  OrganizationFinder(const Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon) {}

  std::size_t end_from(std::size_t first) const {
    const std::size_t run_end = end_of_capitals(document_, first);
    std::size_t end = first;
    for (std::size_t i = first; i < run_end && !ends_name(i, first); ++i) {
      const bool is_suffix = i > first && has(i, mark::organization_suffix) && is_name_word(i);
      if (is_suffix || (has(i, mark::organization_word) && is_name_word(i))) {
        end = i + 1;
      }
    }
    if (end != run_end || end == first) {
      const std::size_t joined = end_of_pair(first, run_end);
      end = joined > run_end ? joined : end;
    }
    if (end == first || !has_own_word(first, end)) {
      return first;
    }
    const std::size_t linked = end_of_links(end);
    const bool is_alone = end == first + 1 || (end == first + 2 && is_bare(first));
    return linked == end && is_alone ? first : linked;
  }

  /// Where the name goes on over "of" and "for" behind `end`, or `end`.
  std::size_t end_of_links(std::size_t end) const {
    for (std::size_t links = 0; links < most_links; ++links) {
      const std::size_t longer = end_of_link(end, links);
      if (longer == end) {
        break;
      }
      end = longer;
    }
    return end;
  }

 private:
  bool has(std::size_t i, Marks marks) const { return (document_.marks(i) & marks) != 0; }

  /// A capital that is more than an initial.
  bool is_name_word(std::size_t i) const {
    const Shape shape = document_.words[i].shape;
    return shape == Shape::Title || shape == Shape::Capitals;
  }

  bool ends_name(std::size_t i, std::size_t first) const {
    return has(i, mark::calendar | mark::function) ||
           (i > first && has(i, mark::title) && !has(i, mark::organization_word)) ||
           document_.words[i].in_headline;
  }

  /// "Malian Army" and "First Bank" name something, "Press Office" and "State Police" nothing.
  bool is_bare(std::size_t i) const {
    return has(i, mark::organization_word | mark::never | mark::title_part | mark::function);
  }

  /// A suffix alone names nothing: "Co Inc".
  bool has_own_word(std::size_t first, std::size_t end) const {
    for (; first < end; ++first) {
      if (!has(first, mark::organization_suffix) || has(first, mark::organization_word)) {
        return true;
      }
    }
    return false;
  }

  /// "Savings and Loan Association", "Smith and Sons": what stands behind "and" tells.
  std::size_t end_of_pair(std::size_t first, std::size_t run_end) const {
    if (!follows_directly(document_, run_end) || !follows_directly(document_, run_end + 1) ||
        document_.text_of(document_.words[run_end]) != "and" ||
        !document_.words[run_end + 1].is_capital()) {
      return first;
    }
    const std::size_t next = run_end + 1;
    if (has(next, mark::organization_suffix)) {
      return end_of_capitals(document_, next);
    }
    // "Loan Association" alone is half a name, "Central Bank" may be another one.
    const bool is_pair = has(run_end - 1, mark::ordinary) && has(next, mark::ordinary);
    const Marks telling = has(next, mark::organization_word)
                              ? mark::organization_suffix
                              : mark::organization_word | mark::organization_suffix;
    const std::size_t pair_end = end_of_capitals(document_, next);
    std::size_t end = first;
    for (std::size_t i = next; is_pair && i < pair_end && !ends_name(i, next); ++i) {
      end = has(i, telling) ? i + 1 : end;
    }
    return end;
  }

  /// "… of the Interior" behind "Ministry", "… and Trade" behind "Ministry of Industry".
  std::size_t end_of_link(std::size_t end, std::size_t links) const {
    std::size_t at = end;
    while (at < end + longest_link && follows_directly(document_, at) &&
           document_.words[at].shape == Shape::Lower && has(at, mark::link)) {
      ++at;
    }
    if (at == end || !follows_directly(document_, at) || !document_.words[at].is_capital() ||
        !is_allowed(document_.text_of(document_.words[end]), at, end, links) ||
        ends_name(at, end)) {
      return end;
    }
    const std::size_t run_end = end_of_capitals(document_, at);
    std::size_t longer = at;
    while (longer < run_end && !ends_name(longer, at)) {
      ++longer;
    }
    return longer;
  }

  bool is_allowed(std::string_view link, std::size_t next, std::size_t end,
                  std::size_t links) const {
    const bool is_of =
        link == "of" || link == "for" || link == "de" || link == "du" || link == "des";
    if (is_of) {
      const Phrase known = longest_phrase(document_, lexicon_, next, mark::organization);
      const bool goes_on = links > 0 && has(end - 1, mark::ordinary);
      return known.words == 0 && (goes_on || has(end - 1, mark::organization_word));
    }
    if (link == "on") {
      return links == 0 && has(end - 1, mark::organization_word);
    }
    // "and" joins two departments of one ministry, but also two names.
    return link == "and" && links > 0 && has(next, mark::ordinary) &&
           !has(next, mark::country | mark::big_city | mark::known);
  }

  const Document& document_;
  const Lexicon& lexicon_;
};

}  // namespace

std::size_t end_of_organization(const Document& document, const Lexicon& lexicon,
                                std::size_t first) {
  return OrganizationFinder(document, lexicon).end_from(first);
}

std::size_t end_of_known(const Document& document, const Lexicon& lexicon, std::size_t end) {
  return OrganizationFinder(document, lexicon).end_of_links(end);
}

std::size_t end_of_suffix(const Document& document, std::size_t end) {
  const bool is_suffix = follows_directly(document, end) &&
                         (document.marks(end) & mark::organization_suffix) != 0 &&
                         document.words[end].is_capital();
  return is_suffix ? end + 1 : end;
}

}  // namespace dateline
