// Topics in the SGML of TREC, as it is found: tags in any case, most of them never closed, labels
// ("Number:", "Description:") that belong to no text.
//
// A tag that is known, or that begins a line, ends what stands before it. Anything else in "<>" is
// text. A second <num> begins a new topic where a <top> was lost.
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "common/text/utf8.h"
#include "searcher/evaluate/topic_collector.h"

namespace dateline {

namespace {

enum class TagKind { Topic, Number, Title, Description, Narrative, Other };

struct KnownTag {
  std::string_view name;
  TagKind kind;
};

constexpr std::array<KnownTag, 14> known_tags = {{{"top", TagKind::Topic},
                                                  {"topic", TagKind::Topic},
                                                  {"topics", TagKind::Other},
                                                  {"num", TagKind::Number},
                                                  {"title", TagKind::Title},
                                                  {"query", TagKind::Title},
                                                  {"desc", TagKind::Description},
                                                  {"description", TagKind::Description},
                                                  {"question", TagKind::Description},
                                                  {"narr", TagKind::Narrative},
                                                  {"narrative", TagKind::Narrative},
                                                  {"dom", TagKind::Other},
                                                  {"con", TagKind::Other},
                                                  {"smry", TagKind::Other}}};

struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  TagKind kind = TagKind::Other;
  bool is_closing = false;
  std::string_view attributes;
};

bool begins_line(std::string_view bytes, std::size_t at) {
  while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
    --at;
  }
  return at == 0 || bytes[at - 1] == '\n';
}

bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}

/// The tag that begins here, if it parts the text.
std::optional<Tag> read_tag(std::string_view bytes, std::size_t begin) {
  constexpr std::size_t longest_tag = 512;
  Tag tag{.begin = begin, .end = 0, .kind = TagKind::Other, .is_closing = false, .attributes = {}};
  std::size_t at = begin + 1;
  if (at < bytes.size() && bytes[at] == '/') {
    tag.is_closing = true;
    ++at;
  }
  const std::string_view rest = bytes.substr(at, longest_tag);
  const auto name_end =
      static_cast<std::size_t>(std::ranges::find_if_not(rest, is_name_character) - rest.begin());
  const std::size_t close = rest.find('>');
  if (name_end == 0 || close == std::string_view::npos || !is_letter(rest.front()) ||
      (close > name_end && !is_space(rest[name_end]))) {
    return std::nullopt;
  }
  const std::string_view name = rest.substr(0, name_end);
  const auto* const known = std::find_if(
      known_tags.begin(), known_tags.end(),
      [name](const KnownTag& candidate) { return equal_ignoring_case(name, candidate.name); });
  if (known == known_tags.end() && !begins_line(bytes, begin)) {
    return std::nullopt;
  }
  tag.kind = known == known_tags.end() ? TagKind::Other : known->kind;
  tag.attributes = rest.substr(name_end, close - name_end);
  tag.end = at + close + 1;
  return tag;
}

std::optional<Tag> find_tag(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find('<', from); at != std::string_view::npos;
       at = bytes.find('<', at + 1)) {
    if (std::optional<Tag> tag = read_tag(bytes, at)) {
      return tag;
    }
  }
  return std::nullopt;
}

/// The value of the attribute that numbers a topic; empty when there is none.
std::string_view number_attribute(std::string_view attributes) {
  for (const std::string_view name : {"number=", "id="}) {
    const std::size_t at = attributes.find(name);
    if (at == std::string_view::npos || at + name.size() >= attributes.size()) {
      continue;
    }
    const char quote = attributes[at + name.size()];
    const std::string_view value = attributes.substr(at + name.size() + 1);
    const std::size_t end = value.find(quote);
    if ((quote == '"' || quote == '\'') && end != std::string_view::npos) {
      return value.substr(0, end);
    }
  }
  return {};
}

/// Without the label that fields begin with, such as "Number:".
std::string_view without_label(std::string_view text,
                               std::initializer_list<std::string_view> labels) {
  text = trim(text);
  for (const std::string_view label : labels) {
    if (text.size() < label.size() || !equal_ignoring_case(text.substr(0, label.size()), label)) {
      continue;
    }
    const std::string_view rest = trim(text.substr(label.size()));
    if (rest.starts_with(':')) {
      return trim(rest.substr(1));
    }
  }
  return text;
}

/// The character that "&name;" or "&#number;" stands for; 0 for none. `name` is what stands
/// between.
char32_t character_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char>, 5> names = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  const auto* const named = std::find_if(names.begin(), names.end(),
                                         [name](const auto& entry) { return entry.first == name; });
  if (named != names.end()) {
    return static_cast<unsigned char>(named->second);
  }
  constexpr char32_t after_last = 0x110000;
  constexpr std::size_t most_digits = 7;
  if (name.size() < 2 || name.size() > most_digits + 1 || name.front() != '#' ||
      !std::ranges::all_of(name.substr(1), is_digit)) {
    return 0;
  }
  char32_t value = 0;
  for (const char digit : name.substr(1)) {
    value = value * 10 + static_cast<unsigned char>(digit - '0');
  }
  const bool is_surrogate = value >= 0xD800 && value < 0xE000;
  return value < after_last && !is_surrogate ? value : 0;
}

