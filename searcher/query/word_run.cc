// Takes a run apart from both its ends inwards, then decides what it is.
#include "searcher/query/word_run.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/query/marks.h"
#include "searcher/query/shapes.h"
#include "searcher/query/word_pattern.h"
#include "searcher/query/words.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;

bool has_wildcards(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

/// Reads one run; the parts of it are views into it.
class RunReader {
 public:
  RunReader(std::string_view run, const RunPlace& place) : run_(run), place_(place) {}

  WordRun read() {
    const std::string_view trimmed = trim_word(run_);
    if (trimmed.empty() || !has_words(trimmed)) {
      warn_of_stars(run_);
      return std::move(result_);
    }
    find_word(trimmed);
    const bool is_value = place_.field != nullptr && place_.field->kind != FieldKind::Text;
    // No name is meant more exactly than another.
    warn_of_marks(std::string(before_) + (is_value ? "=" : ""), 0, result_.warnings);
    if (is_web_address(word_)) {
      make_node(Kind::Word, std::string(word_));
    } else {
      settle_question();
      settle_fuzzy();
      make_pattern();
    }
    return std::move(result_);
  }

 private:
  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - run_.data());
  }

  void warn(std::string_view part, std::string message) {
    result_.warnings.push_back({offset_of(part), std::move(message)});
  }

  void warn_of_stars(std::string_view part) {
    if (part.find('*') != std::string_view::npos) {
      warn(part, in_quotes(part) + " stands for no word and is left out");
    }
  }

  /// Settles what is the word, what stands before it, and which mark behind it.
  void find_word(std::string_view trimmed) {
    std::size_t begin = offset_of(trimmed);
    std::string_view rest = trimmed;
    if (!is_web_address(trimmed)) {
      while (begin > 0 && is_wildcard(run_[begin - 1])) {
        --begin;
      }
      rest = run_.substr(begin);
    }
    before_ = run_.substr(0, begin);
    word_ = trimmed;
    if (is_web_address(trimmed)) {
      return;
    }
    for (auto weight = take_number(rest, '^'); !weight.empty(); weight = take_number(rest, '^')) {
      warn(weight, in_quotes(weight) + " has no meaning here and is left out");
    }
    fuzzy_ = read_fuzzy_mark(rest);
    if (fuzzy_.distance) {
      rest = fuzzy_.word;
    } else if (const std::string_view mark = take_number(rest, '~'); !mark.empty()) {
      warn(mark, "after '~' stands the number of letters, up to " +
                     std::to_string(max_fuzzy_distance) + "; " + in_quotes(mark.substr(1)) +
                     " is left out");
      fuzzy_ = {rest, 0, false};
    }
    end_word(rest);
  }

  /// Takes a sign with a number off the end, and punctuation behind it: "^2", "~0.8,".
  static std::string_view take_number(std::string_view& text, char sign) {
    const std::size_t at = text.rfind(sign);
    if (at == std::string_view::npos || !has_words(text.substr(0, at))) {
      return {};
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", at + 1), text.size());
    if (has_words(text.substr(end))) {
      return {};
    }
    const std::string_view taken = text.substr(at, end - at);
    text = text.substr(0, at);
    return taken;
  }

  /// Wildcards at its end belong to a word, and a last dot, but not one behind wildcards.
  void end_word(std::string_view text) {
    std::size_t end = trim_end(text).size();
    while (end > 1 && text[end - 1] == '.' && is_wildcard(text[end - 2])) {
      end = trim_end(text.substr(0, end - 1)).size();
    }
    while (end < text.size() && is_wildcard(text[end])) {
      ++end;
    }
    word_ = text.substr(0, end);
    behind_ = text.substr(end);
    warn_of_stars(behind_);
  }

  /// A "?" behind a word may be a wildcard, or that of a question: where more punctuation follows,
  /// or nothing after several words.
  void settle_question() {
    if (!word_.ends_with('?') || has_wildcards(word_.substr(0, word_.size() - 1)) ||
        fuzzy_.distance) {
      return;
    }
    if (!behind_.empty() || (place_.after_words && place_.ends_query)) {
      word_ = trim_end(word_);
    } else if (place_.before_space) {
      warn(word_, in_quotes(word_) + " finds words with one letter more; leave out '?' to find " +
                      in_quotes(word_.substr(0, word_.size() - 1)));
    }
  }

  void settle_fuzzy() {
    if (fuzzy_.distance && has_wildcards(word_)) {
      warn(word_, in_quotes(word_) + " has wildcards, so its '~' is left out");
      fuzzy_.distance.reset();
    }
    if (fuzzy_.distance.value_or(0) > max_fuzzy_distance) {
      warn(word_, "words may differ in " + std::to_string(max_fuzzy_distance) +
                      " letters at most; '~" + std::to_string(*fuzzy_.distance) +
                      (*fuzzy_.distance >= max_read_number ? "…" : "") + "' is read as '~" +
                      std::to_string(max_fuzzy_distance) + "'");
      fuzzy_.distance = max_fuzzy_distance;
    }
  }

  std::string mark() const {
    return !fuzzy_.distance ? "" : fuzzy_.has_number ? "~" + std::to_string(*fuzzy_.distance) : "~";
  }

  void make_pattern() {
    std::string text(word_);
    if (place_.field != nullptr && place_.field->kind != FieldKind::Text) {
      make_node(Kind::Filter, text + mark());  // read where the name is looked up
      return;
    }
    if (text.find('~') != std::string::npos) {
      std::ranges::replace(text, '~', ' ');
      text = mend_line(text);
      warn(word_, "'~' has a meaning only behind a word; " + in_quotes(word_) + " is read as " +
                      in_quotes(text));
    }
    const bool begins_with_field =
        place_.field == nullptr && begins_field(text.substr(text.find_first_not_of("*?")));
    if (text.find(' ') != std::string::npos || begins_with_field) {
      make_node(Kind::Phrase, text + mark());
    } else if (has_wildcards(text)) {
      make_node(Kind::Wildcard, std::move(text));
    } else if (fuzzy_.distance) {
      make_fuzzy(std::move(text));
    } else {
      make_node(Kind::Word, std::move(text));
    }
  }

  void make_fuzzy(std::string text) {
    const std::size_t distance = fuzzy_distance(fuzzy_, text);
    make_node(distance > 0 ? Kind::Fuzzy : Kind::Word, std::move(text));
    result_.node.distance = distance;
    result_.node.exact = distance == 0;
  }

  void make_node(Kind kind, std::string text) {
    result_.node.kind = kind;
    result_.node.field = place_.field;
    result_.node.text = place_.field == nullptr ? plain_text(text) : std::move(text);
    result_.node.exact =
        (kind == Kind::Word || kind == Kind::Phrase) && (place_.exact || before_.ends_with('='));
  }

  std::string_view run_;
  const RunPlace& place_;
  std::string_view before_;
  std::string_view word_;
  std::string_view behind_;
  MarkedWord fuzzy_{};
  WordRun result_;
};

}  // namespace

