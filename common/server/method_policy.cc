#include "common/server/method_policy.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/call/roles.h"
#include "common/status/macros.h"
#include "mudiriya/options/v1/options.pb.h"

namespace mudiriya::server {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

absl::Status Refuse(const MethodDescriptor& method, absl::string_view why) {
  return absl::FailedPreconditionError(absl::StrCat(method.full_name(), ": ", why));
}

const FieldDescriptor* TextField(const Descriptor& message, const char* name) {
  const FieldDescriptor* field = message.FindFieldByName(name);
  const bool text = field != nullptr && field->type() == FieldDescriptor::TYPE_STRING;
  return text ? field : nullptr;
}

// `<resource>.name` of an update: the only message of the request that has a name.
FieldPath NameOfResource(const Descriptor& request) {
  if (request.FindFieldByName("update_mask") == nullptr) return {};
  for (int i = 0; i < request.field_count(); ++i) {
    const FieldDescriptor* field = request.field(i);
    if (field->message_type() == nullptr || field->is_repeated()) continue;
    const FieldDescriptor* name = TextField(*field->message_type(), "name");
    if (name != nullptr) return {field, name};
  }
  return {};
}

FieldPath OwnName(const Descriptor& request) {
  for (const char* candidate : {"parent", "name", "directorate"}) {
    const FieldDescriptor* field = TextField(request, candidate);
    if (field != nullptr && !field->is_repeated()) return {field};
  }
  return NameOfResource(request);
}

// Only who may create any directorate is not asked in which.
bool CreatesDirectorate(const Descriptor& request) {
  return request.FindFieldByName("directorate_id") != nullptr;
}

}  // namespace

std::string PathText(const FieldPath& path) {
  return absl::StrJoin(path, ".", [](std::string* out, const FieldDescriptor* field) {
    out->append(field->name());
  });
}

std::vector<FieldPath> DirectorateNames(const Descriptor& request) {
  std::vector<FieldPath> paths;
  if (FieldPath own = OwnName(request); !own.empty()) paths.push_back(std::move(own));
  const FieldDescriptor* names = TextField(request, "names");
  if (names != nullptr && names->is_repeated()) paths.push_back({names});
  const FieldDescriptor* batch = request.FindFieldByName("requests");
  if (batch == nullptr || batch->message_type() == nullptr) return paths;
  if (batch->message_type() == &request) return paths;
  for (FieldPath& inner : DirectorateNames(*batch->message_type())) {
    inner.insert(inner.begin(), batch);
    paths.push_back(std::move(inner));
  }
  return paths;
}

absl::StatusOr<PolicyTable> PolicyTable::Read(absl::Span<const std::string> contracts,
                                              const google::protobuf::DescriptorPool& pool) {
  PolicyTable table;
  for (const std::string& contract : contracts) {
    const ServiceDescriptor* service = pool.FindServiceByName(contract);
    if (service == nullptr) {
      return absl::FailedPreconditionError(absl::StrCat("there is no contract ", contract));
    }
    for (int i = 0; i < service->method_count(); ++i) {
      RETURN_IF_ERROR(table.Add(*service->method(i)));
    }
  }
  return table;
}

absl::Status PolicyTable::Add(const MethodDescriptor& method) {
  const Descriptor* request = method.input_type();
  const std::string& permission = method.options().GetExtension(options::v1::permission);
  if (permission.empty()) return Refuse(method, "it declares no permission");
  if (!IsPermission(permission)) {
    return Refuse(method, absl::StrCat("`", permission, "` is not service.resource.verb"));
  }
  if (method.client_streaming()) return Refuse(method, "streams of requests are not served");
  if (by_request_.contains(request)) {
    return Refuse(method, absl::StrCat(request->full_name(), " is taken by another method"));
  }
  absl::StatusOr<resource::MethodRules> rules = resource::MethodRules::Compile(request);
  if (!rules.ok()) return Refuse(method, rules.status().message());
  const bool reads = absl::EndsWith(permission, ".read");
  std::vector<FieldPath> names = DirectorateNames(*request);
  if (names.empty() && !reads && !CreatesDirectorate(*request)) {
    return Refuse(method, "it writes, and its request names no directorate");
  }
  policies_.push_back(std::make_unique<const MethodPolicy>(
      MethodPolicy{method.full_name(), permission, reads, std::move(names), *std::move(rules)}));
  by_request_.emplace(request, policies_.back().get());
  return absl::OkStatus();
}

const MethodPolicy* PolicyTable::Find(const google::protobuf::Message& request) const {
  const auto found = by_request_.find(request.GetDescriptor());
  return found == by_request_.end() ? nullptr : found->second;
}

}  // namespace mudiriya::server
