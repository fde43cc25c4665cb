// Records as pictures: throughput, growth, latencies and peers, drawn by gnuplot.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/record/read_record.h"

namespace dateline {

/// What gnuplot is told. Text out of a record stands in data only, where nothing is carried out.
struct Picture {
  std::string name;    ///< of its file, without ".svg"
  std::string script;  ///< all but where to
};

/// The pictures that can be made of a record; none for benches that have nothing to show.
std::vector<Picture> pictures_of(const KeptRecord& kept);

/// Draws a picture into a folder that is there, as SVG; returns its file. Throws Error when gnuplot
/// is not installed or fails, or the folder cannot be written to.
std::filesystem::path draw(const Picture& picture, const std::filesystem::path& folder);

}  // namespace dateline
