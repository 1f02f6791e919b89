#ifndef MUDIRIYA_SERVICES_REGISTRY_PROGRAMMES_H_
#define MUDIRIYA_SERVICES_REGISTRY_PROGRAMMES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/programme.pb.h"
#include "mudiriya/registry/v1/programme_service.pb.h"

// Programmes of a ministry's roadmap. The contract says what each method returns; the report is in
// programme_progress.h.
namespace mudiriya::registry {

const resource::Table<v1::Programme>& Programmes();

// What a write of a programme keeps to: it does not end before it starts, its directorate is there.
resource::Hooks<v1::Programme> ProgrammeHooks();

absl::StatusOr<v1::Programme> CreateProgramme(Call& call,
                                              const v1::CreateProgrammeRequest& request);
absl::StatusOr<v1::Programme> GetProgramme(Call& call, const v1::GetProgrammeRequest& request);
absl::StatusOr<v1::ListProgrammesResponse> ListProgrammes(Call& call,
                                                          const v1::ListProgrammesRequest& request);
absl::StatusOr<v1::Programme> UpdateProgramme(Call& call,
                                              const v1::UpdateProgrammeRequest& request);
absl::StatusOr<v1::Programme> DeleteProgramme(Call& call,
                                              const v1::DeleteProgrammeRequest& request);
absl::StatusOr<v1::Programme> UndeleteProgramme(Call& call,
                                                const v1::UndeleteProgrammeRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_PROGRAMMES_H_
