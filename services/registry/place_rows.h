#ifndef MUDIRIYA_SERVICES_REGISTRY_PLACE_ROWS_H_
#define MUDIRIYA_SERVICES_REGISTRY_PLACE_ROWS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/db/transaction.h"
#include "mudiriya/registry/v1/facility_place.pb.h"
#include "services/registry/place_ranks.h"

namespace mudiriya::registry {

// All that places of one directorate are made of, as of one snapshot, deleted rows left out.
struct PlaceRows {
  std::map<std::string, AreaFacts> areas;
  std::vector<FacilityFacts> facilities;  // by id
  std::vector<v1::FacilityPlace>
      facility_places;   // of the same facilities: what needs no computing
  int64_t sequence = 0;  // the last sealed change; all changes up to it are in the rows
};

// `directorate` is an id.
absl::StatusOr<PlaceRows> ReadPlaceRows(db::Transaction& tx, const std::string& directorate);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_PLACE_ROWS_H_
