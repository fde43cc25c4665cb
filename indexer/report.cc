// The words and the JSON of reports; docs/output-formats.md describes the latter.
#include "indexer/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

std::string counted(std::size_t count, std::string_view singular) {
  return std::to_string(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
}

std::string one_decimal(double number) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << number;
  return text.str();
}

double rate(double amount, double seconds) {
  return amount / std::max(seconds, 1e-3);
}

std::string shown_rates(std::size_t articles, std::uint64_t text_bytes, double seconds) {
  return one_decimal(rate(static_cast<double>(articles), seconds)) + " articles/s, " +
         one_decimal(rate(static_cast<double>(text_bytes) / 1e6, seconds)) + " MB/s";
}

std::string shown_time(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  std::ostringstream text;
  text << whole / 60 << ":" << std::setfill('0') << std::setw(2) << whole % 60;
  return text.str();
}

Json to_json(const std::vector<ReadProblem>& problems) {
  Json list = Json::array();
  for (const ReadProblem& problem : problems) {
    list.push_back({{"source", problem.source}, {"message", problem.message}});
  }
  return list;
}

void print(std::ostream& out, const Json& json) {
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

std::string shown_bytes(std::uint64_t bytes) {
  constexpr std::array units = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) {
    return std::to_string(bytes) + " bytes";
  }
  auto amount = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  // What would be rounded to 1000.0 is one of the next unit.
  for (; amount >= 999.95 && unit + 1 < units.size(); ++unit) {
    amount /= 1000;
  }
  return one_decimal(amount) + " " + units.at(unit);
}

void render_report(std::ostream& out, const IndexReport& report, bool is_dry_run) {
  const std::size_t articles = report.added + report.updated + report.unchanged;
  out << (is_dry_run ? "would be: " : "") << counted(report.added, "article") << " added, "
      << report.updated << " updated, " << report.unchanged << " unchanged, " << report.removed
      << " removed";
  if (!report.problems.empty()) {
    out << ", " << counted(report.problems.size(), "problem");
  }
  out << '\n'
      << shown_bytes(report.text_bytes) << " of text in " << one_decimal(report.seconds) << " s ("
      << shown_rates(articles, report.text_bytes, report.seconds) << ")\n";
  if (report.other_files > 0) {
    out << counted(report.other_files, "file") << " of other kinds passed over\n";
  }
}

void render_report_json(std::ostream& out, const IndexReport& report, bool is_dry_run) {
  print(out, {{"format_version", format_version},
              {"added", report.added},
              {"updated", report.updated},
              {"unchanged", report.unchanged},
              {"removed", report.removed},
              {"problems", to_json(report.problems)},
              {"text_bytes", report.text_bytes},
              {"seconds", report.seconds},
              {"dry_run", is_dry_run},
              {"other_files", report.other_files}});
}

void render_report(std::ostream& out, const RemovalReport& report) {
  out << counted(report.removed, "article") << " removed\n";
}

void render_report_json(std::ostream& out, const RemovalReport& report) {
  print(out, {{"format_version", format_version},
              {"removed", report.removed},
              {"problems", to_json(report.problems)}});
}

void render_report(std::ostream& out, const CompactReport& report) {
  out << shown_bytes(report.bytes_before) << " before, " << shown_bytes(report.bytes_after)
      << " after\n";
}

void render_report_json(std::ostream& out, const CompactReport& report) {
  print(out, {{"format_version", format_version},
              {"bytes_before", report.bytes_before},
              {"bytes_after", report.bytes_after}});
}

void render_snapshot_json(std::ostream& out, const std::string& folder) {
  print(out, {{"format_version", format_version}, {"archive", folder}});
}

