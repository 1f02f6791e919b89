#ifndef MUDIRIYA_SERVICES_STAFFING_CADRES_H_
#define MUDIRIYA_SERVICES_STAFFING_CADRES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/staffing/v1/cadre.pb.h"
#include "mudiriya/staffing/v1/cadre_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::Cadre>& Cadres();

// Returns FAILED_PRECONDITION (IN_USE) for a deletion while people of the cadre are on record. A
// change of `counts_as_skilled` changes the density of every area at once.
const RecordRules<v1::Cadre>& CadreRules();

absl::StatusOr<v1::Cadre> GetCadre(Call& call, const v1::GetCadreRequest& request);
absl::StatusOr<v1::ListCadresResponse> ListCadres(Call& call, const v1::ListCadresRequest& request);
absl::StatusOr<v1::Cadre> CreateCadre(Call& call, const v1::CreateCadreRequest& request);
absl::StatusOr<v1::Cadre> UpdateCadre(Call& call, const v1::UpdateCadreRequest& request);
absl::StatusOr<v1::Cadre> DeleteCadre(Call& call, const v1::DeleteCadreRequest& request);
absl::StatusOr<v1::Cadre> UndeleteCadre(Call& call, const v1::UndeleteCadreRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_CADRES_H_
