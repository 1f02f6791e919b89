#ifndef MUDIRIYA_COMMON_RESOURCE_FIELD_MASK_H_
#define MUDIRIYA_COMMON_RESOURCE_FIELD_MASK_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/resource/copy_field.h"
#include "common/resource/table_shape.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// What an update is to take over from the message that it carries (AIP-134, 161).
struct UpdatePlan {
  std::vector<FieldPath> paths;
  // Whether the client named the paths, instead of `*` or the fields that are set.
  bool named = false;
};

// Paths of the mask: `display_name`, `display_name.ar`; `*` for all that may change; an empty mask
// for the fields that are set in `resource`. Immutable fields are in the plan: see ApplyUpdate.
// Returns INVALID_ARGUMENT INVALID_UPDATE_MASK at `update_mask`, for all bad paths at once:
// unknown, output only, `name` or `etag`, or inside a repeated field or map.
absl::StatusOr<UpdatePlan> PlanUpdate(const google::protobuf::Message& resource,
                                      const google::protobuf::FieldMask& mask);

// Copies the planned fields from `given` to `row`, which holds the stored resource.
// Returns INVALID_ARGUMENT IMMUTABLE_FIELD at `prefix` + path for each immutable field of the table
// that would change. One that was not given keeps its value, unless the client named it.
absl::Status ApplyUpdate(const TableShape& shape, const UpdatePlan& plan,
                         const google::protobuf::Message& given, absl::string_view prefix,
                         google::protobuf::Message& row);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FIELD_MASK_H_
