#ifndef MUDIRIYA_SERVICES_REGISTRY_AREAS_H_
#define MUDIRIYA_SERVICES_REGISTRY_AREAS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/area.pb.h"
#include "mudiriya/registry/v1/area_service.pb.h"

// The tree of areas. The contract says what each method returns; the rules are in area_rules.h.
namespace mudiriya::registry {

const resource::Table<v1::Area>& Areas();

absl::StatusOr<v1::Area> CreateArea(Call& call, const v1::CreateAreaRequest& request);
absl::StatusOr<v1::Area> GetArea(Call& call, const v1::GetAreaRequest& request);
absl::StatusOr<v1::ListAreasResponse> ListAreas(Call& call, const v1::ListAreasRequest& request);
absl::StatusOr<v1::Area> UpdateArea(Call& call, const v1::UpdateAreaRequest& request);
absl::StatusOr<v1::Area> DeleteArea(Call& call, const v1::DeleteAreaRequest& request);
absl::StatusOr<v1::Area> UndeleteArea(Call& call, const v1::UndeleteAreaRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_AREAS_H_
