#ifndef MUDIRIYA_SERVICES_STAFFING_PLACE_AREAS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACE_AREAS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "common/resource/list_query.h"
#include "mudiriya/registry/v1/area.pb.h"
#include "mudiriya/type/v1/localized_text.pb.h"

namespace mudiriya::staffing {

// An area as staffing knows it, in the table place_area.
struct PlaceArea {
  std::string id;
  std::string path;  // ids from the top to the area itself: "/eg25/eg2504/"
  int64_t depth = 0;
  type::v1::LocalizedText display_name;
  std::optional<int64_t> population;  // its own count, or the whole sum over its children
};
using AreasById = std::map<std::string, PlaceArea>;

// The areas of the registry, with their paths. One whose parent is not among them is a root.
std::vector<PlaceArea> ArrangeAreas(const std::vector<registry::v1::Area>& areas);

// Stores the areas of a directorate in place of those that were known.
absl::Status StoreAreas(db::Transaction& tx, absl::string_view directorate,
                        absl::Span<const PlaceArea> areas);

absl::StatusOr<AreasById> LoadAreas(db::Transaction& tx, absl::string_view directorate);

// The ids among these that are known areas.
absl::StatusOr<std::vector<std::string>> FindAreas(db::Transaction& tx,
                                                   absl::string_view directorate,
                                                   absl::Span<const std::string> ids);

// The id of the ancestor of `area` at a depth; its own id if it lies above that.
std::string AncestorAt(const PlaceArea& area, int64_t depth);

// Whether `area` is `top` or lies below it.
bool IsInside(const PlaceArea& area, const PlaceArea& top);

// `column IN (…)` for the areas of the subtree of `area` (an id).
resource::Condition InSubtree(absl::string_view column, absl::string_view directorate,
                              absl::string_view area);

// `facility_id IN (…)` for the facilities of that subtree.
resource::Condition FacilityInSubtree(absl::string_view directorate, absl::string_view area);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACE_AREAS_H_
