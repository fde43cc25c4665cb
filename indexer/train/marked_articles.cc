// Names listed for an article are found in its text again: context first, longer names first.
#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "common/error.h"
#include "indexer/entities/characters.h"
#include "indexer/read/file_walk.h"
#include "indexer/read/reader.h"
#include "indexer/train/gold_text.h"

namespace dateline {

namespace {

constexpr std::string_view type_letters = "POLM-";
constexpr std::size_t no_name = 4;  // the place of "-" in the letters

struct MarkedName {
  std::size_t type = 0;
  std::string name;
  std::string context;  // empty: wherever the name stands
};

using NamesOfArticles = std::map<std::string, std::vector<MarkedName>>;

[[noreturn]] void throw_bad_line(const std::filesystem::path& file, std::size_t line) {
  throw Error(file.string() + ":" + std::to_string(line) + ": not understood",
              "a line is P, O, L, M or -, a tab, and a name, below a line \"=== id\"");
}

MarkedName read_name(std::string_view line) {
  MarkedName name;
  name.type = type_letters.find(line.front());
  line.remove_prefix(2);
  const std::size_t tab = std::min(line.find('\t'), line.size());
  name.name = line.substr(0, tab);
  name.context = line.substr(std::min(tab + 1, line.size()));
  return name;
}

NamesOfArticles read_names(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) {
    throw Error("cannot open " + file.string(), "give the list of the names");
  }
  NamesOfArticles articles;
  std::vector<MarkedName>* article = nullptr;
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (line.starts_with("=== ")) {
      article = &articles[line.substr(4)];
    } else if (!line.empty() && line.front() != '#') {
      const bool is_name = line.size() > 2 && line[1] == '\t' &&
                           type_letters.find(line.front()) != std::string_view::npos;
      if (article == nullptr || !is_name) {
        throw_bad_line(file, number);
      }
      article->push_back(read_name(line));
    }
  }
  return articles;
}

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t before = begin;
  while (before > 0) {
    --before;
    if ((static_cast<unsigned char>(text[before]) & 0xC0U) != 0x80U) {
      break;
    }
  }
  const bool joins_left = begin > 0 && is_word(character_at(text, before).kind);
  return !joins_left && !is_word(character_at(text, end).kind);
}

class Marker {
 public:
  explicit Marker(GoldText& text)
      : text_(text), flat_(text.text), is_marked_(text.text.size(), false) {
    // A name may be broken across two lines.
    std::replace(flat_.begin(), flat_.end(), '\n', ' ');
  }

  void mark_all(std::vector<MarkedName> names) {
    std::stable_sort(names.begin(), names.end(), [](const MarkedName& a, const MarkedName& b) {
      return std::tuple(a.context.empty(), b.name.size()) <
             std::tuple(b.context.empty(), a.name.size());
    });
    for (const MarkedName& name : names) {
      mark(name);
    }
    std::sort(text_.names.begin(), text_.names.end());
  }

 private:
  void mark(const MarkedName& name) {
    const std::string_view text = flat_;
    const std::string_view sought = name.context.empty() ? name.name : name.context;
    const std::size_t offset = sought.find(name.name);
    if (sought.empty() || offset == std::string_view::npos) {
      return;
    }
    for (std::size_t at = text.find(sought); at != std::string_view::npos;
         at = text.find(sought, at + 1)) {
      const std::size_t begin = at + offset;
      const std::size_t end = begin + name.name.size();
      if (is_whole_word(text, begin, end)) {
        mark_place(begin, end, name.type);
      }
    }
  }

  void mark_place(std::size_t begin, std::size_t end, std::size_t type) {
    const auto first = is_marked_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = is_marked_.begin() + static_cast<std::ptrdiff_t>(end);
    if (std::find(first, last, true) != last) {
      return;
    }
    std::fill(first, last, true);
    if (type != no_name) {
      text_.names.push_back({begin, end, type});
    }
  }

  GoldText& text_;
  std::string flat_;
  std::vector<bool> is_marked_;
};

std::vector<std::string> split_at_commas(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream stream(list);
  for (std::string part; std::getline(stream, part, ',');) {
    parts.push_back(part);
  }
  return parts;
}

GoldText to_gold_text(const Article& article, const std::vector<MarkedName>& names) {
  GoldText gold;
  gold.id = article.id;
  if (!article.title.empty()) {
    gold.text = article.title + "\n";
    gold.headline_end = gold.text.size();
  }
  gold.text += article.text;
  Marker(gold).mark_all(names);
  return gold;
}

}  // namespace

std::vector<GoldText> read_marked_articles(const std::string& articles,
                                           const std::filesystem::path& names) {
  NamesOfArticles listed = read_names(names);
  const FoundFiles found = find_files(split_at_commas(articles), std::nullopt);
  std::vector<GoldText> texts;
  for (const FoundFile& file : found.files) {
    const std::unique_ptr<ArticleReader> reader = open_reader(file.file, file.format);
    while (std::optional<ReadResult> result = reader->next()) {
      auto* const raw = std::get_if<RawArticle>(&*result);
      if (raw == nullptr) {
        continue;
      }
      const Article article = mend_article(std::move(*raw));
      if (const auto list = listed.find(article.id); list != listed.end()) {
        texts.push_back(to_gold_text(article, list->second));
        listed.erase(list);
      }
    }
  }
  if (!listed.empty()) {
    throw Error(names.string() + ": no article " + listed.begin()->first + " in " + articles,
                "give the files that the list was made from");
  }
  return texts;
}

}  // namespace dateline
