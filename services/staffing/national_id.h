#ifndef MUDIRIYA_SERVICES_STAFFING_NATIONAL_ID_H_
#define MUDIRIYA_SERVICES_STAFFING_NATIONAL_ID_H_

#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "services/staffing/identity_cipher.h"

namespace mudiriya::staffing {

// A national id as it is kept: Arabic-Indic digits made ASCII, spaces and hyphens dropped, letters
// in capitals. Returns INVALID_ARGUMENT naming `field` if 4 to 20 letters and digits do not remain;
// the error never repeats the text.
absl::StatusOr<std::string> CanonicalNationalId(absl::string_view field, absl::string_view text);

// What may be shown of it: all but the last three characters as `•`.
std::string MaskNationalId(absl::string_view canonical);

// Seals the number and stores it in the person's row; an empty one removes what is there.
// `person` is the resource name.
// Returns ALREADY_EXISTS (DUPLICATE_KEY) if another person of the directorate has the number.
absl::Status StoreNationalId(db::Transaction& tx, const IdentityCipher& cipher,
                             absl::string_view person, absl::string_view canonical);

// Removes what is there.
absl::Status RemoveNationalId(db::Transaction& tx, absl::string_view person);

// The numbers of these people in the clear, by their resource names, all of one directorate; people
// who have none are left out.
absl::StatusOr<std::map<std::string, std::string>> LoadNationalIds(
    db::Transaction& tx, const IdentityCipher& cipher, absl::Span<const std::string> people);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_NATIONAL_ID_H_
