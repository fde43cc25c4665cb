// Reads whole files and memory for the tests of the readers, and compresses for them.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/read/reader.h"

namespace dateline::test {

struct ReadOutcome {
  std::vector<Article> articles;  ///< mended
  std::vector<ReadProblem> problems;
};

inline ReadOutcome read_all(const std::filesystem::path& file, InputFormat format,
                            const std::string& id_base = "base") {
  ReadOutcome outcome;
  const auto reader = open_reader({file.string(), id_base}, format);
  while (auto result = reader->next()) {
    if (auto* article = std::get_if<RawArticle>(&*result)) {
      outcome.articles.push_back(mend_article(std::move(*article)));
    } else {
      outcome.problems.push_back(std::get<ReadProblem>(std::move(*result)));
    }
  }
  return outcome;
}

/// The ids of the articles, each followed by a space.
inline std::string ids_of(const ReadOutcome& outcome) {
  std::string ids;
  for (const Article& article : outcome.articles) {
    ids += article.id + " ";
  }
  return ids;
}

/// The problems without the folder of the file, a line each.
inline std::string problems_of(const ReadOutcome& outcome) {
  std::string lines;
  for (const ReadProblem& problem : outcome.problems) {
    const std::size_t slash = problem.source.rfind('/');
    lines += problem.source.substr(slash == std::string::npos ? 0 : slash + 1) + " " +
             problem.message + "\n";
  }
  return lines;
}

/// `content` said `times` over, as one member of a compressed file; `filter` is "gzip" or "zstd".
inline std::string compress(std::string_view content, const char* filter, std::size_t times = 1) {
  std::string out;
  archive* const writer = archive_write_new();
  archive_write_add_filter_by_name(writer, filter);
  archive_write_set_options(writer, "compression-level=1");
  archive_write_set_format_raw(writer);
  archive_write_set_bytes_in_last_block(writer, 1);  // no padding
  archive_write_open(
      writer, &out, nullptr,
      [](archive*, void* to, const void* bytes, std::size_t size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr);
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  for (std::size_t i = 0; i < times; ++i) {
    if (archive_write_data(writer, content.data(), content.size()) < 0) {
      throw std::runtime_error(archive_error_string(writer));
    }
  }
  archive_write_close(writer);
  archive_entry_free(entry);
  archive_write_free(writer);
  return out;
}

}  // namespace dateline::test
