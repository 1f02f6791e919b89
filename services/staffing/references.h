#ifndef MUDIRIYA_SERVICES_STAFFING_REFERENCES_H_
#define MUDIRIYA_SERVICES_STAFFING_REFERENCES_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/status/violations.h"

namespace mudiriya::staffing {

// Names of the registry's resources in fields of a request, to be checked before the transaction.
class PlaceReferences {
 public:
  // `directorate`: the id of the one that they must all lie in.
  explicit PlaceReferences(absl::string_view directorate) : directorate_(directorate) {}

  // An empty name is no reference.
  void Add(absl::string_view field, absl::string_view name);

  // Returns INVALID_ARGUMENT with a violation for each name of another directorate (MISMATCH) and
  // each that does not exist (REFERENCE_NOT_FOUND), UNAVAILABLE if the registry cannot be reached.
  absl::Status Check(Call& call) const;

 private:
  std::string directorate_;
  std::vector<std::pair<std::string, std::string>> references_;  // field, name
};

// The same for a cadre, inside the transaction, which then keeps others from deleting it.
// Returns INVALID_ARGUMENT naming `field` if there is no such cadre in the directorate or it is
// deleted.
absl::Status CheckCadre(db::Transaction& tx, absl::string_view directorate, absl::string_view field,
                        absl::string_view cadre);

// Locks a cadre's row until the transaction ends, so that rules over several records of the cadre
// are checked by one writer at a time. Returns as CheckCadre.
absl::Status LockCadre(db::Transaction& tx, absl::string_view directorate, absl::string_view field,
                       absl::string_view cadre);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_REFERENCES_H_
