#ifndef MUDIRIYA_SERVICES_STAFFING_PLACES_COPY_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACES_COPY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/db/transaction.h"
#include "mudiriya/registry/v1/area.pb.h"
#include "mudiriya/registry/v1/directorate.pb.h"
#include "mudiriya/registry/v1/facility_place.pb.h"

namespace mudiriya::staffing {

// What is known of a directorate itself.
struct PlaceDirectorate {
  std::string time_zone;  // IANA, e.g. "Africa/Cairo"
  bool deleted = false;
  int64_t sequence = 0;  // how far the registry's log has been followed
};

// Empty if nothing was ever copied.
absl::StatusOr<std::optional<PlaceDirectorate>> FindDirectorate(db::Transaction& tx,
                                                                absl::string_view directorate);

// All that the registry says of a directorate.
struct PlacesSnapshot {
  registry::v1::Directorate directorate;
  std::vector<registry::v1::Area> areas;
  std::vector<registry::v1::FacilityPlace> facilities;
  int64_t sequence = 0;  // up to which changes are known to it
};

// Makes the copy of a directorate (an id) what the snapshot says, with all that follows for levels:
// those of new, deleted, moved and otherwise changed facilities are computed anew, all are priced
// by the new ranks. Writes only what differs. Does nothing if the copy has moved on from `expected`
// (what FindDirectorate found before): somebody else has stored a snapshot.
absl::Status StoreSnapshot(db::Transaction& tx, absl::string_view directorate,
                           const std::optional<PlaceDirectorate>& expected,
                           const PlacesSnapshot& snapshot, absl::Time now);

// Notes that changes up to `sequence` concern nothing of the copy.
absl::Status SkipChanges(db::Transaction& tx, absl::string_view directorate, int64_t expected,
                         int64_t sequence);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACES_COPY_H_
