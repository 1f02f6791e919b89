#ifndef MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_DERIVATION_H_
#define MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_DERIVATION_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/requirement.pb.h"
#include "services/staffing/levels.h"

namespace mudiriya::staffing {

// The requirement of each pair of facility and cadre, in the order given, derived from the records
// as the transaction sees them: the sources are asked in the directorate's order, and the first
// that has figures answers. Pairs for which none has are returned without `required`. Pairs may
// repeat.
//
// ESTIMATED is the mean over the other facilities of the type in the district that have a
// requirement from another source; a facility whose own requirement changes therefore changes those
// estimated from it.
//
// Cost: a fixed number of statements for each 512 facilities and 512 cadres, and as many again for
// each district and type in which something is estimated.
absl::StatusOr<std::vector<v1::Requirement>> DeriveRequirements(db::Transaction& tx,
                                                                absl::string_view directorate,
                                                                absl::Span<const LevelKey> keys);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_DERIVATION_H_
