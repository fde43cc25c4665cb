// The splitter: one walk over the text, a word at a time.
#include "indexer/entities/document.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "indexer/entities/article_hints.h"
#include "indexer/entities/characters.h"
#include "indexer/entities/plain_word.h"
#include "indexer/entities/word_reader.h"

namespace dateline {

namespace {

/// Whether lines are broken in mid-sentence, as the wires did it: then a good part of the lines
/// that follow a line directly begin small.
bool is_hard_wrapped(std::string_view text) {
  std::size_t following = 0;
  std::size_t begins_small = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const Character next = character_at(text, at + 1);
    if (at == 0 || text[at - 1] == '\n' || !is_word(next.kind)) {
      continue;
    }
    ++following;
    begins_small += next.kind == Kind::Lower ? 1U : 0U;
  }
  return begins_small > 0 && 4 * begins_small >= following;
}

/// A line, and what its words say about its kind.
struct Line {
  std::size_t begin = 0;  ///< words
  std::size_t end = 0;
  std::array<std::size_t, 6> shapes{};  ///< how many words have each

  std::size_t count(Shape shape) const { return shapes[static_cast<std::size_t>(shape)]; }
};

/// Whether words that are joined to a plain word make another of it, by what stands behind it.
enum class Joint : std::uint8_t { Never, Dot, Perhaps };

constexpr std::array<Joint, 256> all_joints() {
  std::array<Joint, 256> joints{};
  for (std::size_t byte = 0; byte < joints.size(); ++byte) {
    const bool is_digit = byte >= '0' && byte <= '9';
    joints.at(byte) = byte >= 0x80 || is_digit ? Joint::Perhaps : Joint::Never;
  }
  for (const char mark : std::string_view("'-_&@:")) {
    joints.at(static_cast<unsigned char>(mark)) = Joint::Perhaps;
  }
  joints.at('.') = Joint::Dot;
  return joints;
}

constexpr std::array<Joint, 256> joints = all_joints();

constexpr bool is_ascii_letter(char c) {
  const auto small = static_cast<unsigned char>(static_cast<unsigned char>(c) | 0x20U);
  return small >= 'a' && small <= 'z';
}

/// Whether letters that end somewhere are a whole word: nothing there could join it to what
/// follows. A dot joins only letters.
bool ends_plainly(std::string_view text, std::size_t end) {
  if (end >= text.size()) {
    return true;
  }
  switch (joints[static_cast<unsigned char>(text[end])]) {
    case Joint::Never: return true;
    case Joint::Perhaps: return false;
    case Joint::Dot: break;
  }
  const auto next = static_cast<unsigned char>(end + 1 < text.size() ? text[end + 1] : ' ');
  return next < 0x80 && !is_ascii_letter(static_cast<char>(next));
}

}  // namespace

class DocumentReader::Splitter {
 public:
  Splitter(DocumentReader& reader, std::size_t headline_end)
      : reader_(reader),
        document_(reader.document_),
        lexicon_(reader.vocabulary_.lexicon()),
        headline_end_(headline_end),
        is_wrapped_(is_hard_wrapped(document_.text)) {}

  void split() {
    const std::string_view text = document_.text;
    while (at_ < text.size()) {
      if (is_ascii_letter(text[at_]) && add_plain_word()) {
        continue;
      }
      const Character c = character_at(text, at_);
      if (is_word(c.kind)) {
        add_word();
      } else if (c.kind == Kind::Newline) {
        read_newline();
      } else {
        read_between(c);
      }
    }
    end_line();
    number_words();
    for (const Line& line : lines_) {
      mark_headline(line);
    }
  }

 private:
  /// Looks every word up, and gives it its form, fresh where this document has not met it before.
  void number_words() {
    std::vector<Form>& forms = document_.forms;
    TextVocabulary& vocabulary = reader_.vocabulary_;
    forms.resize(std::max(forms.size(), vocabulary.size() + document_.words.size()));
    auto hash = reader_.hashes_.begin();
    for (Word& word : document_.words) {
      const WordEntry& entry = vocabulary.entry_of(text_without_dot(word), word.shape, *hash++);
      word.number = entry.number;
      word.form = entry.form;
      word.marks = entry.marks;
      word.longest = entry.longest;
      word.is_one_word = entry.is_one_word;
      __builtin_prefetch(&forms[entry.form], 1);
    }
    for (const Word& word : document_.words) {
      // Without a branch, for half the words are new to a document, and no one can tell which.
      Form& form = forms[word.form];
      const std::uint32_t hints = form.hints * std::uint32_t{form.document == reader_.documents_};
      form.document = reader_.documents_;
      form.hints = hints | hint::written_small * std::uint32_t{word.shape == Shape::Lower};
    }
  }

