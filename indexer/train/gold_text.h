// Texts with the names that people found in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline {

/// A name somebody marked. `type` counts as labels do: person, organization, location, other.
struct GoldName {
  std::size_t begin = 0;  ///< byte offsets in the text
  std::size_t end = 0;
  std::size_t type = 0;

  friend bool operator==(const GoldName&, const GoldName&) = default;
  friend auto operator<=>(const GoldName&, const GoldName&) = default;
};

struct GoldText {
  std::string id;
  std::string text;
  std::size_t headline_end = 0;
  std::vector<GoldName> names;  ///< in order, not overlapping
};

/// Reads "token<TAB>label" lines in BIO, sentences apart by empty lines, texts by "-DOCSTART-", and
/// puts the tokens together again as running text. Throws Error when the file cannot be opened, or
/// a line cannot be understood.
std::vector<GoldText> read_conll(const std::filesystem::path& file);

/// Reads articles from `articles` (files or folders, parted by commas) and the names listed for
/// them in `names`; articles without a list are left out. The list of an article is headed "===
/// id"; each line of it is "P|O|L|M<TAB>name[<TAB>context]": the name is marked wherever it stands
/// as whole words, or only inside that context; longer names win. "-" marks what is no name. Throws
/// Error when a file cannot be opened, a line understood, or an article found.
std::vector<GoldText> read_marked_articles(const std::string& articles,
                                           const std::filesystem::path& names);

/// Reads texts with the marks inside: "[P Amina Wekesa]", and so O, L and M; a line "===" parts two
/// texts. Throws Error when the file cannot be opened, or a bracket is no mark.
std::vector<GoldText> read_marked_texts(const std::filesystem::path& file);

}  // namespace dateline
