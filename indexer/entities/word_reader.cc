// A word is read letter by letter; each mark between two letters is asked whether it joins them.
#include "indexer/entities/word_reader.h"

#include "indexer/entities/characters.h"

namespace dateline {

namespace {

class WordReader {
 public:
  WordReader(std::string_view text, std::size_t begin, const Lexicon& lexicon)
      : text_(text), lexicon_(lexicon), begin_(begin), at_(begin), part_begin_(begin) {}

  RawWord read() {
    if (begin_ > 0 && (text_[begin_ - 1] == '@' || text_[begin_ - 1] == '#')) {
      is_other_ = true;
    }
    while (read_letters() && read_joint()) {
    }
    RawWord word;
    word.possessive = possessive_;
    word.next = possessive_ ? after_possessive_ : at_;
    word.part[0] = {begin_, at_, is_other_ ? Shape::Other : shape()};
    if (!is_other_ && first_hyphen_ != 0) {
      split_pair(word);
    }
    return word;
  }

 private:
  bool read_letters() {
    for (Character c = character_at(text_, at_); is_word(c.kind) || is_underscore();
         c = character_at(text_, at_)) {
      uppers_ += c.kind == Kind::Upper ? 1U : 0U;
      lowers_ += c.kind == Kind::Lower ? 1U : 0U;
      at_ += c.bytes;
    }
    return at_ < text_.size();
  }

  bool is_underscore() const { return at_ < text_.size() && text_[at_] == '_'; }
  Kind kind_at(std::size_t offset) const { return character_at(text_, offset).kind; }

  /// Whether the mark at hand joins two letters of one word; then it is behind us.
  bool read_joint() {
    const Character mark = character_at(text_, at_);
    const std::size_t next = at_ + mark.bytes;
    switch (mark.kind) {
      case Kind::Apostrophe: return read_apostrophe(next);
      case Kind::Hyphen: return read_hyphen(next);
      default: break;
    }
    switch (text_[at_]) {
      case '.': return read_dot(next);
      case ',': return step_if(is_number_at(next), next);
      case '&': return step_if(uppers_ > 0 && is_letter(kind_at(next)), next);
      case '@': return step_as_other(next);
      case ':': return read_address(next);
      default: return false;
    }
  }

  bool step_if(bool joins, std::size_t next) {
    if (joins) {
      at_ = next;
    }
    return joins;
  }

  bool step_as_other(std::size_t next) {
    is_other_ = is_other_ || is_word(kind_at(next));
    return step_if(is_word(kind_at(next)), next);
  }

  bool is_number_at(std::size_t next) const {
    return kind_at(next) == Kind::Digit && kind_at(at_ - 1) == Kind::Digit;
  }

  /// "O'Neill" goes on; "Mali's" ends here.
  bool read_apostrophe(std::size_t next) {
    const Character letter = character_at(text_, next);
    if (!is_letter(letter.kind)) {
      return false;
    }
    const bool is_s = text_[next] == 's' || text_[next] == 'S';
    if (is_s && !is_word(kind_at(next + 1))) {
      possessive_ = true;
      after_possessive_ = next + 1;
      return false;
    }
    return step_if(true, next);
  }

  bool read_hyphen(std::size_t next) {
    const Kind here = kind_at(part_begin_);
    const Kind there = kind_at(next);
    bool joins = is_word(there);
    if (here == Kind::Lower && there == Kind::Upper) {
      joins = is_particle(text_.substr(part_begin_, at_ - part_begin_));
    } else if (here == Kind::Upper && there == Kind::Lower) {
      joins = goes_on_with_capital(next) || is_name_in_two(next);
    }
    if (joins) {
      first_hyphen_ = part_begin_ == begin_ ? at_ : first_hyphen_;
      at_ = next;
      part_begin_ = next;
    }
    return joins;
  }

  bool is_particle(std::string_view part) const {
    return part_begin_ != begin_ || (lexicon_.find(name_key(part)).marks & mark::particle) != 0;
  }

  /// "Jong-un" and "Jae-in" go on small, "London-based" and "US-led" do not.
  bool is_name_in_two(std::size_t next) const {
    constexpr std::size_t longest_syllable = 5;
    std::size_t end = next;
    while (kind_at(end) == Kind::Lower) {
      end += character_at(text_, end).bytes;
    }
    const Marks first = lexicon_.find(name_key(text_.substr(part_begin_, at_ - part_begin_))).marks;
    const Marks second = lexicon_.find(name_key(text_.substr(next, end - next))).marks;
    const bool is_plain = (first & ~mark::first_name) == 0 && end - next <= 4;
    return at_ - part_begin_ <= longest_syllable && end - next <= longest_syllable &&
           uppers_ == 1 && ((second & mark::ordinary) == 0 || is_plain);
  }

