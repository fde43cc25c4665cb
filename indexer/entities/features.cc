// The templates. Each observation is a template's number and a value, mixed to a row.
#include "indexer/entities/features.h"

#include <algorithm>

#include "indexer/entities/hash.h"

namespace dateline {

namespace {

enum class Template : std::uint8_t {
  Bias,
  Key,
  Exact,
  Pattern,
  Shape,
  Length,
  Punctuation,
  Head,
  Tail,
  Prefix,
  Suffix,
  Mark,
  MarkAndShape,
  MarkSet,
  NameMarkSet,
  ContextMarkSet,
  Bound,
  RunPlace,
  Gaps,
  GapBefore,
  GapBehind,
  SentenceStart,
  SentenceStartMarks,
  Headline,
  HeadlineMarks,
  Possessive,
  Phrase,
  Hint,
  HintSet,
  HintStart,
  HintBehind,
  HintBefore,
};

class RowWriter {
 public:
  RowWriter(Role role, std::vector<Row>& rows)
      : role_(static_cast<std::uint64_t>(role) << 8U), rows_(rows) {}

  void add(Template feature, std::uint64_t value) {
    const std::uint64_t kind = role_ + static_cast<std::uint64_t>(feature) + 1;
    const std::uint64_t hash = mixed(value * 0xFF51AFD7ED558CCD + mixed(kind * 0x9E3779B97F4A7C15));
    rows_.push_back(static_cast<Row>(hash >> (64U - row_bits)));
  }

