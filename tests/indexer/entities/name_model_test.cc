#include "indexer/entities/name_model.h"

#include <doctest/doctest.h>

#include <string>

#include "common/error.h"
#include "tests/indexer/entities/random_model.h"

namespace dateline {
namespace {

constexpr std::string_view magic = "dateline names 1\n";

bool is_refused(std::string_view file) {
  try {
    const NameModel model(file);
  } catch (const Error& error) {
    return error.exit_code() == ExitCode::Damaged && !error.hint().empty();
  }
  return false;
}

/// The file with the digest that its content has.
std::string sealed(std::string file) {
  const std::uint64_t digest = hash_of(std::string_view(file).substr(magic.size() + 8));
  for (std::size_t i = 0; i < 8; ++i) {
    file[magic.size() + i] = static_cast<char>(digest >> (8 * i));
  }
  return file;
}

TEST_CASE("a model written and read again is the same") {
  const NameModel model = random_model(7);
  const std::string bytes = model.to_bytes();
  CHECK(bytes.starts_with(magic));
  const NameModel again(bytes);
  CHECK(again.to_bytes() == bytes);
  CHECK(again.transitions() == model.transitions());
  bool is_same = true;
  for (Row row = 0; row < row_count; ++row) {
    Scores left{};
    Scores right{};
    model.add(row, left);
    again.add(row, right);
    is_same = is_same && left == right;
  }
  CHECK(is_same);
}

TEST_CASE("rows are added to the sums") {
  ModelParts parts;
  parts.weights[5][1] = 100;
  parts.weights[5][14] = -100;
  parts.weights[9][1] = 127;
  const NameModel model = std::move(parts).model();
  Scores scores{};
  model.add(5, scores);
  model.add(9, scores);
  model.add(6, scores);
  CHECK(scores == Scores{0, 227, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -100, 0});
}

TEST_CASE("only rows with weights are in the file") {
  const std::size_t empty = ModelParts().model().to_bytes().size();
  ModelParts parts;
  parts.weights[0][0] = 1;
  parts.weights[row_count - 1][14] = -128;
  const NameModel model = std::move(parts).model();
  CHECK(model.to_bytes().size() == empty + 2 * label_count);
  CHECK(NameModel(model.to_bytes()).to_bytes() == model.to_bytes());
}

TEST_CASE("a fingerprint tells models apart") {
  const NameModel left(random_model(1).to_bytes());
  const NameModel right(random_model(2).to_bytes());
  CHECK(left.fingerprint().size() == 16);
  CHECK(left.fingerprint() != right.fingerprint());
  CHECK(left.fingerprint() == NameModel(left.to_bytes()).fingerprint());
}

TEST_CASE("a damaged file is refused") {
  const std::string bytes = random_model(3).to_bytes();
  REQUIRE_FALSE(is_refused(bytes));
  CHECK(is_refused(""));
  CHECK(is_refused(magic));
  for (const std::size_t at : {std::size_t{0}, magic.size() - 2, magic.size(), magic.size() + 7,
                               magic.size() + 8, bytes.size() / 2, bytes.size() - 1}) {
    CAPTURE(at);
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    CHECK(is_refused(flipped));
  }
  for (const std::size_t size : {std::size_t{24}, std::size_t{1000}, bytes.size() - 1}) {
    CAPTURE(size);
    CHECK(is_refused(std::string_view(bytes).substr(0, size)));
  }
  CHECK(is_refused(bytes + "x"));
}

TEST_CASE("a file without all of its rows is refused, even when its digest is right") {
  const std::string bytes = random_model(3).to_bytes();
  CHECK(sealed(bytes) == bytes);
  CHECK(is_refused(sealed(bytes.substr(0, bytes.size() - label_count))));
  CHECK(is_refused(sealed(bytes.substr(0, bytes.size() - 1))));
}

TEST_CASE("the model that is built in is whole, and no larger than two megabytes") {
  const NameModel model;
  const std::string bytes = model.to_bytes();
  CHECK(bytes.size() <= 2'097'152);
  CHECK(NameModel(bytes).fingerprint() == model.fingerprint());
}

}  // namespace
}  // namespace dateline
