#ifndef MUDIRIYA_SERVICES_CLI_CATALOGUE_H_
#define MUDIRIYA_SERVICES_CLI_CATALOGUE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"

namespace mudiriya::cli {

// A resource that the contracts declare, and its standard methods; null where it lacks one.
struct ResourceKind {
  std::string type;      // "registry.mudiriya.health/Facility"
  std::string singular;  // "facility"
  std::string plural;    // "facilities"
  std::string pattern;   // "directorates/{directorate}/facilities/{facility}"
  const google::protobuf::Descriptor* message = nullptr;
  const google::protobuf::MethodDescriptor* get = nullptr;
  const google::protobuf::MethodDescriptor* list = nullptr;
  const google::protobuf::MethodDescriptor* create = nullptr;
  const google::protobuf::MethodDescriptor* update = nullptr;
  const google::protobuf::MethodDescriptor* remove = nullptr;
  const google::protobuf::MethodDescriptor* import = nullptr;   // ImportRows of its service
  const google::protobuf::MethodDescriptor* export_ = nullptr;  // ExportRows of its service
};

// All kinds of resources, sorted by plural; read from the compiled descriptors once.
const std::vector<ResourceKind>& Catalogue();

// The kind that a person names: singular or plural, in any spelling (`staffMember`,
// `staff-members`, `staff_member`).
// Returns INVALID_ARGUMENT that lists the kinds if there is no such one.
absl::StatusOr<const ResourceKind*> FindKind(absl::string_view word);

// The kind of a full resource name, e.g. of `directorates/assiut/facilities/f1`.
// Returns INVALID_ARGUMENT if no kind has such names.
absl::StatusOr<const ResourceKind*> FindKindOfName(absl::string_view name);

// A method by service and name, e.g. ("staffing", "GapService", "ListGaps"). Ends the process if
// the contracts lack it: that is a mistake of this program.
const google::protobuf::MethodDescriptor& FindMethod(absl::string_view package,
                                                     absl::string_view service,
                                                     absl::string_view method);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_CATALOGUE_H_
