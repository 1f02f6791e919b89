#include "common/db/sql_script.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace mudiriya::db {
namespace {

// The length of the comment that `text` starts with, 0 if it starts with none. A comment that
// never ends reaches to the end.
size_t CommentLength(absl::string_view text) {
  const bool dashes = absl::StartsWith(text, "--") && (text.size() == 2 || text[2] <= ' ');
  absl::string_view terminator;
  if (dashes || absl::StartsWith(text, "#")) {
    terminator = "\n";
  } else if (absl::StartsWith(text, "/*")) {
    terminator = "*/";
  } else {
    return 0;
  }
  const size_t end = text.find(terminator, 2);
  return end == text.npos ? text.size() : end + terminator.size();
}

// The length of the quoted text that `text` starts with, 0 if it starts with none. A doubled quote
// reads as two quoted texts side by side, which ends in the same place.
size_t QuotedLength(absl::string_view text) {
  const char quote = text.front();
  if (quote != '\'' && quote != '"' && quote != '`') return 0;
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote != '`') {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace

std::vector<std::string> SplitStatements(absl::string_view script) {
  std::vector<std::string> statements;
  std::string statement;
  const auto finish = [&] {
    const absl::string_view trimmed = absl::StripAsciiWhitespace(statement);
    if (!trimmed.empty()) statements.emplace_back(trimmed);
    statement.clear();
  };
  while (!script.empty()) {
    if (const size_t comment = CommentLength(script); comment > 0) {
      statement.push_back('\n');  // it separated words
      script.remove_prefix(comment);
      continue;
    }
    const size_t length = std::max<size_t>(QuotedLength(script), 1);
    if (script.front() == ';') {
      finish();
    } else {
      statement.append(script.data(), length);
    }
    script.remove_prefix(length);
  }
  finish();
  return statements;
}

}  // namespace mudiriya::db
