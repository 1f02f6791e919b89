#ifndef MUDIRIYA_SERVICES_REGISTRY_REFERENCES_H_
#define MUDIRIYA_SERVICES_REGISTRY_REFERENCES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/db/transaction.h"
#include "common/db/value.h"
#include "google/protobuf/repeated_field.h"

// Whether what a write refers to is there. Each check keeps the row that it found from being
// deleted until the transaction ends (LOCK IN SHARE MODE), so that a reference and the deletion of
// what it refers to can never both succeed.
namespace mudiriya::registry {

// By id. Returns NOT_FOUND if there is no such directorate, or it is deleted.
absl::Status RequireDirectorate(db::Transaction& tx, absl::string_view directorate);

// By name. All return FAILED_PRECONDITION: REFERENCE_NOT_FOUND if there is none, DELETED if it is
// deleted; INVALID_ARGUMENT for a malformed name.
absl::Status RequireArea(db::Transaction& tx, absl::string_view area);
absl::Status RequireFacility(db::Transaction& tx, absl::string_view facility);
absl::Status RequireProgrammes(db::Transaction& tx,
                               const google::protobuf::RepeatedPtrField<std::string>& programmes);

// FAILED_PRECONDITION IN_USE if the query, of one column with an id, finds something; `name` is
// what is in use and `collection` what the id found belongs to.
absl::Status RefuseIfUsed(db::Transaction& tx, absl::string_view name, absl::string_view collection,
                          absl::string_view sql, db::Params params);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_REFERENCES_H_
