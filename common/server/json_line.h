#ifndef MUDIRIYA_COMMON_SERVER_JSON_LINE_H_
#define MUDIRIYA_COMMON_SERVER_JSON_LINE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya::server {

// `text` with what JSON does not allow inside a string escaped. Malformed UTF-8 is kept as it is.
std::string EscapeJson(absl::string_view text);

// Builds `{"a":"x","b":1}` piece by piece. Keys are literals and not escaped.
class JsonLine {
 public:
  JsonLine& Text(absl::string_view key, absl::string_view value);
  // With three digits after the point.
  JsonLine& Number(absl::string_view key, double value);
  // Ends the object; nothing may be added after it.
  std::string Finish();

 private:
  void Key(absl::string_view key);

  std::string line_ = "{";
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_JSON_LINE_H_
