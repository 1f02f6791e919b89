#ifndef MUDIRIYA_SERVICES_REGISTRY_DIRECTORATES_H_
#define MUDIRIYA_SERVICES_REGISTRY_DIRECTORATES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/directorate.pb.h"
#include "mudiriya/registry/v1/directorate_service.pb.h"

// Directorates, the tenants. The contract says what each method returns.
namespace mudiriya::registry {

const resource::Table<v1::Directorate>& Directorates();

// What a write of a directorate keeps to: a known time zone, each language and weekend day once; no
// deletion while areas or facilities remain. Fills in the defaults: Arabic, Friday and Saturday.
resource::Hooks<v1::Directorate> DirectorateHooks();

absl::StatusOr<v1::Directorate> CreateDirectorate(Call& call,
                                                  const v1::CreateDirectorateRequest& request);
absl::StatusOr<v1::Directorate> GetDirectorate(Call& call,
                                               const v1::GetDirectorateRequest& request);
absl::StatusOr<v1::ListDirectoratesResponse> ListDirectorates(
    Call& call, const v1::ListDirectoratesRequest& request);
absl::StatusOr<v1::Directorate> UpdateDirectorate(Call& call,
                                                  const v1::UpdateDirectorateRequest& request);
absl::StatusOr<v1::Directorate> DeleteDirectorate(Call& call,
                                                  const v1::DeleteDirectorateRequest& request);
absl::StatusOr<v1::Directorate> UndeleteDirectorate(Call& call,
                                                    const v1::UndeleteDirectorateRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_DIRECTORATES_H_
