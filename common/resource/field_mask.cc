#include "common/resource/field_mask.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/resource/copy_field.h"
#include "common/resource/field_behavior.h"
#include "common/resource/field_value.h"
#include "common/status/violations.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Fields that no update sets.
bool IsFixed(const FieldDescriptor& field) {
  return field.name() == "name" || field.name() == "etag" ||
         HasBehavior(field, google::api::OUTPUT_ONLY);
}

// Empty if the path does not lead to a field that can be changed.
FieldPath Resolve(const Descriptor* at, absl::string_view text) {
  FieldPath path;
  for (absl::string_view part : absl::StrSplit(text, '.')) {
    const FieldDescriptor* field = at == nullptr ? nullptr : at->FindFieldByName(std::string(part));
    if (field == nullptr || (path.empty() && IsFixed(*field)) ||
        HasBehavior(*field, google::api::OUTPUT_ONLY)) {
      return {};
    }
    path.push_back(field);
    const bool has_fields =
        !field->is_repeated() && field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    at = has_fields ? field->message_type() : nullptr;
  }
  return path;
}

UpdatePlan PlanTopLevel(const Message& resource, bool all) {
  UpdatePlan plan;
  const Descriptor& type = *resource.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor* field = type.field(i);
    if (!IsFixed(*field) && (all || IsSet(resource, field))) plan.paths.push_back({field});
  }
  return plan;
}

}  // namespace

absl::StatusOr<UpdatePlan> PlanUpdate(const Message& resource,
                                      const google::protobuf::FieldMask& mask) {
  if (mask.paths().empty()) return PlanTopLevel(resource, /*all=*/false);
  if (mask.paths_size() == 1 && mask.paths(0) == "*") return PlanTopLevel(resource, /*all=*/true);
  UpdatePlan plan;
  plan.named = true;
  Violations violations;
  for (const std::string& text : mask.paths()) {
    FieldPath path = Resolve(resource.GetDescriptor(), text);
    if (path.empty()) {
      violations.Add("update_mask", Reason::INVALID_UPDATE_MASK, {{"path", text}});
    } else {
      plan.paths.push_back(std::move(path));
    }
  }
  if (!violations.empty()) return violations.ToStatus();
  return plan;
}

absl::Status ApplyUpdate(const TableShape& shape, const UpdatePlan& plan, const Message& given,
                         absl::string_view prefix, Message& row) {
  std::unique_ptr<Message> old(row.New());
  old->CopyFrom(row);
  for (const FieldPath& path : plan.paths) CopyField(path, given, row);
  Violations violations;
  for (const StoredField& field : shape.fields) {
    if (!field.immutable || field.is_search()) continue;
    if (ReadField(field, *old) == ReadField(field, row)) continue;
    if (!plan.named && !IsSet(given, field.steps.front())) {
      CopyField(field.steps, *old, row);
    } else {
      violations.Add(absl::StrCat(prefix, field.column.path()), Reason::IMMUTABLE_FIELD);
    }
  }
  return violations.ToStatus();
}

}  // namespace mudiriya::resource
