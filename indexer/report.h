// Reports of the indexer's commands, for people and for programs.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "indexer/pipeline.h"
#include "indexer/write/archive_check.h"
#include "indexer/write/archive_copy.h"
#include "indexer/write/archive_info.h"

namespace dateline {

/// What `remove` did.
struct RemovalReport {
  std::size_t removed = 0;
  std::vector<ReadProblem> problems;  ///< ids that are not there
};

void render_report(std::ostream& out, const IndexReport& report, bool is_dry_run);
void render_report_json(std::ostream& out, const IndexReport& report, bool is_dry_run);
void render_report(std::ostream& out, const RemovalReport& report);
void render_report_json(std::ostream& out, const RemovalReport& report);
void render_report(std::ostream& out, const CompactReport& report);
void render_report_json(std::ostream& out, const CompactReport& report);
void render_snapshot_json(std::ostream& out, const std::string& folder);
void render_info(std::ostream& out, const ArchiveInfo& info);
void render_info_json(std::ostream& out, const ArchiveInfo& info);
/// Nothing for an archive that is damaged: what is wrong with it are errors.
void render_check(std::ostream& out, const ArchiveCheck& check);
void render_check_json(std::ostream& out, const ArchiveCheck& check);

/// One line that tells how far a run is and when it will be done, for a terminal of this width.
std::string progress_line(const Progress& progress, std::size_t width);

/// "1.2 MB": bytes in the largest unit of a thousand that leaves a digit before the point.
std::string shown_bytes(std::uint64_t bytes);

}  // namespace dateline
