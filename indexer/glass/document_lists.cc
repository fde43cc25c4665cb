// Chunks are closed where Xapian closes its own, so that they fit an item of a block.
#include "indexer/glass/document_lists.h"

#include <cassert>

#include "indexer/glass/packing.h"

namespace dateline::glass {

namespace {

constexpr std::size_t chunk_bytes = 2000;

// What sorts before all terms: these begin with a zero byte, which a term's own would follow 0xFF.
constexpr std::string_view lengths_key{"\0\xE0", 2};
constexpr std::string_view value_statistics_prefix{"\0\xD0", 2};
constexpr std::string_view value_chunk_prefix{"\0\xD8", 2};

}  // namespace

void PostingListWriter::begin(std::string_view term, std::uint64_t documents,
                              std::uint64_t occurrences) {
  first_key_.clear();
  append_last_sortable_string(first_key_, term);
  next_key_ = first_key_ + '\0';
  head_.clear();
  append_uint(head_, documents);
  append_uint(head_, occurrences);
  is_first_chunk_ = true;
  first_document_ = 0;
}

void PostingListWriter::begin_lengths() {
  begin({}, 0, 0);
  first_key_ = lengths_key;
  next_key_ = lengths_key;
}

void PostingListWriter::add(std::uint32_t document, std::uint64_t wdf) {
  if (first_document_ != 0 && body_.size() >= chunk_bytes) {
    close_chunk(false);
  }
  if (first_document_ == 0) {
    start_chunk(document);
  } else {
    assert(document > last_document_);
    append_uint(body_, document - last_document_ - 1);
  }
  append_uint(body_, wdf);
  last_document_ = document;
}

void PostingListWriter::start_chunk(std::uint32_t document) {
  body_.clear();
  first_document_ = document;
}

void PostingListWriter::close_chunk(bool is_last) {
  assert(first_document_ != 0);
  tag_.clear();
  if (is_first_chunk_) {
    key_ = first_key_;
    tag_ = head_;
    append_uint(tag_, first_document_ - 1);
  } else {
    key_ = next_key_;
    append_sortable_uint(key_, first_document_);
  }
  append_bool(tag_, is_last);
  append_uint(tag_, last_document_ - first_document_);
  tag_ += body_;
  take_(key_, tag_);
  is_first_chunk_ = false;
  first_document_ = 0;
}

void ValueListWriter::add(std::uint32_t document, std::string_view value, const TakeEntry& take) {
  assert(!value.empty());
  if (documents_ == 0 || value < lower_) {
    lower_ = value;
  }
  if (documents_ == 0 || value > upper_) {
    upper_ = value;
  }
  ++documents_;
  if (first_document_ == 0) {
    first_document_ = document;
  } else {
    append_uint(chunk_, document - last_document_ - 1);
  }
  append_string(chunk_, value);
  last_document_ = document;
  if (chunk_.size() >= chunk_bytes) {
    finish(take);
  }
}

void ValueListWriter::finish(const TakeEntry& take) {
  if (first_document_ == 0) {
    return;
  }
  std::string key(value_chunk_prefix);
  append_uint(key, slot_);
  append_sortable_uint(key, first_document_);
  take(key, chunk_);
  chunk_.clear();
  first_document_ = 0;
}

std::pair<std::string, std::string> ValueListWriter::statistics() const {
  std::string key(value_statistics_prefix);
  append_last_uint(key, slot_);
  std::string tag;
  if (documents_ > 0) {
    append_uint(tag, documents_);
    append_string(tag, lower_);
    tag += upper_ == lower_ ? std::string() : upper_;
  }
  return {std::move(key), std::move(tag)};
}

}  // namespace dateline::glass
