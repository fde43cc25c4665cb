// One walk over the spans and the capitalised words between them.
#include "indexer/entities/span_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/entities/phrases.h"

namespace dateline {

namespace {

class SpanMender {
 public:
  SpanMender(const Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon) {}

  std::vector<NameSpan> mend(const std::vector<NameSpan>& spans) {
    auto capital = document_.capitals.begin();
    const auto add_told_before = [&](std::size_t end) {
      for (; capital != document_.capitals.end() && *capital < end; ++capital) {
        add_told_name(*capital);
      }
    };
    for (const NameSpan& span : spans) {
      add_told_before(span.first);
      add(retyped(without_title(without_article(span))));
      while (capital != document_.capitals.end() && *capital < span.end) {
        ++capital;
      }
    }
    add_told_before(document_.words.size());
    return std::move(mended_);
  }

 private:
  bool has(std::size_t word, Marks marks) const { return (document_.marks(word) & marks) != 0; }

  Marks marks_of(std::uint32_t first, std::uint32_t end) const {
    return marks_of_words(document_, lexicon_, first, end);
  }

  void add(const NameSpan& span) {
    if (is_no_name(span) || is_portfolio(span)) {
      return;
    }
    const std::uint32_t cut = end_of_head(span);
    if (cut > span.first) {
      const bool is_place = (marks_of(span.first, cut) & mark::any_place) != 0;
      mended_.push_back(
          {span.first, cut, is_place ? NameType::Location : NameType::Organization, span.weight});
      mended_.push_back({cut, span.end, NameType::Organization, span.weight});
    } else {
      mended_.push_back(span);
    }
  }

  /// "the United States"; "The Hague" keeps its own, and "The Guardian" where no sentence begins
  /// with it.
  NameSpan without_article(NameSpan span) const {
    static const NameKey the = name_key("the");
    const Word& first = document_.words[span.first];
    if (span.end - span.first < 2 || document_.key(span.first) != the) {
      return span;
    }
    const bool is_listed = (marks_of(span.first, span.end) & (mark::known | mark::any_place)) != 0;
    const bool is_own =
        span.type == NameType::Organization ? !first.starts() && !first.in_headline : is_listed;
    if (!first.is_capital() || !is_own) {
      ++span.first;
    }
    return span;
  }

  /// Titles of one or more words before a name, as long as a name is left.
  NameSpan without_title(NameSpan span) const {
    if (span.type != NameType::Person) {
      return span;
    }
    std::uint32_t name = span.first;
    for (std::uint32_t i = span.first; i + 1 < span.end; ++i) {
      if (!has(i, mark::title | mark::title_part | mark::honorific) || has(i, mark::first_name)) {
        break;
      }
      if (has(i, mark::title | mark::honorific)) {
        name = i + 1;
      }
    }
    span.first = name;
    return span;
  }

  /// "the Wagner group" is no person, nor is "an NGO called Kisal".
  NameSpan retyped(NameSpan span) const {
    const bool is_one_word = span.end - span.first == 1;
    const bool is_organization =
        is_one_word && span.first > 0 && (is_before_noun(span.first) || is_told(span.first));
    if (span.type != NameType::Location && is_organization) {
      span.type = NameType::Organization;
      span.weight = known;
    }
    return span;
  }

  /// "the X group".
  bool is_before_noun(std::uint32_t word) const {
    static const NameKey the = name_key("the");
    const std::uint32_t next = word + 1;
    return word > 0 && document_.words[word].continues() && !document_.words[word].possessive &&
           next < document_.words.size() && has(next, mark::organization_noun) &&
           document_.words[next].continues() && document_.words[next].shape == Shape::Lower &&
           document_.key(word - 1) == the;
  }

  bool is_no_name(const NameSpan& span) const {
    if (is_cut_off(span) || is_single_letter(span) || is_account(span)) {
      return true;
    }
    const bool is_suffix = all_of(span, [&](std::size_t i) {
      return has(i, mark::organization_suffix | mark::link) && document_.words[i].is_capital();
    });
    const Marks marks = marks_of(span.first, span.end);
    const bool is_name = (marks & (mark::known | mark::any_place | mark::organization_name)) != 0;
    const bool is_nothing =
        is_suffix || (marks & (mark::never | mark::demonym | mark::calendar)) != 0;
    return !is_name && is_nothing && span.type != NameType::Person;
  }

  /// "Espec…", where a quotation of a page was cut off.
  bool is_cut_off(const NameSpan& span) const {
    const std::string_view behind = document_.text.substr(document_.words[span.end - 1].end);
    return span.end - span.first == 1 && (behind.starts_with("…") || behind.starts_with("...")) &&
           (document_.marks(span.first) & (mark::known | mark::any_place)) == 0;
  }