  /// The dot of an abbreviation is part of its place in the text, not of the word.
  std::string_view text_without_dot(const Word& word) const {
    std::string_view text = document_.text_of(word);
    if (word.has_own_dot) {
      text.remove_suffix(1);
    }
    return text;
  }

  void raise(Gap gap) { gap_ = std::max(gap_, gap); }

  /// Adds the word at hand when it is a plain one.
  bool add_plain_word() {
    const std::string_view text = document_.text;
    const PlainWord plain = read_letters(text, at_);
    const bool is_marked = at_ > 0 && (text[at_ - 1] == '@' || text[at_ - 1] == '#');
    if (is_marked || !ends_plainly(text, plain.end)) {
      return false;
    }
    add_part({at_, plain.end, plain.shape}, plain.hash);
    at_ = plain.end;
    end_word();
    return true;
  }

  void add_word() {
    const RawWord raw = read_word(document_.text, at_, lexicon_);
    at_ = raw.next;
    for (const RawWord::Part& part : raw.parts()) {
      const std::string_view text = document_.text.substr(part.begin, part.end - part.begin);
      add_part(part, TextVocabulary::hash_of_word(text, part.shape));
    }
    document_.words.back().possessive = raw.possessive;
    end_word();
  }

  void add_part(const RawWord::Part& part, std::uint64_t hash) {
    reader_.vocabulary_.prefetch(hash);
    reader_.hashes_.push_back(hash);
    if (is_capital(part.shape)) {
      document_.capitals.push_back(static_cast<std::uint32_t>(document_.words.size()));
      begin_sentence_after_dot(part);
    }
    Word& word = document_.words.emplace_back();
    word.begin = static_cast<std::uint32_t>(part.begin);
    word.end = static_cast<std::uint32_t>(part.end);
    word.shape = part.shape;
    word.before = gap_;
    word.in_headline = part.begin < headline_end_;
    ++shapes_[static_cast<std::size_t>(part.shape)];
    gap_ = Gap::Break;
  }

  void end_word() {
    gap_ = Gap::Nothing;
    read_dot();
    read_single_space();
  }

  /// "… of the U.N. The mission …": the dot of an abbreviation may end a sentence as well, when a
  /// word follows that is capital for no other reason.
  void begin_sentence_after_dot(const RawWord::Part& part) {
    const std::string_view text = document_.text;
    if (gap_ != Gap::Space || document_.words.empty()) {
      return;
    }
    const std::size_t last_end = document_.words.back().end;
    const bool is_initial = part.end < text.size() && text[part.end] == '.';
    const bool after_dot = last_end < part.begin && text[last_end - 1] == '.';
    if (after_dot && !is_initial && (marks_of(part.begin, part.end) & mark::function) != 0) {
      gap_ = Gap::Sentence;
    }
  }

  /// The dot of an initial or an abbreviation belongs to its word.
  void read_dot() {
    const std::string_view text = document_.text;
    if (at_ >= text.size() || text[at_] != '.') {
      return;
    }
    Word& word = document_.words.back();
    if (!word.is_capital()) {
      return;
    }
    const Marks marks = marks_of(word.begin, word.end);
    const bool is_suffix = word.shape == Shape::Title && (marks & mark::organization_suffix) != 0;
    const bool is_abbreviation = (marks & mark::abbreviation) != 0;
    if (word.shape == Shape::Initial || is_abbreviation || is_suffix) {
      word.end += 1;
      word.has_own_dot = true;
      ++at_;
      if (is_suffix && is_word(character_at(text, at_ + 1).kind) &&
          character_at(text, at_ + 1).kind != Kind::Lower) {
        raise(Gap::Sentence);
      }
    }
  }

  void read_newline() {
    ++at_;
    const Character next = character_at(document_.text, at_);
    const bool continues = is_wrapped_ && (is_word(next.kind) || next.kind == Kind::Quote ||
                                           next.kind == Kind::Apostrophe);
    if (continues) {
      raise(Gap::Space);
    } else {
      end_line();
      raise(Gap::Sentence);
    }
  }

  void read_between(const Character& c) {
    switch (c.kind) {
      case Kind::Space: read_space(); break;
      case Kind::Apostrophe: read_apostrophe(c); break;
      case Kind::Quote: raise(Gap::Quote); break;
      case Kind::Hyphen: raise(Gap::Break); break;
      default: raise(gap_of(document_.text[at_])); break;
    }
    ends_with_dot_ = document_.text[at_] == '.' || (ends_with_dot_ && c.kind != Kind::Other);
    at_ += c.bytes;
  }

  /// What stands behind nearly every word.
  void read_single_space() {
    const std::string_view text = document_.text;
    if (at_ + 1 < text.size() && text[at_] == ' ' && text[at_ + 1] > ' ') {
      raise(Gap::Space);
      ++at_;
    }
  }

