// Deflating and sorting postings are the larger part of it.
#include "indexer/bulk/batch_encoder.h"

#include <algorithm>
#include <utility>

#include "indexer/glass/term_list_tag.h"

namespace dateline {

void BatchEncoder::add(std::uint32_t document, const TermList& terms, std::string data,
                       std::vector<std::string> values) {
  EncodedDocument& encoded = batch_.documents.emplace_back();
  encoded.document = document;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::uint64_t wdf = terms[i].wdf;
    encoded.length += wdf;
    batch_.max_wdf = std::max(batch_.max_wdf, wdf);
  }
  run_.add(document, terms);
  encoded.data.bytes = std::move(data);
  encoded.data.form = data_deflater_.deflate(encoded.data.bytes);
  glass::append_term_list(encoded.terms.bytes, terms, encoded.length);
  encoded.terms.form = terms_deflater_.deflate(encoded.terms.bytes);
  encoded.values = std::move(values);
}

EncodedBatch BatchEncoder::finish() {
  batch_.run = run_.finish();
  return std::exchange(batch_, {});
}

}  // namespace dateline
