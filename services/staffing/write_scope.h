#ifndef MUDIRIYA_SERVICES_STAFFING_WRITE_SCOPE_H_
#define MUDIRIYA_SERVICES_STAFFING_WRITE_SCOPE_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "google/protobuf/field_mask.pb.h"
#include "services/staffing/levels.h"

namespace mudiriya::staffing {

class IdentityCipher;

// What a write to staffing records must learn before its transaction opens, shared by its hooks.
struct WriteScope {
  std::string directorate;  // id
  absl::CivilDay today;     // in the directorate
  int public_holidays = 0;  // of this year, on working days; asked for by working times alone

  // For people alone: the national ids to be stored, by resource name, which are taken out of the
  // rows so that no answer holds them; and what seals them.
  std::map<std::string, std::string> national_ids;
  const IdentityCipher* cipher = nullptr;
};

// Asks for the day in a directorate.
// Returns NOT_FOUND if there is no such directorate, UNAVAILABLE if the registry cannot be reached.
absl::StatusOr<WriteScope> OpenScope(Call& call, absl::string_view directorate);

// Whose levels a write has changed.
struct Touched {
  std::vector<LevelKey> keys;
  std::set<std::string> cadres;  // ids: those of all of their facilities
};

// Brings these levels up to date in the transaction of the write.
absl::Status Refresh(db::Transaction& tx, const WriteScope& scope, const Touched& touched);

// Whether an update with this mask writes the field: the mask is empty, `*`, or names it or
// something inside of it. References that are sent along but not written are not checked.
bool Writes(const google::protobuf::FieldMask& mask, absl::string_view field);

// The mask of a creation, which writes all fields.
const google::protobuf::FieldMask& AllFields();

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_WRITE_SCOPE_H_
