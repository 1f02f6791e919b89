#ifndef MUDIRIYA_COMMON_DB_SQL_SCRIPT_H_
#define MUDIRIYA_COMMON_DB_SQL_SCRIPT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace mudiriya::db {

// The statements of a script, without their semicolons. A semicolon inside quotes ('…', "…", `…`)
// or a comment (-- …, # …, /* … */) ends nothing; comments before a statement are dropped, and so
// is a statement of nothing but white space.
std::vector<std::string> SplitStatements(absl::string_view script);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_SQL_SCRIPT_H_
