// Questions to measure with: made from what an archive holds, or read from a file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

/// What the requests of all kinds are made from.
struct SampleQuery {
  std::string words;         ///< plain text
  std::string phrase;        ///< words side by side; empty where there are no two
  std::optional<Name> name;  ///< a facet value that an article with the words has

  friend bool operator==(const SampleQuery&, const SampleQuery&) = default;
};

/// The first four telling words of a title: letters only, four and more, none of the most frequent
/// of English; and the first two of them that stand side by side. Empty words when there are none.
SampleQuery query_of_title(std::string_view title);

/// A line as somebody typed it, and as a phrase when it has several words.
SampleQuery query_of_line(std::string_view line);

/// Queries made from the titles of up to `articles` articles, evenly spaced over the archive from
/// newest to oldest, each with the first person, organization or location of its article, in turn.
/// The same archive gives the same queries. Reads one article after the other: slow in large
/// archives, seconds for some hundred of 100,000.
std::vector<SampleQuery> make_queries(ArchiveReader& archive, std::size_t articles);

/// The queries of a file, one a line; lines that are blank or begin with "#" say nothing. Throws
/// Error when it cannot be read or has none.
std::vector<SampleQuery> read_queries(const std::filesystem::path& file);

}  // namespace dateline
