// Numbers that look random and are the same on every machine.
#pragma once

#include <cstdint>

namespace dateline {

/// SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA
/// 2014): eight bytes of state, so that every article has a generator of its own. The
/// distributions of the standard library differ between implementations; here all are whole
/// numbers and plain arithmetic.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return mix(state_);
  }

  /// From 0 to less than `bound`, which is small against 2^32.
  std::uint64_t below(std::uint64_t bound) { return ((next() >> 32U) * bound) >> 32U; }

  /// From 0 to less than 1.
  double share() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  /// Scatters a number: near ones become far ones, different ones stay different.
  static std::uint64_t mix(std::uint64_t number) {
    number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
    number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
    return number ^ (number >> 31U);
  }

 private:
  std::uint64_t state_;
};

/// Four choices from one random number, each of one part in 65,536: cheaper than a number each.
class Choices {
 public:
  explicit Choices(std::uint64_t bits) : bits_(bits) {}

  /// A number below `all`; up to four are asked for.
  std::uint64_t next() {
    const std::uint64_t choice = bits_ & (all - 1);
    bits_ >>= 16U;
    return choice;
  }

  static constexpr std::uint64_t all = 65536;

  /// How many of them are so many percent.
  static constexpr std::uint64_t of_percent(double percent) {
    return static_cast<std::uint64_t>(percent * static_cast<double>(all) / 100);
  }

 private:
  std::uint64_t bits_;
};

}  // namespace dateline
