#ifndef MUDIRIYA_SERVICES_CLI_SETTINGS_H_
#define MUDIRIYA_SERVICES_CLI_SETTINGS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/status/language.h"

namespace mudiriya::cli {

enum class Output { kTable, kJson, kCsv };

// What every command is given. Text fields are empty until Complete() has filled them in.
struct Settings {
  std::string server;       // "127.0.0.1:7070"
  std::string token;        // bearer token
  std::string tls_ca;       // file of certificates to trust; empty: no TLS
  std::string directorate;  // id, e.g. "assiut", or "-" for all that the caller may read
  std::string data_dir;     // of the local suite, where its issuer key lies
  Output output = Output::kTable;
  Language language = Language::kArabic;
};

// Fills in what no option gave: from MUDIRIYA_SERVER, MUDIRIYA_TOKEN, MUDIRIYA_TLS_CA
// and MUDIRIYA_DIRECTORATE, then
// from the file `client.json` that a running suite leaves in its data directory. That file is
// looked for in $MUDIRIYA_DATA_DIR, in `var/` of the working directory and of those above it, and
// beside the folder of the program (`program` is argv[0]).
// Returns FAILED_PRECONDITION with a hint if no server is known.
absl::Status Complete(absl::string_view program, Settings& settings);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_SETTINGS_H_
