#ifndef MUDIRIYA_SERVICES_STAFFING_REFERENCES_H_
#define MUDIRIYA_SERVICES_STAFFING_REFERENCES_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/status/violations.h"

namespace mudiriya::staffing {

// Names of the registry's resources in the fields of one row: field path and name.
class PlaceReferences {
 public:
  // An empty name is no reference.
  void Add(absl::string_view field, absl::string_view name);

  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

// Asks the registry once for all rows of a directorate, given by id. One status for each row:
// INVALID_ARGUMENT with a violation for each name that lies in another directorate (MISMATCH) or
// does not exist (REFERENCE_NOT_FOUND). Returns UNAVAILABLE if the registry cannot be reached.
absl::StatusOr<std::vector<absl::Status>> CheckPlaces(Call& call, absl::string_view directorate,
                                                      absl::Span<const PlaceReferences> rows);

// How a transaction holds what it has looked up: so that it is not deleted, or alone, so that rules
// over several records of it are checked by one writer at a time.
enum class Keep { kShared, kAlone };

// Those of the cadres, given by id, that exist and are not deleted.
absl::StatusOr<std::set<std::string>> FindCadres(db::Transaction& tx, absl::string_view directorate,
                                                 absl::Span<const std::string> cadres, Keep keep);

// Those of the people, given by id, that exist and are not deleted, with the ids of their cadres.
// Each is kept alone.
absl::StatusOr<std::map<std::string, std::string>> LockPeople(db::Transaction& tx,
                                                              absl::string_view directorate,
                                                              absl::Span<const std::string> people);

// INVALID_ARGUMENT (REFERENCE_NOT_FOUND) at `field`.
absl::Status UnknownReference(absl::string_view field, absl::string_view name);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_REFERENCES_H_
