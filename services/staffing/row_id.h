#ifndef MUDIRIYA_SERVICES_STAFFING_ROW_ID_H_
#define MUDIRIYA_SERVICES_STAFFING_ROW_ID_H_

#include <initializer_list>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace mudiriya::staffing {

// Some records are told apart by what they say, not by a name that somebody chose: a return by its
// facility, cadre and month. Their id is made of these parts, so that saying the same thing twice
// meets the same row and an import can be repeated.

// The last part of a resource name: `nurse` of `directorates/homs/cadres/nurse`.
absl::string_view IdOf(absl::string_view name);

// The name without its last collection and id: `directorates/homs/staffMembers/s1` of
// `directorates/homs/staffMembers/s1/assignments/a1`.
std::string ParentOf(absl::string_view name);

// The parts joined by `--`: `unit-17--nursing--2024-06`. Where that would be longer than an id may
// be (63), or could be read in another way because a part holds `--` itself, its beginning and a
// digest of the parts.
std::string RowId(std::initializer_list<absl::string_view> parts);

// An enum value's name as part of an id: `health-centre` of `HEALTH_CENTRE`.
std::string IdPart(absl::string_view enum_name);

// Returns INVALID_ARGUMENT naming `field` if the id given is not the one that follows from the row.
absl::Status CheckRowId(absl::string_view field, absl::string_view given,
                        absl::string_view expected);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ROW_ID_H_
