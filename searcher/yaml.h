// YAML that needs no library: blocks of keys and lists, every text in double quotes.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace dateline {

/// A value of JSON as a document of YAML 1.1 and 1.2. The keys of its objects are plain words.
/// Texts may hold any bytes; what is no UTF-8 becomes U+FFFD.
std::string to_yaml(const nlohmann::ordered_json& value);

}  // namespace dateline
