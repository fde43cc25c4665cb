// Documents in order to their tables, runs merged into the others.
#include "indexer/bulk/database_builder.h"

#include <algorithm>
#include <cassert>
#include <future>
#include <span>
#include <utility>

#include "indexer/bulk/run_merger.h"
#include "indexer/glass/packing.h"
#include "indexer/glass/term_list_tag.h"

namespace dateline {

namespace {

/// Calls `take(document, wdf)` for each posting of an entry.
template <typename Take>
void for_each_posting(const RunEntry& entry, Take take) {
  std::string_view postings = entry.postings;
  std::uint32_t next_document = 0;
  while (!postings.empty()) {
    const auto gap = static_cast<std::uint32_t>(glass::take_uint(postings));
    const std::uint32_t document = next_document + gap;
    take(document, glass::take_uint(postings));
    next_document = document + 1;
  }
}

void write_posting_list(std::span<const RunEntry> entries, glass::PostingListWriter& list) {
  std::uint64_t documents = 0;
  std::uint64_t occurrences = 0;
  for (const RunEntry& entry : entries) {
    documents += entry.documents;
    occurrences += entry.occurrences;
  }
  list.begin(entries.front().text, documents, occurrences);
  for (const RunEntry& entry : entries) {
    for_each_posting(
        entry, [&list](std::uint32_t document, std::uint64_t wdf) { list.add(document, wdf); });
  }
  list.end();
}

/// Writes the position lists of a term's documents. `key` is kept for its memory.
void write_position_lists(const RunEntry& entry, glass::TableWriter& table, std::string& key) {
  std::string_view positions = entry.positions;
  key.clear();
  glass::append_sortable_string(key, entry.text);
  const std::size_t term_bytes = key.size();
  for_each_posting(entry, [&](std::uint32_t document, std::uint64_t /*wdf*/) {
    const std::uint64_t bytes = glass::take_uint(positions);
    if (bytes > 0) {
      key.resize(term_bytes);
      glass::append_sortable_uint(key, document);
      table.add(key, positions.substr(0, bytes));
      positions.remove_prefix(bytes);
    }
  });
}

}  // namespace

DatabaseBuilder::DatabaseBuilder(const std::filesystem::path& folder, std::size_t memory_bytes)
    : folder_(folder),
      spill_(folder, memory_bytes),
      docdata_(folder / "docdata.glass"),
      termlist_(folder / "termlist.glass"),
      keep_lengths_([this](std::string_view key, std::string_view tag) {
        length_chunks_.push_back({std::string(key), spill_.put(std::string(tag))});
      }),
      lengths_(keep_lengths_) {
  lengths_.begin_lengths();
}

void DatabaseBuilder::add(EncodedBatch batch) {
  for (const EncodedDocument& document : batch.documents) {
    add_document(document);
  }
  statistics_.max_wdf = std::max(statistics_.max_wdf, batch.max_wdf);
  runs_.push_back(spill_.put(std::move(batch.run)));
}

void DatabaseBuilder::add_document(const EncodedDocument& document) {
  assert(document.document > statistics_.last_document);
  std::string key;
  glass::append_sortable_uint(key, document.document);
  if (!document.data.bytes.empty()) {
    docdata_.add(key, document.data.bytes, document.data.form);
  }
  termlist_.add(key, document.terms.bytes, document.terms.form);
  add_values(document);
  lengths_.add(document.document, document.length);

  ++statistics_.documents;
  statistics_.last_document = document.document;
  statistics_.total_length += document.length;
  statistics_.max_length = std::max(statistics_.max_length, document.length);
  if (document.length > 0 &&
      (statistics_.min_length == 0 || document.length < statistics_.min_length)) {
    statistics_.min_length = document.length;
  }
}

void DatabaseBuilder::add_values(const EncodedDocument& document) {
  std::vector<std::uint32_t> used;
  for (std::uint32_t slot = 0; slot < document.values.size(); ++slot) {
    if (slot == values_.size()) {
      values_.emplace_back(slot);
      value_chunks_.emplace_back();
    }
    if (document.values[slot].empty()) {
      continue;
    }
    used.push_back(slot);
    values_[slot].add(
        document.document, document.values[slot], [&](std::string_view key, std::string_view tag) {
          value_chunks_[slot].push_back({std::string(key), spill_.put(std::string(tag))});
        });
  }
  if (!used.empty()) {
    std::string key;
    glass::append_sortable_uint(key, document.document);
    key += '\0';
    std::string tag;
    glass::append_slot_list(tag, used);
    termlist_.add(key, tag);
  }
}

std::vector<std::string_view> DatabaseBuilder::runs() const {
  std::vector<std::string_view> views;
  views.reserve(runs_.size());
  for (const std::size_t piece : runs_) {
    views.push_back(spill_.piece(piece));
  }
  return views;
}

/// What sorts before all terms: of each slot what is known of it, their values, and the lengths.
void DatabaseBuilder::add_before_terms(glass::TableWriter& table) const {
  for (const glass::ValueListWriter& slot : values_) {
    if (const auto [key, tag] = slot.statistics(); !tag.empty()) {
      table.add(key, tag);
    }
  }
  for (const std::vector<SpilledEntry>& chunks : value_chunks_) {
    for (const SpilledEntry& chunk : chunks) {
      table.add(chunk.key, spill_.piece(chunk.piece));
    }
  }
  for (const SpilledEntry& chunk : length_chunks_) {
    table.add(chunk.key, spill_.piece(chunk.piece));
  }
}

glass::TableRoot DatabaseBuilder::write_postlist() const {
  glass::TableWriter table(folder_ / "postlist.glass");
  add_before_terms(table);
  const glass::TakeEntry take = [&table](std::string_view key, std::string_view tag) {
    table.add(key, tag);
  };
  glass::PostingListWriter list(take);
  RunMerger merger(runs());
  for (auto entries = merger.next(); !entries.empty(); entries = merger.next()) {
    write_posting_list(entries, list);
  }
  return table.finish();
}

glass::TableRoot DatabaseBuilder::write_positions() const {
  glass::TableWriter table(folder_ / "position.glass");
  std::string key;
  RunMerger merger(runs());
  for (auto entries = merger.next(); !entries.empty(); entries = merger.next()) {
    for (const RunEntry& entry : entries) {
      write_position_lists(entry, table, key);
    }
  }
  return table.finish();
}

void DatabaseBuilder::finish(unsigned threads) {
  assert(statistics_.documents > 0);
  lengths_.end();
  for (std::uint32_t slot = 0; slot < values_.size(); ++slot) {
    values_[slot].finish([&](std::string_view key, std::string_view tag) {
      value_chunks_[slot].push_back({std::string(key), spill_.put(std::string(tag))});
    });
  }
  spill_.seal();
  const auto policy = threads > 1 ? std::launch::async : std::launch::deferred;
  auto postlist = std::async(policy, [this] { return write_postlist(); });
  auto position = std::async(policy, [this] { return write_positions(); });
  glass::TableRoots roots;
  roots.docdata = docdata_.finish();
  roots.termlist = termlist_.finish();
  roots.postlist = postlist.get();
  roots.position = position.get();
  glass::write_version_file(folder_, roots, statistics_);
}

}  // namespace dateline
