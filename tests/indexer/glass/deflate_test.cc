// What is deflated is read again by zlib, as Xapian reads it.
#include "indexer/glass/deflate.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <random>
#include <string>

namespace dateline::glass {

namespace {

/// The raw deflate data of a whole tag, inflated; empty when it is no such thing.
std::string inflate_tag(const std::string& deflated, std::size_t bytes) {
  std::string tag(bytes + 1, '\0');
  z_stream stream{};
  constexpr int raw = -15;
  REQUIRE(inflateInit2(&stream, raw) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
  stream.avail_in = static_cast<uInt>(deflated.size());
  stream.next_out = reinterpret_cast<Bytef*>(tag.data());
  stream.avail_out = static_cast<uInt>(tag.size());
  const bool is_whole = ::inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
  tag.resize(is_whole ? stream.total_out : 0);
  inflateEnd(&stream);
  return tag;
}

std::string random_words(std::mt19937& random, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += std::to_string(random() % 900) + (random() % 7 == 0 ? ", said " : " the ");
  }
  return text;
}

std::string random_bytes(std::mt19937& random, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += static_cast<char>(random() & 0xFF);
  }
  return text;
}

}  // namespace

TEST_CASE("a deflated tag is smaller, and zlib makes of it what it was, however many came before") {
  std::mt19937 random(1);
  Deflater deflater;
  for (int i = 0; i < 400; ++i) {
    const std::string tag = random_words(random, 500 + random() % 5000);
    std::string deflated = tag;
    CAPTURE(i);
    REQUIRE(deflater.deflate(deflated) == TagForm::Deflated);
    CHECK(deflated.size() < tag.size());
    REQUIRE(inflate_tag(deflated, tag.size()) == tag);
  }
}

TEST_CASE("a tag unlike all before it is deflated as well") {
  std::mt19937 random(2);
  Deflater deflater;
  for (int i = 0; i < 100; ++i) {
    std::string tag = random_words(random, 5000);
    deflater.deflate(tag);
  }
  const std::string tag = std::string(3000, '\xD0') + random_bytes(random, 500);
  std::string deflated = tag;
  REQUIRE(deflater.deflate(deflated) == TagForm::Deflated);
  CHECK(inflate_tag(deflated, tag.size()) == tag);
}

TEST_CASE("a tag that would not be smaller stays as it is") {
  std::mt19937 random(3);
  Deflater deflater;
  for (const std::size_t bytes : {0U, 1U, 18U, 19U, 500U, 70000U, 300000U}) {
    CAPTURE(bytes);
    const std::string tag = random_bytes(random, bytes);
    std::string same = tag;
    CHECK(deflater.deflate(same) == TagForm::Plain);
    CHECK(same == tag);
  }
}

}  // namespace dateline::glass
