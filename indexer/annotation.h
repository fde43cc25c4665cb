// Files and folders of articles in, what would be extracted from them out, without an archive.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "indexer/analyze/annotator.h"
#include "indexer/read/reader.h"

namespace dateline {

struct AnnotateOptions {
  std::vector<std::string> paths;
  std::optional<InputFormat> format;  ///< of all files; else as their names say
  AnalysisOptions analysis;
  unsigned jobs = 0;  ///< threads that analyze; 0: as many as the machine has cores
};

struct AnnotateReport {
  std::vector<ReadProblem> problems;
  bool missing_path = false;  ///< a PATH itself could not be opened
  bool interrupted = false;   ///< asked to stop before the end
};

/// Writes a JSON object a line for every article, in the order of the PATHs, of the files under
/// each, and of the articles in a file: the same bytes whatever the number of threads. A file that
/// several PATHs lead to is annotated once. Holds a few megabytes of articles at a time.
AnnotateReport annotate_files(const AnnotateOptions& options, std::ostream& out,
                              const std::function<bool()>& should_stop);

/// One line: docs/schemas/annotate.schema.json.
std::string to_json_line(const AnnotatedArticle& annotated);

}  // namespace dateline
