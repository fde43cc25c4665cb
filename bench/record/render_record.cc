// The cells are text first, so that the widths of columns are known before a line is written.
#include "bench/record/render_record.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>
#include <string_view>

#include "bench/support/statistics.h"
#include "common/cli/terminal.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

// ---- JSON ----

Json to_json(const Machine& machine) {
  return {{"processor", machine.processor},
          {"cores", machine.cores},
          {"memory_bytes", machine.memory_bytes},
          {"kernel", machine.kernel},
          {"compiler", machine.compiler},
          {"build_type", machine.build_type},
          {"xapian", machine.xapian}};
}

Json to_json(const RecordRow& row) {
  Json json{{"name", row.name}, {"what", row.what}, {"figures", Json::object()}};
  for (const Figure& figure : row.figures) {
    const Spread spread = spread_of(figure.runs);
    json["figures"][figure.key] = {{"label", figure.label},   {"decimals", figure.decimals},
                                   {"median", spread.median}, {"min", spread.min},
                                   {"max", spread.max},       {"runs", figure.runs}};
  }
  json.update(row.details);
  if (!row.remark.empty()) {
    json["remark"] = row.remark;
  }
  return json;
}

// ---- For people ----

using Table = std::vector<std::vector<std::string>>;

/// "12.3 ±4%", or without the spread where there was but one run.
std::string to_cell(const Figure& figure) {
  if (figure.runs.empty()) {
    return "-";
  }
  const Spread spread = spread_of(figure.runs);
  std::ostringstream cell;
  cell << std::fixed << std::setprecision(figure.decimals) << spread.median;
  if (figure.runs.size() > 1 && spread.median > 0) {
    const double farthest = std::max(spread.max - spread.median, spread.median - spread.min);
    cell << " \u00b1" << std::setprecision(0) << farthest / spread.median * 100 << '%';
  }
  return cell.str();
}

/// Labels of all figures, in the order in which they are first met.
std::vector<std::string> labels_of(const std::vector<RecordRow>& rows) {
  std::vector<std::string> labels;
  for (const RecordRow& row : rows) {
    for (const Figure& figure : row.figures) {
      if (std::ranges::find(labels, figure.label) == labels.end()) {
        labels.push_back(figure.label);
      }
    }
  }
  return labels;
}

/// Indented as it is: a label that begins with blanks is a part of the one before it.
std::string make_printable_cell(const std::string& label) {
  const std::size_t indent = std::min(label.find_first_not_of(' '), label.size());
  return std::string(indent, ' ') + make_printable(std::string_view(label).substr(indent));
}

Table table_of(const std::vector<RecordRow>& rows) {
  const std::vector<std::string> labels = labels_of(rows);
  const bool has_remarks =
      std::ranges::any_of(rows, [](const RecordRow& row) { return !row.remark.empty(); });
  Table table(1, {""});
  for (const std::string& label : labels) {
    table.front().push_back(make_printable_cell(label));
  }
  if (has_remarks) {
    table.front().emplace_back();
  }
  for (const RecordRow& row : rows) {
    std::vector<std::string>& line = table.emplace_back(1, make_printable(row.name));
    for (const std::string& label : labels) {
      const auto figure = std::ranges::find(row.figures, label, &Figure::label);
      line.push_back(figure != row.figures.end() ? to_cell(*figure) : std::string());
    }
    if (has_remarks) {
      line.push_back(make_printable(row.remark));
    }
  }
  return table;
}

Table turned(const Table& table) {
  Table result(table.front().size());
  for (std::size_t column = 0; column < result.size(); ++column) {
    for (const std::vector<std::string>& line : table) {
      result[column].push_back(line[column]);
    }
  }
  return result;
}

void print_table(std::ostream& out, const Table& table) {
  std::vector<std::size_t> widths(table.front().size());
  for (const std::vector<std::string>& line : table) {
    for (std::size_t column = 0; column < line.size(); ++column) {
      widths[column] = std::max(widths[column], display_width(line[column]));
    }
  }
  for (const std::vector<std::string>& line : table) {
    std::string text;
    for (std::size_t column = 0; column < line.size(); ++column) {
      const std::string padding(widths[column] - display_width(line[column]), ' ');
      text += column == 0 ? line[column] + padding : "  " + padding + line[column];
    }
    out << text.substr(0, text.find_last_not_of(' ') + 1) << '\n';
  }
}

void print_circumstances(std::ostream& out, const Circumstances& circumstances) {
  const Machine& machine = circumstances.machine;
  constexpr double gibibyte = 1024.0 * 1024 * 1024;
  out << "command  " << make_printable(circumstances.command) << "\nmachine  "
      << make_printable(machine.processor) << ", " << machine.cores << " cores, " << std::fixed
      << std::setprecision(1) << static_cast<double>(machine.memory_bytes) / gibibyte << " GiB, "
      << make_printable(machine.kernel) << "\nbuild    " << make_printable(circumstances.commit)
      << ", " << make_printable(machine.compiler) << ", " << make_printable(machine.build_type)
      << ", Xapian " << make_printable(machine.xapian) << "\n\n";
}

/// What the rows are, under the table.
void print_legend(std::ostream& out, const std::vector<RecordRow>& rows) {
  std::size_t width = 0;
  for (const RecordRow& row : rows) {
    width = row.what.empty() ? width : std::max(width, display_width(row.name));
  }
  out << (width > 0 ? "\n" : "");
  for (const RecordRow& row : rows) {
    if (!row.what.empty()) {
      out << make_printable(row.name) << std::string(width + 2 - display_width(row.name), ' ')
          << make_printable(row.what) << '\n';
    }
  }
}

}  // namespace

void render_record(std::ostream& out, const Circumstances& circumstances, const Record& record) {
  print_circumstances(out, circumstances);
  out << make_printable(record.about) << "\n\n";
  const Table table = table_of(record.rows);
  print_table(out, table.front().size() > table.size() ? turned(table) : table);
  print_legend(out, record.rows);
  for (const std::string& note : record.notes) {
    out << '\n' << make_printable(note) << '\n';
  }
}

void render_record_json(std::ostream& out, const Circumstances& circumstances,
                        const Record& record) {
  Json json{{"format_version", record_format_version},   {"bench", record.bench},
            {"command", circumstances.command},          {"commit", circumstances.commit},
            {"machine", to_json(circumstances.machine)}, {"about", record.about}};
  json.update(record.details);
  json["rows"] = Json::array();
  for (const RecordRow& row : record.rows) {
    json["rows"].push_back(to_json(row));
  }
  json["notes"] = record.notes;
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace dateline
