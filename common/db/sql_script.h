#ifndef MUDIRIYA_COMMON_DB_SQL_SCRIPT_H_
#define MUDIRIYA_COMMON_DB_SQL_SCRIPT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace mudiriya::db {

// The statements of a script, without their semicolons and comments (-- …, # …, /* … */). A
// semicolon inside quotes ('…', "…", `…`) ends nothing; what holds nothing but white space is no
// statement.
std::vector<std::string> SplitStatements(absl::string_view script);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_SQL_SCRIPT_H_
