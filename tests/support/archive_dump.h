// All that an archive holds, told without the numbers of documents and names.
#pragma once

#include <string>

#include "common/archive/layout.h"

namespace dateline::test {

/// The text of everything: two archives with the same text are equal after renumbering. Each table
/// is read for itself: postings from their lists, terms from those of the documents.
std::string dump_archive(const ArchiveLayout& layout);

}  // namespace dateline::test
