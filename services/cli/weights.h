#ifndef MUDIRIYA_SERVICES_CLI_WEIGHTS_H_
#define MUDIRIYA_SERVICES_CLI_WEIGHTS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "mudiriya/staffing/v1/gap.pb.h"

namespace mudiriya::cli {

// Reads weights as they are typed: `density=2`, `remoteness=0.5`, `critical=1`.
// Returns INVALID_ARGUMENT if one is not of that form.
absl::Status ReadWeights(const std::vector<std::string>& texts,
                         staffing::v1::PriorityWeights& weights);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_WEIGHTS_H_
