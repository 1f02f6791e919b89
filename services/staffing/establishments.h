#ifndef MUDIRIYA_SERVICES_STAFFING_ESTABLISHMENTS_H_
#define MUDIRIYA_SERVICES_STAFFING_ESTABLISHMENTS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/establishment.pb.h"
#include "mudiriya/staffing/v1/establishment_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::Establishment>& Establishments();

// The id follows from facility and cadre.
// Returns INVALID_ARGUMENT for references that do not exist or another id.
const RecordRules<v1::Establishment>& EstablishmentRules();

absl::StatusOr<v1::Establishment> GetEstablishment(Call& call,
                                                   const v1::GetEstablishmentRequest& request);
absl::StatusOr<v1::ListEstablishmentsResponse> ListEstablishments(
    Call& call, const v1::ListEstablishmentsRequest& request);
absl::StatusOr<v1::Establishment> CreateEstablishment(
    Call& call, const v1::CreateEstablishmentRequest& request);
absl::StatusOr<v1::Establishment> UpdateEstablishment(
    Call& call, const v1::UpdateEstablishmentRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteEstablishment(
    Call& call, const v1::DeleteEstablishmentRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ESTABLISHMENTS_H_
