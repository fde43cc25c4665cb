// A batch of documents as the tables will hold them: what can be made of them apart from all
// others, so that several threads can.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/text/term_list.h"
#include "indexer/bulk/posting_run.h"
#include "indexer/glass/deflate.h"
#include "indexer/glass/table_writer.h"

namespace dateline {

/// A tag as its table will hold it.
struct EncodedTag {
  std::string bytes;
  glass::TagForm form = glass::TagForm::Plain;
};

struct EncodedDocument {
  std::uint32_t document = 0;
  std::uint64_t length = 0;  ///< the sum of its wdfs
  EncodedTag data;
  EncodedTag terms;
  std::vector<std::string> values;  ///< by slot; empty for none
};

struct EncodedBatch {
  std::vector<EncodedDocument> documents;  ///< ascending
  std::string run;                         ///< their postings: posting_run.h
  std::uint64_t max_wdf = 0;
};

/// For one thread; encodes one batch after the other.
class BatchEncoder {
 public:
  /// Adds a document: its terms sorted, its data, its values by slot. Documents ascend.
  void add(std::uint32_t document, const TermList& terms, std::string data,
           std::vector<std::string> values);

  /// All that was added; the encoder is then as new.
  EncodedBatch finish();

 private:
  glass::Deflater data_deflater_;
  glass::Deflater terms_deflater_;
  RunBuilder run_;
  EncodedBatch batch_;
};

}  // namespace dateline
