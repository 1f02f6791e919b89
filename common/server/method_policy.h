#ifndef MUDIRIYA_COMMON_SERVER_METHOD_POLICY_H_
#define MUDIRIYA_COMMON_SERVER_METHOD_POLICY_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "common/resource/validate.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"

namespace mudiriya::server {

// The way from a request to one of its texts, through nested and repeated messages.
using FieldPath = std::vector<const google::protobuf::FieldDescriptor*>;

// "facility.name", "requests.parent".
std::string PathText(const FieldPath& path);

// What a method's contract says about who may call it with what. Immutable.
struct MethodPolicy {
  std::string method;      // "mudiriya.registry.v1.FacilityService.GetFacility"
  std::string permission;  // "registry.facilities.read"

  // Whether the permission's verb is `read`: then `directorates/-` may be asked for.
  bool reads = false;

  // Where the request names resources, and so the directorate; all of them count. Empty for a
  // method on directorates as such: a read answers with those that the caller may see, a write
  // needs the permission in every directorate.
  std::vector<FieldPath> names;

  resource::MethodRules rules;
};

// Where a request of this type names a directorate: `parent`, else `name`, else `directorate`, else
// in an update `<resource>.name`; besides, `names` and those of the batch `requests`.
std::vector<FieldPath> DirectorateNames(const google::protobuf::Descriptor& request);

// The policies of all methods of some contracts, found by the type of the request.
class PolicyTable {
 public:
  // Reads the contracts ("mudiriya.registry.v1.FacilityService") from `pool`.
  // Returns FAILED_PRECONDITION naming the method if it has no permission or a malformed one, takes
  // a stream, shares its request type, or writes without naming a directorate (only the creation of
  // a directorate may); or if a rule does not fit its field; or if a contract is unknown.
  static absl::StatusOr<PolicyTable> Read(absl::Span<const std::string> contracts,
                                          const google::protobuf::DescriptorPool& pool =
                                              *google::protobuf::DescriptorPool::generated_pool());

  // The policy of the method that takes this request; null if none does.
  const MethodPolicy* Find(const google::protobuf::Message& request) const;

  const std::vector<std::unique_ptr<const MethodPolicy>>& all() const { return policies_; }

 private:
  absl::Status Add(const google::protobuf::MethodDescriptor& method);

  std::vector<std::unique_ptr<const MethodPolicy>> policies_;
  absl::flat_hash_map<const google::protobuf::Descriptor*, const MethodPolicy*> by_request_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_METHOD_POLICY_H_
