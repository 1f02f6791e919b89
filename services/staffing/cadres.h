#ifndef MUDIRIYA_SERVICES_STAFFING_CADRES_H_
#define MUDIRIYA_SERVICES_STAFFING_CADRES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/staffing/v1/cadre.pb.h"
#include "mudiriya/staffing/v1/cadre_service.pb.h"

namespace mudiriya::staffing {

const resource::Table<v1::Cadre>& Cadres();

absl::StatusOr<v1::Cadre> GetCadre(Call& call, const v1::GetCadreRequest& request);
absl::StatusOr<v1::ListCadresResponse> ListCadres(Call& call, const v1::ListCadresRequest& request);
absl::StatusOr<v1::Cadre> CreateCadre(Call& call, const v1::CreateCadreRequest& request);

// A change of `counts_as_skilled` changes the density of every area at once.
absl::StatusOr<v1::Cadre> UpdateCadre(Call& call, const v1::UpdateCadreRequest& request);

// Returns FAILED_PRECONDITION (IN_USE) while people of the cadre are on record.
absl::StatusOr<v1::Cadre> DeleteCadre(Call& call, const v1::DeleteCadreRequest& request);
absl::StatusOr<v1::Cadre> UndeleteCadre(Call& call, const v1::UndeleteCadreRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_CADRES_H_
