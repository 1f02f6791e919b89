#ifndef MUDIRIYA_SERVICES_CLI_CELLS_H_
#define MUDIRIYA_SERVICES_CLI_CELLS_H_

#include <string>
#include <utility>
#include <vector>

#include "common/status/language.h"
#include "google/protobuf/message.h"

namespace mudiriya::cli {

// A message as one row: field path and text, in the contract's order; "" where nothing is set.
using Cells = std::vector<std::pair<std::string, std::string>>;

// For a table on a screen: resource names shortened, localized texts in one language, numbers
// rounded to two decimals, nested messages and versions left out.
Cells CellsForReading(const google::protobuf::Message& message, Language language);

// For a file: every field by its full path, nested messages opened up, lists joined by `;`, numbers
// with all their digits.
Cells CellsForFiles(const google::protobuf::Message& message);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_CELLS_H_
