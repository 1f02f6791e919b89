#ifndef MUDIRIYA_SERVICES_REGISTRY_AREA_RULES_H_
#define MUDIRIYA_SERVICES_REGISTRY_AREA_RULES_H_

#include "common/resource/hooks.h"
#include "mudiriya/registry/v1/area.pb.h"

namespace mudiriya::registry {

// What a write of an area keeps to:
// - its directorate and its parent are there and not deleted;
// - it does not come to lie below itself (CYCLE), and its level is below its parent's and above its
//   children's (LEVEL_NOT_BELOW_PARENT);
// - it is not deleted while areas or facilities lie in it (IN_USE);
// and what is kept in the same transaction: the paths of the tree, and derived populations.
resource::Hooks<v1::Area> AreaHooks();

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_AREA_RULES_H_
