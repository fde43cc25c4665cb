// Filling leaves, and the levels above them.
#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace dateline::glass {

namespace {

constexpr std::uint32_t revision = 1;
constexpr std::size_t header_bytes = 11;
constexpr std::size_t directory_entry_bytes = 2;

// At least four items of any size fit in a block.
constexpr std::size_t max_item_bytes = (block_bytes - header_bytes - 4 * directory_entry_bytes) / 4;

constexpr std::uint32_t flag_compressed = 0x8000;
constexpr std::uint32_t flag_last = 0x4000;
constexpr std::uint32_t flag_first = 0x2000;

// Flags and size, key length, component number.
constexpr std::size_t item_overhead = 5;
constexpr std::size_t component_bytes = 2;

void append_u16(std::string& out, std::size_t number) {
  out += static_cast<char>((number >> 8) & 0xFF);
  out += static_cast<char>(number & 0xFF);
}

void append_u32(std::string& out, std::uint32_t number) {
  append_u16(out, number >> 16);
  append_u16(out, number & 0xFFFF);
}

void put_u16(std::string& bytes, std::size_t at, std::size_t number) {
  bytes[at] = static_cast<char>((number >> 8) & 0xFF);
  bytes[at + 1] = static_cast<char>(number & 0xFF);
}

std::string_view shortest_parting(std::string_view key, std::string_view before) {
  const std::size_t most = std::min(key.size(), before.size());
  std::size_t same = 0;
  while (same < most && key[same] == before[same]) {
    ++same;
  }
  return key.substr(0, std::min(same + 1, key.size()));
}

std::string branch_item(std::uint32_t child, std::string_view key, std::uint32_t component) {
  std::string item;
  append_u32(item, child);
  item += static_cast<char>(key.size());
  item += key;
  append_u16(item, component);
  return item;
}

}  // namespace

TableWriter::Block::Block(std::uint32_t block_number, std::uint8_t block_level)
    : number(block_number),
      level(block_level),
      directory_end(header_bytes),
      bytes(block_bytes, '\0') {}

void TableWriter::Block::put(std::string_view item) {
  assert(item.size() + directory_entry_bytes <= free());
  items_begin -= item.size();
  bytes.replace(items_begin, item.size(), item);
  put_u16(bytes, directory_end, items_begin);
  directory_end += directory_entry_bytes;
}

/// The block with its header; nothing is put into it after.
const std::string& TableWriter::Block::close() {
  std::string header;
  append_u32(header, revision);
  header += static_cast<char>(level);
  append_u16(header, free());
  append_u16(header, free());
  append_u16(header, directory_end);
  bytes.replace(0, header_bytes, header);
  return bytes;
}

TableWriter::TableWriter(std::filesystem::path file) : file_(std::move(file)) {}

void TableWriter::begin() {
  file_.create();
  open_.emplace_back(next_block_++, std::uint8_t{0});
  std::string null_item;
  append_u16(null_item, flag_first | flag_last);
  null_item += '\0';
  open_.front().put(null_item);
}

void TableWriter::add(std::string_view key, std::string_view tag, TagForm form) {
  assert(!key.empty() && key.size() <= max_key_bytes);
  assert(entries_ == 0 || last_key_ < key);
  if (entries_ == 0) {
    begin();
  }
  ++entries_;
  const std::uint32_t form_flag = form == TagForm::Deflated ? flag_compressed : 0;
  const std::size_t most = max_item_bytes - (key.size() + item_overhead);
  std::size_t piece = first_piece_bytes(key.size(), tag.size());
  std::uint32_t component = 1;
  do {
    const bool is_last = piece == tag.size();
    put_component(key, component,
                  form_flag | (component == 1 ? flag_first : 0) | (is_last ? flag_last : 0),
                  tag.substr(0, piece));
    tag.remove_prefix(piece);
    piece = std::min(most, tag.size());
    ++component;
  } while (!tag.empty());
}

/// How much of a tag its first component takes: all of it when that fits in an item, else as much
/// as fills the leaf at hand when that saves a component.
std::size_t TableWriter::first_piece_bytes(std::size_t key_bytes, std::size_t tag_bytes) const {
  const std::size_t overhead = key_bytes + item_overhead;
  const std::size_t most = max_item_bytes - overhead;
  if (tag_bytes <= most + component_bytes) {
    return tag_bytes;
  }
  const std::size_t left = open_.front().free() % (max_item_bytes + directory_entry_bytes);
  if (left > overhead + component_bytes) {
    const std::size_t fills = left - overhead - component_bytes;
    if (fills >= (tag_bytes - component_bytes) % most) {
      return fills + component_bytes;
    }
  }
  return most + component_bytes;
}

void TableWriter::put_component(std::string_view key, std::uint32_t component, std::uint32_t flags,
                                std::string_view piece) {
  item_.clear();
  const std::size_t size = 3 + key.size() + (component > 1 ? component_bytes : 0) + piece.size();
  append_u16(item_, flags | (size - 3));
  item_ += static_cast<char>(key.size());
  item_ += key;
  if (component > 1) {
    append_u16(item_, component);
  }
  item_ += piece;
  if (item_.size() + directory_entry_bytes > open_.front().free()) {
    Block next(next_block_++, 0);
    Block full = std::exchange(open_.front(), std::move(next));
    file_.write(full.number, full.close());
    // Within one tag only the component tells the blocks apart.
    const std::string_view parting = component > 1 ? key : shortest_parting(key, last_key_);
    enter(1, parting, component, full.number);
  }
  open_.front().put(item_);
  last_key_ = key;
}

/// Enters the block now open below `level` under a key. `before` is the one that was open there.
void TableWriter::enter(std::size_t level, std::string_view key, std::uint32_t component,
                        std::uint32_t before) {
  const std::uint32_t child = open_[level - 1].number;
  if (level == open_.size()) {
    open_.emplace_back(next_block_++, static_cast<std::uint8_t>(level));
    open_.back().put(branch_item(before, {}, 0));
  }
  const std::string item = branch_item(child, key, component);
  if (item.size() + directory_entry_bytes <= open_[level].free()) {
    open_[level].put(item);
    return;
  }
  Block next(next_block_++, static_cast<std::uint8_t>(level));
  next.put(branch_item(child, {}, 0));
  Block full = std::exchange(open_[level], std::move(next));
  file_.write(full.number, full.close());
  enter(level + 1, key, component, full.number);
}

TableRoot TableWriter::finish() {
  if (open_.empty()) {
    return {};
  }
  for (Block& block : open_) {
    file_.write(block.number, block.close());
  }
  file_.finish();
  return {.root = open_.back().number,
          .level = static_cast<std::uint32_t>(open_.size() - 1),
          .entries = entries_,
          .blocks = next_block_};
}

}  // namespace dateline::glass
