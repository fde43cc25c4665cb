// The user's corrections: a text file in the archive's folder that says which names are one entity.
//
// A line a correction; "#" begins a line of comment. docs/corrections.md explains it to users.
//
//     merge person: Guillaume Ngefa-Atondoko Andali = Ngefa Andali = Andali
//     split organization: Wagner
//     rename organization: Wagner = PMC Wagner
//     retype person: Kisal = organization
//     hide organization: Twitter
//
// The file is the user's: programs read it with every command and never write to one that is there.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"

namespace dateline {

/// One line of the file. What it does to the entities is told in entity_map.h.
struct Correction {
  enum class Kind {
    Merge,   ///< the entities of all these names are one, shown by the first name
    Split,   ///< these names, and no others, are one entity
    Retype,  ///< the entity of this name is of another type
    Hide,    ///< the entity of this name is shown nowhere
  };

  Kind kind = Kind::Merge;
  NameType type = NameType::Person;
  std::vector<std::string> names;        ///< at least one; "rename A = B" is the merge of B, A
  NameType new_type = NameType::Person;  ///< of Retype

  friend bool operator==(const Correction&, const Correction&) = default;
};

/// A line that says nothing we understand.
struct CorrectionProblem {
  std::size_t line = 0;  ///< from 1; 0 for the file as a whole
  std::string message;   ///< one sentence of what is wrong and one of what to write

  friend bool operator==(const CorrectionProblem&, const CorrectionProblem&) = default;
};

struct Corrections {
  std::vector<Correction> lines;            ///< in the order of the file
  std::vector<CorrectionProblem> problems;  ///< the first `max_told_problems`
  std::size_t problem_count = 0;            ///< all
};

inline constexpr std::size_t max_told_problems = 10;

/// So much of a file is read: more than anybody writes by hand.
inline constexpr std::size_t max_corrections_bytes = std::size_t{16} << 20;

/// Understands the text of a file, whatever is in it. Linear in its length.
Corrections parse_corrections(std::string_view text);

/// The line that is read as this correction; of names that hold both "=" and a quotation mark there
/// is none.
std::string to_line(const Correction& correction);

/// Reads the file; one that is not there is empty. Never throws: what cannot be read is a problem.
Corrections read_corrections(const std::filesystem::path& file);

/// What a new archive's file says: how to write it, in comments.
std::string_view new_corrections_text();

}  // namespace dateline