/// With character references as the characters they stand for.
std::string decode_references(std::string_view text) {
  constexpr std::size_t longest_reference = 8;
  std::string decoded;
  while (true) {
    const std::size_t at = std::min(text.find('&'), text.size());
    decoded.append(text, 0, at);
    text.remove_prefix(at);
    if (text.empty()) {
      return decoded;
    }
    const std::size_t end = text.substr(1, longest_reference + 1).find(';');
    const char32_t character =
        end == std::string_view::npos ? 0 : character_of(text.substr(1, end));
    if (character == 0) {
      decoded += '&';
      text.remove_prefix(1);
    } else {
      append_utf8(decoded, character);
      text.remove_prefix(end + 2);
    }
  }
}

std::string_view first_word(std::string_view text) {
  text = trim(text);
  return text.substr(0,
                     static_cast<std::size_t>(std::ranges::find_if(text, is_space) - text.begin()));
}

/// A topic that is being read.
struct OpenTopic {
  std::size_t line = 1;
  std::string number;
  std::array<std::string, 3> fields;  // by TopicField
};

class TrecReader {
 public:
  TrecReader(std::string_view bytes, const std::vector<TopicField>& fields, TopicCollector& found)
      : bytes_(bytes), fields_(fields), found_(found) {}

  void read() {
    std::size_t at = 0;
    while (const std::optional<Tag> tag = find_tag(bytes_, at)) {
      take_text(at, tag->begin);
      take_tag(*tag);
      at = tag->end;
    }
    take_text(at, bytes_.size());
    finish_topic();
  }

 private:
  std::size_t line_of(std::size_t at) {
    lines_ +=
        static_cast<std::size_t>(std::ranges::count(bytes_.substr(counted_, at - counted_), '\n'));
    counted_ = at;
    return lines_;
  }

  void take_text(std::size_t begin, std::size_t end) {
    const std::string_view text = bytes_.substr(begin, end - begin);
    if (current_ != nullptr) {
      current_->append(current_->empty() ? "" : " ").append(text);
    } else if (const std::string_view outside = trim(text);
               !topic_ && !outside.empty() && !outside.starts_with('<')) {
      found_.add_problem(line_of(static_cast<std::size_t>(outside.data() - bytes_.data())),
                         "there is text outside of the topics");
    }
  }

  void take_tag(const Tag& tag) {
    current_ = nullptr;
    if (tag.kind == TagKind::Topic) {
      finish_topic();
      if (!tag.is_closing) {
        topic_.emplace().line = line_of(tag.begin);
        topic_->number = number_attribute(tag.attributes);
      }
    } else if (!tag.is_closing && tag.kind != TagKind::Other) {
      begin_field(tag);
    }
  }

  void begin_field(const Tag& tag) {
    if (tag.kind == TagKind::Number && topic_ && !topic_->number.empty()) {
      finish_topic();
    }
    if (!topic_) {
      topic_.emplace().line = line_of(tag.begin);
    }
    switch (tag.kind) {
      case TagKind::Number: current_ = &topic_->number; break;
      case TagKind::Title: current_ = &field(TopicField::Title); break;
      case TagKind::Description: current_ = &field(TopicField::Description); break;
      default: current_ = &field(TopicField::Narrative);
    }
  }

  std::string& field(TopicField name) { return topic_->fields.at(static_cast<std::size_t>(name)); }

  void finish_topic() {
    if (!topic_) {
      return;
    }
    std::string text;
    for (const TopicField name : fields_) {
      const std::string_view part =
          name == TopicField::Title         ? without_label(field(name), {"topic", "title"})
          : name == TopicField::Description ? without_label(field(name), {"description"})
                                            : without_label(field(name), {"narrative"});
      text.append(text.empty() || part.empty() ? "" : " ").append(part);
    }
    found_.add(first_word(without_label(topic_->number, {"number", "topic"})),
               decode_references(text), topic_->line);
    topic_.reset();
    current_ = nullptr;
  }

  std::string_view bytes_;
  const std::vector<TopicField>& fields_;
  TopicCollector& found_;
  std::optional<OpenTopic> topic_;
  std::string* current_ = nullptr;  // the field that text goes to
  std::size_t counted_ = 0;         // bytes whose lines are
  std::size_t lines_ = 1;
};

}  // namespace

void read_trec_topics(std::string_view bytes, const std::vector<TopicField>& fields,
                      TopicCollector& found) {
  TrecReader(bytes, fields, found).read();
}

}  // namespace dateline