void render_info(std::ostream& out, const ArchiveInfo& info) {
  const auto row = [&out](std::string_view label) -> std::ostream& {
    return out << std::left << std::setw(15) << label;
  };
  row("archive") << info.folder << '\n';
  row("articles") << info.articles << '\n';
  row("text") << shown_bytes(info.text_bytes) << '\n';
  row("size on disk") << shown_bytes(info.archive_bytes) << '\n';
  row("languages");
  std::string_view separator;
  for (const auto& [language, articles] : info.languages) {
    out << separator << language << " " << articles;
    separator = ", ";
  }
  out << '\n';
  constexpr std::array labels = {"people", "organizations", "places", "sources"};
  for (std::size_t type = 0; type < labels.size(); ++type) {
    row(labels.at(type)) << info.entities.at(type) << '\n';
  }
  row("last update") << info.manifest.updated << '\n';
  row("schema") << info.manifest.schema_version << '\n';
  row("analyzer") << info.manifest.analyzer << " (" << info.manifest.analyzer_fingerprint << ")\n";
  row("entity model") << info.manifest.entity_model << '\n';
  row("database") << info.database << '\n';
}

void render_info_json(std::ostream& out, const ArchiveInfo& info) {
  const auto entities = [&info](NameType type) {
    return info.entities.at(static_cast<std::size_t>(type));
  };
  print(out, {{"format_version", format_version},
              {"archive", info.folder},
              {"articles", info.articles},
              {"text_bytes", info.text_bytes},
              {"archive_bytes", info.archive_bytes},
              {"languages", info.languages},
              {"entities",
               {{"person", entities(NameType::Person)},
                {"organization", entities(NameType::Organization)},
                {"location", entities(NameType::Location)}}},
              {"sources", entities(NameType::Source)},
              {"schema_version", info.manifest.schema_version},
              {"analyzer", info.manifest.analyzer},
              {"analyzer_fingerprint", info.manifest.analyzer_fingerprint},
              {"entity_model", info.manifest.entity_model},
              {"updated", info.manifest.updated},
              {"database", info.database}});
}

void render_check(std::ostream& out, const ArchiveCheck& check) {
  if (!check.damage.empty()) {
    return;
  }
  out << "the archive is what was committed: " << counted(check.articles.value_or(0), "article");
  if (check.way == ArchiveCheck::Way::Digests) {
    out << ", every byte of " << counted(check.files, "file") << " (" << shown_bytes(check.bytes)
        << ") compared";
  } else {
    out << ", the index compared with the stored text, for a writer is at work or has died";
  }
  if (!check.other_model.empty()) {
    out << "; names were found by another model, and not looked for again";
  }
  out << '\n';
}

void render_check_json(std::ostream& out, const ArchiveCheck& check) {
  Json damage = Json::array();
  for (const Damage& damaged : check.damage) {
    damage.push_back({{"file", damaged.file}, {"message", damaged.message}});
  }
  const Json unknown;
  print(out, {{"format_version", format_version},
              {"whole", check.damage.empty()},
              {"checked", check.way == ArchiveCheck::Way::Digests ? "digests" : "contents"},
              {"articles", check.articles ? Json(*check.articles) : unknown},
              {"other_model", check.other_model.empty() ? unknown : Json(check.other_model)},
              {"damage", std::move(damage)}});
}

std::string progress_line(const Progress& progress, std::size_t width) {
  const std::string numbers = std::to_string(progress.articles) + " articles, " +
                              shown_rates(progress.articles, progress.text_bytes, progress.seconds);
  if (progress.fraction <= 0) {
    return numbers.substr(0, width);
  }
  const double fraction = std::min(progress.fraction, 1.0);
  const double left = progress.seconds / fraction - progress.seconds;
  const std::string percent = std::to_string(static_cast<int>(fraction * 100)) + "% ";
  const std::string rest = " " + numbers + ", " + shown_time(left) + " left";
  constexpr std::size_t least_bar = 10;
  if (percent.size() + rest.size() + least_bar + 2 > width) {
    return (percent + numbers).substr(0, width);
  }
  const std::size_t cells = std::min<std::size_t>(width - percent.size() - rest.size() - 2, 40);
  const auto filled = static_cast<std::size_t>(fraction * static_cast<double>(cells));
  return percent + "[" + std::string(filled, '=') + std::string(cells - filled, ' ') + "]" + rest;
}

}  // namespace dateline
