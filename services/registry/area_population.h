#ifndef MUDIRIYA_SERVICES_REGISTRY_AREA_POPULATION_H_
#define MUDIRIYA_SERVICES_REGISTRY_AREA_POPULATION_H_

#include <string>

#include "absl/status/status.h"
#include "common/db/transaction.h"
#include "mudiriya/registry/v1/area.pb.h"

// Derived populations: an area without a count of its own has the sum of its children, own or again
// derived. The sum is incomplete if some child has none, or an incomplete one; without any
// population below there is no sum. Stored, so that lists can show and sort it.
namespace mudiriya::registry {

// Sets population_derived and population_incomplete of an area whose row is locked.
absl::Status FillDerivedPopulation(db::Transaction& tx, const std::string& directorate,
                                   const std::string& id, v1::Area& area);

// Computes those of the stored area `id` ("" for none), and of the areas above it as far as they
// change. Locks each row before it sums, from below to above, so that of two writers under one
// parent the later one sums both of their writes.
absl::Status RefreshDerivedPopulation(db::Transaction& tx, const std::string& directorate,
                                      std::string id);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_AREA_POPULATION_H_
