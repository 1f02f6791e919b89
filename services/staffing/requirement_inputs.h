#ifndef MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_INPUTS_H_
#define MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_INPUTS_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "services/staffing/levels.h"
#include "services/staffing/requirement_formula.h"

namespace mudiriya::staffing {

using CadreRecordsById = std::map<std::string, CadreRecords>;
using FacilityRecordsByKey = std::map<LevelKey, FacilityRecords>;

// What is on record about these cadres (ids), an entry for each of them. Cost: four lists for each
// 512 cadres.
absl::StatusOr<CadreRecordsById> LoadCadreRecords(db::Transaction& tx,
                                                  absl::string_view directorate,
                                                  absl::Span<const std::string> cadres);

// What is on record at these facilities (ids), of whatever cadre; pairs without any record are left
// out. Cost: three lists for each 512 facilities.
absl::StatusOr<FacilityRecordsByKey> LoadFacilityRecords(db::Transaction& tx,
                                                         absl::string_view directorate,
                                                         absl::Span<const std::string> facilities);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_INPUTS_H_