WordRun read_word_run(std::string_view run, const RunPlace& place) {
  return RunReader(run, place).read();
}

void warn_of_marks(std::string_view marks, std::size_t at, std::vector<QueryWarning>& warnings) {
  if (marks.ends_with('=')) {
    marks.remove_suffix(1);
  }
  if (marks.empty()) {
    return;
  }
  const std::size_t last = at + marks.size() - 1;
  const std::string mark = in_quotes(marks.substr(marks.size() - 1));
  switch (marks.back()) {
    case '-':
    case '+':
      warnings.push_back(
          {last, mark + " only has a meaning after a space or bracket; it is left out"});
      break;
    case '!':
      warnings.push_back({last, "'!' has no meaning and is left out; write '-' to exclude"});
      break;
    case '~':
      warnings.push_back({last,
                          "'~' before a word has a meaning only in a filter by name, as in "
                          "person:~Suleimani; it is left out"});
      break;
    case '*':
    case '=': warnings.push_back({last, mark + " has no meaning here and is left out"}); break;
    default: break;
  }
}

std::string_view instead_of_operator(std::string_view run) {
  constexpr std::array<std::string_view, 7> near = {"W/",   "w/",   "N/",     "n/",
                                                    "PRE/", "ADJ/", "WITHIN/"};
  const bool is_near =
      run == "ADJ" || run == "NEAR/k" || run == "NEAR/n" ||
      std::ranges::any_of(near, [run](auto prefix) {
        return run.starts_with(prefix) && run.size() > prefix.size() &&
               run.find_first_not_of(ascii_digits, prefix.size()) == std::string_view::npos;
      });
  return is_near ? "NEAR/5" : run == "&&" ? "AND" : run == "||" || run == "|" ? "OR" : "";
}

}  // namespace dateline