  /// "Port-au-Prince": a short small part between two capitals.
  bool goes_on_with_capital(std::size_t next) const {
    constexpr std::size_t longest_part = 5;
    std::size_t at = next;
    while (at < next + longest_part && kind_at(at) == Kind::Lower) {
      at += character_at(text_, at).bytes;
    }
    const Character hyphen = character_at(text_, at);
    return hyphen.kind == Kind::Hyphen && kind_at(at + hyphen.bytes) == Kind::Upper;
  }

  /// "U.N." and "3.5" are one; so are addresses, which are no names.
  bool read_dot(std::size_t next) {
    const Kind there = kind_at(next);
    const bool single_letter = uppers_ + lowers_ == 1 && at_ - begin_ <= 2;
    if (is_number_at(next)) {
      return step_if(true, next);
    }
    if (is_letter(there) && (single_letter || is_dotted_)) {
      const std::size_t after = next + character_at(text_, next).bytes;
      if (!is_word(kind_at(after))) {
        is_dotted_ = true;
        return step_if(true, next);
      }
    }
    if (is_dotted_) {
      at_ = next;  // the last dot of "U.N."
      return false;
    }
    if (there == Kind::Lower && is_letter(kind_at(at_ - 1))) {
      is_other_ = true;
      return step_if(true, next);
    }
    return false;
  }

  /// "https://…" up to the next space.
  bool read_address(std::size_t next) {
    if (text_.substr(next, 2) != "//") {
      return false;
    }
    is_other_ = true;
    const std::size_t end = text_.find_first_of(" \n\t", next);
    at_ = end == std::string_view::npos ? text_.size() : end;
    return false;
  }

  Shape shape() const {
    const Kind first = kind_at(begin_);
    if (first == Kind::Digit) {
      return Shape::Number;
    }
    if (uppers_ == 0) {
      return Shape::Lower;
    }
    if (lowers_ == 0) {
      return uppers_ == 1 && at_ - begin_ <= 2 ? Shape::Initial : Shape::Capitals;
    }
    // A small beginning is that of "al-Qaeda" or of "iPhone".
    return first == Kind::Upper || first_hyphen_ != 0 ? Shape::Title : Shape::Other;
  }

  /// "US-China" and "Iran-Iraq" name two, unless the whole is known.
  void split_pair(RawWord& word) const {
    const RawWord::Part whole = word.part[0];
    const auto entry_of = [&](std::size_t begin, std::size_t end) -> const Lexicon::Entry& {
      return lexicon_.find(name_key(text_.substr(begin, end - begin)));
    };
    constexpr Marks separate = mark::country | mark::demonym | mark::known;
    const Character hyphen = character_at(text_, first_hyphen_);
    const std::size_t second = first_hyphen_ + hyphen.bytes;
    const Kind first_kind = kind_at(whole.begin);
    if (first_kind != Kind::Upper || kind_at(second) != Kind::Upper ||
        (entry_of(whole.begin, first_hyphen_).marks & separate) == 0 ||
        (entry_of(whole.begin, whole.end).marks & (mark::any_place | mark::known)) != 0) {
      return;
    }
    WordReader left(text_.substr(0, first_hyphen_), whole.begin, lexicon_);
    WordReader right(text_.substr(0, whole.end), second, lexicon_);
    left.read_letters();
    right.read_letters();
    word.part = {RawWord::Part{whole.begin, first_hyphen_, left.shape()},
                 RawWord::Part{second, whole.end, right.shape()}};
    word.part_count = 2;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t part_begin_;        // behind the last hyphen
  std::size_t first_hyphen_ = 0;  // 0 when there is none
  std::size_t after_possessive_ = 0;
  std::size_t uppers_ = 0;
  std::size_t lowers_ = 0;
  bool is_dotted_ = false;
  bool is_other_ = false;
  bool possessive_ = false;
};

}  // namespace

RawWord read_word(std::string_view text, std::size_t begin, const Lexicon& lexicon) {
  return WordReader(text, begin, lexicon).read();
}

}  // namespace dateline
