// Rows that are not zero are about half of the table, so the file holds only those.
#include "indexer/entities/name_model.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "common/error.h"

extern "C" {
extern const char dateline_model_begin;
extern const char dateline_model_end;
}

namespace dateline {

namespace {

constexpr std::string_view magic = "dateline names 1\n";
constexpr std::size_t digest_bytes = 8;
constexpr std::size_t transition_bytes = label_count * label_count * 2;
constexpr std::size_t bitmap_bytes = row_count / 8;
constexpr std::size_t head_bytes = magic.size() + digest_bytes + transition_bytes + bitmap_bytes;

void append_number(std::string& bytes, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    bytes += static_cast<char>(value >> (8 * i));
  }
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

std::uint64_t digest_of(std::string_view content) {
  return XXH3_64bits(content.data(), content.size());
}

[[noreturn]] void throw_damaged() {
  throw Error("the model of names is not what this program was built with",
              "build the program again from a clean copy", ExitCode::Damaged);
}

bool is_zero(const NameModel::Weights& weights) {
  return std::all_of(weights.begin(), weights.end(), [](std::int8_t w) { return w == 0; });
}

std::string to_hex(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) {
    hex += digits[(value >> static_cast<unsigned>(shift)) & 15U];
  }
  return hex;
}

std::string_view built_in_file() {
  return {&dateline_model_begin,
          static_cast<std::size_t>(&dateline_model_end - &dateline_model_begin)};
}

/// The digest that a file holds, as text.
std::string fingerprint_of(std::string_view file) {
  return to_hex(number_at(file, magic.size(), digest_bytes));
}

}  // namespace

NameModel::NameModel() {
  read(built_in_file());
}

NameModel::NameModel(std::string_view file) {
  read(file);
}

NameModel::NameModel(std::vector<Weights> weights, const Transitions& transitions)
    : weights_(std::move(weights)), transitions_(transitions) {
  fingerprint_ = fingerprint_of(to_bytes());
}

std::string NameModel::built_in_fingerprint() {
  return fingerprint_of(built_in_file());
}

std::string NameModel::to_bytes() const {
  std::string content;
  for (std::size_t from = 0; from < label_count; ++from) {
    for (std::size_t to = 0; to < label_count; ++to) {
      append_number(content, static_cast<std::uint16_t>(transitions_.at(from).at(to)), 2);
    }
  }
  std::string bitmap(bitmap_bytes, '\0');
  std::string rows;
  for (std::size_t row = 0; row < row_count; ++row) {
    if (is_zero(weights_[row])) {
      continue;
    }
    const auto bit = static_cast<unsigned char>(1U << (row % 8));
    bitmap[row / 8] = static_cast<char>(static_cast<unsigned char>(bitmap[row / 8]) | bit);
    for (std::size_t i = 0; i < label_count; ++i) {
      rows += static_cast<char>(weights_[row].at(i));
    }
  }
  content += bitmap + rows;
  std::string file(magic);
  append_number(file, digest_of(content), digest_bytes);
  return file + content;
}

void NameModel::read(std::string_view file) {
  if (file.size() < head_bytes || file.substr(0, magic.size()) != magic) {
    throw_damaged();
  }
  const std::string_view content = file.substr(magic.size() + digest_bytes);
  const std::uint64_t digest = number_at(file, magic.size(), digest_bytes);
  if (digest != digest_of(content)) {
    throw_damaged();
  }
  fingerprint_ = fingerprint_of(file);
  for (std::size_t i = 0; i < label_count * label_count; ++i) {
    transitions_.at(i / label_count).at(i % label_count) =
        static_cast<std::int16_t>(number_at(content, 2 * i, 2));
  }
  const std::string_view bitmap = content.substr(transition_bytes, bitmap_bytes);
  std::string_view rows = content.substr(transition_bytes + bitmap_bytes);
  weights_.assign(row_count, {});
  for (std::size_t row = 0; row < row_count; ++row) {
    if ((std::uint32_t{static_cast<unsigned char>(bitmap[row / 8])} >> (row % 8) & 1U) == 0) {
      continue;
    }
    if (rows.size() < label_count) {
      throw_damaged();
    }
    std::memcpy(weights_[row].data(), rows.data(), label_count);
    rows.remove_prefix(label_count);
  }
}

}  // namespace dateline
