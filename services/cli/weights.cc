#include "services/cli/weights.h"

#include <utility>

#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "services/cli/fields.h"

namespace mudiriya::cli {

absl::Status ReadWeights(const std::vector<std::string>& texts,
                         staffing::v1::PriorityWeights& weights) {
  for (const std::string& text : texts) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(text, absl::MaxSplits('=', 1));
    RETURN_IF_ERROR(SetField(weights, parts.first, parts.second, ""));
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::cli
