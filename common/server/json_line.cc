#include "common/server/json_line.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace mudiriya::server {

std::string EscapeJson(absl::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      escaped.push_back('\\');
      escaped.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppendFormat(&escaped, "\\u%04x", static_cast<unsigned int>(c));
    } else {
      escaped.push_back(c);
    }
  }
  return escaped;
}

JsonLine& JsonLine::Text(absl::string_view key, absl::string_view value) {
  Key(key);
  absl::StrAppend(&line_, "\"", EscapeJson(value), "\"");
  return *this;
}

JsonLine& JsonLine::Number(absl::string_view key, double value) {
  Key(key);
  absl::StrAppendFormat(&line_, "%.3f", value);
  return *this;
}

std::string JsonLine::Finish() {
  line_.push_back('}');
  return std::move(line_);
}

void JsonLine::Key(absl::string_view key) {
  absl::StrAppend(&line_, line_.size() > 1 ? "," : "", "\"", key, "\":");
}

}  // namespace mudiriya::server