  /// Wide spaces part the columns of a table, or stand where litter was.
  void read_space() {
    constexpr std::size_t widest = 3;
    const std::string_view text = document_.text;
    const std::size_t end = std::min(text.find_first_not_of(' ', at_), text.size());
    raise(end - at_ > widest ? Gap::Break : Gap::Space);
    // The last space is stepped over like any other character.
    at_ = std::max(at_ + 1, end) - 1;
  }

  /// "the Workers' Party" has no quotation.
  void read_apostrophe(const Character& c) {
    const bool is_plural = gap_ == Gap::Nothing && at_ > 0 && document_.text[at_ - 1] == 's' &&
                           character_at(document_.text, at_ + c.bytes).kind == Kind::Space;
    if (is_plural && !document_.words.empty()) {
      document_.words.back().possessive = true;
    } else {
      raise(Gap::Quote);
    }
  }

  static Gap gap_of(char c) {
    switch (c) {
      case '&': return Gap::Space;  // "Marks & Spencer"
      case ',': return Gap::Comma;
      case ')':
      case ']': return Gap::Close;
      case '(':
      case '[': return Gap::Open;
      case '.':
      case '!':
      case '?': return Gap::Sentence;
      default: return Gap::Break;
    }
  }

  /// Keeps the line if it may be a headline.
  void end_line() {
    const Line line{line_begin_, document_.words.size(), shapes_};
    const bool begins_small =
        line.begin < line.end && document_.words[line.begin].shape == Shape::Lower;
    if (!begins_small && (is_in_capitals(line) || (is_in_title_case(line) && !ends_with_dot_))) {
      lines_.push_back(line);
    }
    line_begin_ = document_.words.size();
    shapes_ = {};
    ends_with_dot_ = false;
  }

  /// Marks the words of a line when it is a headline: title case or capitals.
  void mark_headline(const Line& line) {
    const auto begin = document_.words.begin() + static_cast<std::ptrdiff_t>(line.begin);
    const auto end = document_.words.begin() + static_cast<std::ptrdiff_t>(line.end);
    // In titles, only "of" or "the" are written small.
    constexpr Marks small = mark::function | mark::link | mark::particle;
    const bool is_prose = std::any_of(begin, end, [](const Word& word) {
      return word.shape == Shape::Lower && (word.marks & small) == 0;
    });
    if (is_in_capitals(line) || !is_prose) {
      std::for_each(begin, end, [](Word& word) { word.in_headline = true; });
    }
  }

  static std::size_t count_capitals(const Line& line) {
    return line.count(Shape::Title) + line.count(Shape::Capitals) + line.count(Shape::Initial);
  }

  static bool is_in_capitals(const Line& line) {
    constexpr std::size_t fewest_words = 3;
    const std::size_t words = count_capitals(line) + line.count(Shape::Lower);
    return words >= fewest_words && 10 * line.count(Shape::Capitals) >= 7 * words;
  }

  static bool is_in_title_case(const Line& line) {
    constexpr std::size_t fewest_words = 4;
    constexpr std::size_t most_words = 25;
    const std::size_t words = count_capitals(line) + line.count(Shape::Lower);
    return words >= fewest_words && words <= most_words && 10 * count_capitals(line) >= 6 * words;
  }

  /// What the lexicon knows of a word that has no number yet.
  Marks marks_of(std::size_t begin, std::size_t end) const {
    return lexicon_.find(name_key(document_.text.substr(begin, end - begin))).marks;
  }

  DocumentReader& reader_;
  Document& document_;
  const Lexicon& lexicon_;
  std::size_t headline_end_;
  bool is_wrapped_;
  std::size_t at_ = 0;
  std::vector<Line> lines_;
  std::size_t line_begin_ = 0;
  std::array<std::size_t, 6> shapes_{};  // of the line at hand, so far
  Gap gap_ = Gap::Sentence;
  bool ends_with_dot_ = false;
};

NameKey Document::key(std::size_t first, std::size_t end) const {
  NameKey key;
  for (std::size_t i = first; i < end; ++i) {
    key = join(key, this->key(i));
  }
  return key;
}

DocumentReader::DocumentReader(const Lexicon& lexicon) : vocabulary_(lexicon) {}

Document& DocumentReader::read(std::string_view text, std::size_t headline_end) {
  assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
  constexpr std::size_t most_words = std::size_t{1} << 16U;
  if (vocabulary_.size() > most_words) {
    vocabulary_.clear();
    document_.forms.clear();
  }
  document_.text = text;
  document_.words.clear();
  document_.capitals.clear();
  hashes_.clear();
  document_.vocabulary = &vocabulary_;
  ++documents_;
  Splitter(*this, headline_end).split();
  return document_;
}

}  // namespace dateline