 private:
  std::uint64_t role_;
  std::vector<Row>& rows_;
};

constexpr std::uint64_t number(Shape shape) {
  return static_cast<std::uint64_t>(shape);
}

constexpr Marks name_marks = mark::ordinary | mark::first_name | mark::city | mark::large_city |
                             mark::subdivision | mark::title;
constexpr Marks type_marks = mark::any_place | mark::demonym | mark::first_name | mark::ordinary |
                             mark::organization | mark::organization_name | mark::calendar |
                             mark::never;
constexpr Marks telling_marks = mark::title | mark::organization_word | mark::organization_suffix |
                                mark::organization_noun | mark::place_word | mark::place_noun |
                                mark::place_preposition | mark::speech | mark::function;

void add_marks(const WordFacts& word, bool with_shape, RowWriter& writer) {
  for (Marks left = word.entry.marks; left != 0; left &= left - 1) {
    const auto bit = static_cast<std::uint64_t>(__builtin_ctz(left));
    writer.add(Template::Mark, bit);
    if (with_shape) {
      writer.add(Template::MarkAndShape, 8 * bit + number(word.shape));
    }
  }
}

void add_own_rows(const WordFacts& word, const WordSpelling& spelling, RowWriter& writer) {
  writer.add(Template::Bias, 0);
  writer.add(Template::Key, word.key.value);
  writer.add(Template::Exact, spelling.exact);
  writer.add(Template::Pattern, spelling.pattern);
  writer.add(Template::Shape, number(word.shape));
  writer.add(Template::Length, 8 * std::min<std::uint64_t>(word.length, 8) + number(word.shape));
  writer.add(Template::Punctuation,
             2 * static_cast<std::uint64_t>(word.has_dot) + (spelling.head != 0 ? 1U : 0U));
  if (spelling.head != 0) {
    writer.add(Template::Head, spelling.head);
    writer.add(Template::Tail, spelling.tail);
  }
  for (std::size_t i = 0; i < spelling.prefixes.size() && spelling.prefixes.at(i) != 0; ++i) {
    writer.add(Template::Prefix, spelling.prefixes.at(i));
    writer.add(Template::Suffix, spelling.suffixes.at(i));
  }
  add_marks(word, true, writer);
  writer.add(Template::MarkSet, word.entry.marks & type_marks);
  writer.add(Template::NameMarkSet,
             std::uint64_t{8} * (word.entry.marks & name_marks) + number(word.shape));
}

void add_near_rows(const WordFacts& word, const WordSpelling& spelling, RowWriter& writer) {
  writer.add(Template::Key, word.key.value);
  writer.add(Template::Pattern, spelling.pattern);
  writer.add(Template::Shape, number(word.shape));
  if (spelling.suffixes[2] != 0) {
    writer.add(Template::Suffix, spelling.suffixes[2]);
  }
  add_marks(word, false, writer);
}

void add_far_rows(const WordFacts& word, RowWriter& writer) {
  writer.add(Template::Key, word.key.value);
  writer.add(Template::Shape, number(word.shape));
  writer.add(Template::ContextMarkSet, word.entry.marks & telling_marks);
}

void add_end_rows(const WordFacts& word, const WordSpelling& spelling, RowWriter& writer) {
  writer.add(Template::Key, word.key.value);
  if (spelling.suffixes[2] != 0) {
    writer.add(Template::Suffix, spelling.suffixes[2]);
  }
  writer.add(Template::ContextMarkSet, word.entry.marks & (telling_marks | type_marks));
}

/// The class of a phrase that the lexicon knows.
std::size_t class_of(Marks marks) {
  if ((marks & mark::wide_place) != 0) {
    return 0;
  }
  if ((marks & (mark::organization | mark::organization_name)) != 0) {
    return 1;
  }
  if ((marks & (mark::big_city | mark::large_city)) != 0) {
    return 2;
  }
  if ((marks & mark::demonym) != 0) {
    return 3;
  }
  return (marks & mark::any_place) != 0 ? 4 : 5;
}

constexpr Marks phrase_marks = mark::any_place | mark::known | mark::organization_name |
                               mark::demonym | mark::title | mark::never;

}  // namespace

void add_word_rows(const WordFacts& word, const WordSpelling& spelling, Role role,
                   std::vector<Row>& rows) {
  RowWriter writer(role, rows);
  switch (role) {
    case Role::Itself: add_own_rows(word, spelling, writer); break;
    case Role::Before:
    case Role::Behind: add_near_rows(word, spelling, writer); break;
    case Role::SecondBefore:
    case Role::SecondBehind: add_far_rows(word, writer); break;
    case Role::BeforeRun:
    case Role::BehindRun:
    case Role::HeadOfRun:
    case Role::EndOfRun: add_end_rows(word, spelling, writer); break;
  }
}

void add_bound_rows(Role role, std::vector<Row>& rows) {
  RowWriter(role, rows).add(Template::Bound, 0);
}

void find_phrase_bits(const Document& document, const Run& run, std::vector<std::uint32_t>& bits) {
  const Lexicon& lexicon = document.vocabulary->lexicon();
  bits.assign(run.end - run.first, 0);
  for (std::size_t first = run.first; first + 1 < run.end; ++first) {
    const std::size_t longest = document.words[first].longest;
    if (longest < 2) {
      continue;
    }
    NameKey key = document.key(first);
    std::size_t words = 0;
    Marks marks = 0;
    for (std::size_t end = first + 2; end <= first + longest && end <= run.end; ++end) {
      key = join(key, document.key(end - 1));
      const Marks found = lexicon.find(key).marks;
      const bool is_written_so = document.words[end - 1].shape != Shape::Lower;
      if ((found & phrase_marks) != 0 && is_written_so) {
        words = end - first;
        marks = found;
      }
    }
    for (std::size_t i = 0; i < words; ++i) {
      const std::size_t part = i == 0 ? 0 : i + 1 == words ? 2 : 1;
      bits[first - run.first + i] |= 1U << (3 * class_of(marks) + part);
    }
  }
}

void add_setting_rows(std::uint32_t setting, std::vector<Row>& rows) {
  RowWriter writer(Role::Itself, rows);
  const std::uint64_t shape = setting & 7U;
  const std::uint64_t behind = setting >> 3U & 7U;
  const std::uint64_t before = setting >> 6U & 7U;
  writer.add(Template::RunPlace, setting >> 9U);
  writer.add(Template::GapBefore, 8 * before + shape);
  writer.add(Template::GapBehind, 8 * behind + shape);
  writer.add(Template::Gaps, 8 * before + behind);
}

void add_rare_rows(const Document& document, std::size_t at, std::uint32_t phrase_bits,
                   std::vector<Row>& rows) {
  RowWriter writer(Role::Itself, rows);
  const Word& word = document.words[at];
  const std::uint64_t shape = number(word.shape);
  if (word.starts()) {
    writer.add(Template::SentenceStart,
               std::uint64_t{(word.marks & mark::ordinary) != 0 ? 8U : 0U} + shape);
    writer.add(Template::SentenceStartMarks,
               word.marks & (name_marks | mark::function | mark::country));
  }
  if (word.in_headline) {
    writer.add(Template::Headline, shape);
    writer.add(Template::HeadlineMarks, word.marks & type_marks);
  }
  const bool is_behind_possessive = at > 0 && document.words[at - 1].possessive;
  if (word.possessive || is_behind_possessive) {
    writer.add(Template::Possessive,
               2 * std::uint64_t{word.possessive} + std::uint64_t{is_behind_possessive});
  }
  for (std::uint32_t left = phrase_bits; left != 0; left &= left - 1) {
    writer.add(Template::Phrase, static_cast<std::uint64_t>(__builtin_ctz(left)));
  }
}

void add_hint_rows(std::uint32_t hinted, std::vector<Row>& rows) {
  RowWriter writer(Role::Itself, rows);
  const std::uint32_t hints = hinted & ((1U << hint::count) - 1);
  for (std::uint32_t left = hints; left != 0; left &= left - 1) {
    writer.add(Template::Hint, static_cast<std::uint64_t>(__builtin_ctz(left)));
  }
  constexpr std::uint32_t set = hint::written_small | hint::inside_sentence | hint::after_title |
                                hint::after_first_name | hint::before_organization_word |
                                hint::ends_sequence | hint::begins_sequence;
  writer.add(Template::HintSet, hints & set);
  writer.add(Template::HintStart,
             std::uint64_t{4} * (hints & (hint::written_small | hint::inside_sentence)) +
                 (hinted >> hint::count));
}

void add_hint_behind_rows(std::uint32_t hints, std::vector<Row>& rows) {
  RowWriter(Role::Itself, rows).add(Template::HintBehind, hints & telling_behind);
}

void add_hint_before_rows(std::uint32_t hints, std::vector<Row>& rows) {
  RowWriter(Role::Itself, rows).add(Template::HintBefore, hints & telling_before);
}

void add_place_rows(const Document& document, const Run& run, std::size_t at,
                    std::uint32_t phrase_bits, std::vector<Row>& rows) {
  add_setting_rows(setting_of(document, run, at), rows);
  add_rare_rows(document, at, phrase_bits, rows);
  add_hint_rows(hinted_of(document, at), rows);
  if (at + 1 < run.end) {
    add_hint_behind_rows(document.form(at + 1).hints, rows);
  }
  if (at > run.first) {
    add_hint_before_rows(document.form(at - 1).hints, rows);
  }
}

std::optional<std::size_t> word_in_role(const Document& document, const Run& run, std::size_t at,
                                        Role role) {
  const std::optional<std::size_t> before = word_before(document, at);
  const std::optional<std::size_t> behind = word_behind(document, at);
  switch (role) {
    case Role::Before: return before;
    case Role::Behind: return behind;
    case Role::SecondBefore: return before ? word_before(document, *before) : std::nullopt;
    case Role::SecondBehind: return behind ? word_behind(document, *behind) : std::nullopt;
    case Role::BeforeRun: return word_before(document, run.first);
    case Role::BehindRun: return word_behind(document, run.end - 1);
    case Role::HeadOfRun: return run.first;
    case Role::EndOfRun: return run.end - 1;
    case Role::Itself: break;
  }
  return at;
}

}  // namespace dateline
