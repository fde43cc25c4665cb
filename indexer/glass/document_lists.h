// Lists over ascending documents, cut into chunks, as the postlist table holds them: posting lists,
// the list of document lengths, and the values of a slot.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::glass {

/// Takes a finished entry of the postlist table. The views live until it returns.
using TakeEntry = std::function<void(std::string_view key, std::string_view tag)>;

/// A posting list, written chunk by chunk as its postings come.
///
///     first chunk    termfreq | collfreq | first document - 1 | body
///     others         body; the first document stands in the key
///     body           whether it is the last | span of documents | wdf | (gap - 1 | wdf)…
class PostingListWriter {
 public:
  /// `take` outlives the writer.
  explicit PostingListWriter(const TakeEntry& take) : take_(take) {}

  /// Begins the list of a term that has so many postings, with so many occurrences in all.
  void begin(std::string_view term, std::uint64_t documents, std::uint64_t occurrences);

  /// Begins the list of the lengths of all documents, which are its "wdf".
  void begin_lengths();

  void add(std::uint32_t document, std::uint64_t wdf);

  /// Ends the list that was begun; it has at least one posting.
  void end() { close_chunk(true); }

 private:
  void start_chunk(std::uint32_t document);
  void close_chunk(bool is_last);

  const TakeEntry& take_;
  std::string first_key_;
  std::string next_key_;  // of further chunks, before the document
  std::string head_;      // of the first chunk
  bool is_first_chunk_ = true;
  std::uint32_t first_document_ = 0;  // of the chunk; 0: it has none yet
  std::uint32_t last_document_ = 0;
  std::string body_;
  std::string key_;
  std::string tag_;
};

/// The values of one slot: chunks of values, and what the database knows of the slot as a whole.
///
///     chunk         value | (gap - 1 | value)…; the first document stands in the key
///     statistics    documents | lower bound | upper bound, when it is another
class ValueListWriter {
 public:
  explicit ValueListWriter(std::uint32_t slot) : slot_(slot) {}

  /// Adds a value, not empty, and hands out the chunk it filled, if any.
  void add(std::uint32_t document, std::string_view value, const TakeEntry& take);

  /// Hands out the last chunk.
  void finish(const TakeEntry& take);

  /// The entry that tells of the slot; empty when no document has it.
  std::pair<std::string, std::string> statistics() const;

 private:
  std::uint32_t slot_;
  std::uint64_t documents_ = 0;
  std::string lower_;
  std::string upper_;
  std::uint32_t first_document_ = 0;
  std::uint32_t last_document_ = 0;
  std::string chunk_;
};

}  // namespace dateline::glass
