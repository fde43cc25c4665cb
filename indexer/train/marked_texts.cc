// Texts with the marks inside: "President [P Amina Wekesa] of the [O Kenya Union of Teachers]".
#include <algorithm>
#include <fstream>
#include <string_view>

#include "common/error.h"
#include "indexer/train/gold_text.h"

namespace dateline {

namespace {

constexpr std::string_view type_letters = "POLM";

/// Appends a line to a text, marks taken off; false when a bracket is no mark.
bool add_line(std::string_view line, GoldText& text) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t open = std::min(line.find('[', at), line.size());
    const std::string_view plain = line.substr(at, open - at);
    if (plain.find(']') != std::string_view::npos) {
      return false;
    }
    text.text += plain;
    if (open == line.size()) {
      return true;
    }
    const std::size_t close = line.find(']', open);
    const bool is_mark = close != std::string_view::npos && close > open + 3 &&
                         line[open + 2] == ' ' &&
                         type_letters.find(line[open + 1]) != std::string_view::npos;
    if (!is_mark) {
      return false;
    }
    const std::size_t begin = text.text.size();
    text.text += line.substr(open + 3, close - open - 3);
    text.names.push_back({begin, text.text.size(), type_letters.find(line[open + 1])});
    at = close + 1;
  }
  return true;
}

}  // namespace

std::vector<GoldText> read_marked_texts(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) {
    throw Error("cannot open " + file.string(), "give a file of marked texts");
  }
  std::vector<GoldText> texts(1);
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (line == "===") {
      texts.emplace_back();
    } else if (!texts.back().text.empty() || !line.empty()) {
      if (!add_line(line, texts.back())) {
        throw Error(file.string() + ":" + std::to_string(number) + ": not understood",
                    "a mark is [P name], [O name], [L name] or [M name]");
      }
      texts.back().text += '\n';
    }
  }
  std::erase_if(texts, [](const GoldText& text) { return text.text.empty(); });
  for (std::size_t i = 0; i < texts.size(); ++i) {
    texts[i].id = file.stem().string() + ":" + std::to_string(i + 1);
  }
  return texts;
}

}  // namespace dateline
