// Tokens become running text again by the rules of English typesetting, so that the tagger's own
// splitter reads them as it reads articles.
#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "indexer/entities/label.h"
#include "indexer/train/gold_text.h"

namespace dateline {

namespace {

bool is_one_of(std::string_view token, std::initializer_list<std::string_view> tokens) {
  for (const std::string_view other : tokens) {
    if (token == other) {
      return true;
    }
  }
  return false;
}

bool is_joined_to_left(std::string_view token) {
  return is_one_of(token, {",",   ".",   ";",   ":",   "!",  "?",  ")",  "]",   "}",   "%",   "''",
                           "”",   "’",   "…",   "...", "'s", "'S", "’s", "n't", "n’t", "'re", "’re",
                           "'ve", "’ve", "'ll", "’ll", "'m", "’m", "'d", "’d",  "'"});
}

bool is_joined_to_right(std::string_view token) {
  return is_one_of(token, {"(", "[", "{", "$", "£", "€", "#", "``", "“", "‘", "@"});
}

bool is_label(std::string_view label) {
  const bool is_name = label.starts_with("B-") || label.starts_with("I-");
  return label == "O" || (is_name && is_one_of(label.substr(2), {"PER", "ORG", "LOC", "MISC"}));
}

/// Puts one text together.
class TextBuilder {
 public:
  void add(std::string_view token, std::string_view label) {
    const bool is_quote = token == "\"";
    const bool closes = is_quote && in_quote_;
    const bool needs_space =
        !text_.text.empty() && !sticks_ && !closes && !is_joined_to_left(token);
    if (needs_space) {
      text_.text += ' ';
    }
    add_label(label);
    text_.text += token == "``" || token == "''" ? std::string_view("\"") : token;
    if (open_) {
      text_.names.back().end = text_.text.size();
    }
    sticks_ = is_joined_to_right(token) || (is_quote && !in_quote_);
    in_quote_ = in_quote_ != is_quote;
  }

  void end_sentence() {
    open_ = false;
    in_quote_ = false;
    sticks_ = false;
  }

  GoldText take() {
    end_sentence();
    return std::exchange(text_, {});
  }

 private:
  static std::size_t type_of(std::string_view label) {
    constexpr std::array<std::string_view, label::typed_names> types = {"PER", "ORG", "LOC"};
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (label.substr(2) == types.at(i)) {
        return i;
      }
    }
    return label::other_name;
  }

  void add_label(std::string_view label) {
    const bool is_name = label.size() > 2 && label[1] == '-';
    const bool continues =
        is_name && open_ && label[0] == 'I' && text_.names.back().type == type_of(label);
    if (is_name && !continues) {
      text_.names.push_back({text_.text.size(), text_.text.size(), type_of(label)});
    }
    open_ = is_name;
  }

  GoldText text_;
  bool open_ = false;
  bool in_quote_ = false;
  bool sticks_ = false;
};

}  // namespace

std::vector<GoldText> read_conll(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) {
    throw Error("cannot open " + file.string(), "give the folder of the annotated texts");
  }
  std::vector<GoldText> texts;
  TextBuilder builder;
  const auto end_text = [&] {
    GoldText text = builder.take();
    if (!text.text.empty()) {
      text.id = file.stem().string() + ":" + std::to_string(texts.size() + 1);
      texts.push_back(std::move(text));
    }
  };
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (line.empty()) {
      builder.end_sentence();
      continue;
    }
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string::npos || tab == 0 || tab + 1 == line.size()) {
      throw Error(file.string() + ":" + std::to_string(number) + ": no token and label",
                  "each line is a token, a tab, and a label in BIO");
    }
    const std::string_view token = std::string_view(line).substr(0, tab);
    if (!is_label(std::string_view(line).substr(tab + 1))) {
      throw Error(file.string() + ":" + std::to_string(number) + ": no label",
                  "a label is O, or B- or I- and PER, ORG, LOC or MISC");
    }
    if (token == "-DOCSTART-") {
      end_text();
    } else {
      builder.add(token, std::string_view(line).substr(tab + 1));
    }
  }
  end_text();
  return texts;
}

}  // namespace dateline