  /// "FRANCE 24 Français (@France24_fr)": who wrote a message is no place.
  bool is_account(const NameSpan& span) const {
    const std::string_view behind = document_.text.substr(document_.words[span.end - 1].end);
    return span.type == NameType::Location && behind.starts_with(" (@");
  }

  /// A letter names nobody, but for "X".
  bool is_single_letter(const NameSpan& span) const {
    return span.end - span.first == 1 && document_.words[span.first].shape == Shape::Initial &&
           !has(span.first, mark::known);
  }

  /// "Minister of Foreign Affairs and [International Cooperation]".
  bool is_portfolio(const NameSpan& span) const {
    constexpr std::size_t farthest = 8;
    const bool is_ordinary = all_of(span, [&](std::size_t i) {
      return has(i, mark::ordinary | mark::link | mark::organization_word);
    });
    if (span.type != NameType::Organization || !is_ordinary) {
      return false;
    }
    for (std::size_t i = span.first; i > 0 && span.first - i < farthest; --i) {
      const bool is_linked = document_.words[i].before <= Gap::Comma;
      if (!is_linked) {
        return false;
      }
      const bool is_capital = document_.words[i - 1].is_capital();
      if (is_capital && is_minister(i - 1)) {
        return has(i, mark::link) && !document_.words[i].is_capital();
      }
      if (!is_capital && !has(i - 1, mark::link)) {
        return false;
      }
    }
    return false;
  }

  bool is_minister(std::size_t word) const {
    static const std::array ministers = {name_key("minister"), name_key("ministers"),
                                         name_key("secretary")};
    return std::find(ministers.begin(), ministers.end(), document_.key(word)) != ministers.end();
  }

  /// The end of the known name before an acronym, or `span.first`.
  std::uint32_t end_of_head(const NameSpan& span) const {
    constexpr std::size_t shortest_acronym = 5;
    const std::uint32_t last = span.end - 1;
    const Word& word = document_.words[last];
    if (span.end - span.first < 2 || word.shape != Shape::Capitals ||
        word.end - word.begin < shortest_acronym || has(last, mark::organization_suffix)) {
      return span.first;
    }
    const NameSpan head{span.first, last, span.type, span.weight};
    const bool in_capitals =
        all_of(head, [&](std::size_t i) { return document_.words[i].shape == Shape::Capitals; });
    const bool is_known = (marks_of(span.first, last) & (mark::known | mark::country)) != 0;
    return is_known && !in_capitals ? last : span.first;
  }

  /// Adds a capitalised word that no span covers, when the words before it tell that it is a name.
  void add_told_name(std::uint32_t i) {
    constexpr Marks telling_nothing = mark::ordinary | mark::never | mark::demonym |
                                      mark::calendar | mark::function | mark::first_name |
                                      mark::title | mark::any_place;
    const Word& word = document_.words[i];
    if (i == 0 || (word.marks & telling_nothing) != 0 || word.in_headline ||
        word.shape == Shape::Initial) {
      return;
    }
    const bool is_alone = i + 1 >= document_.words.size() || !document_.words[i + 1].continues() ||
                          !document_.words[i + 1].is_capital();
    if (is_alone && (is_told(i) || is_before_noun(i))) {
      mended_.push_back({i, i + 1, NameType::Organization, known});
    }
  }

  /// "the newspaper X", "an NGO called X", "the group known as X".
  bool is_told(std::uint32_t word) const {
    static const std::array callers = {name_key("called"), name_key("named"), name_key("dubbed")};
    const std::uint32_t before = word - 1;
    const bool may_be_called = before > 0 && has(before - 1, mark::organization_noun);
    if (!document_.words[word].continues() ||
        (!may_be_called && !has(before, mark::organization_noun))) {
      return false;
    }
    const bool is_called =
        std::find(callers.begin(), callers.end(), document_.key(before)) != callers.end();
    const std::uint32_t noun = is_called && before > 0 ? before - 1 : before;
    return document_.words[noun].shape != Shape::Title && has(noun, mark::organization_noun) &&
           (noun == before || document_.words[before].continues());
  }

  template <typename Predicate>
  static bool all_of(const NameSpan& span, Predicate predicate) {
    for (std::uint32_t i = span.first; i < span.end; ++i) {
      if (!predicate(i)) {
        return false;
      }
    }
    return true;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  std::vector<NameSpan> mended_;
};

}  // namespace

std::vector<NameSpan> mend_spans(const Document& document, const Lexicon& lexicon,
                                 const std::vector<NameSpan>& spans) {
  return SpanMender(document, lexicon).mend(spans);
}

}  // namespace dateline
