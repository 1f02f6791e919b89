#include "common/resource/message_rules.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/resource/field_behavior.h"
#include "common/status/macros.h"
#include "google/api/resource.pb.h"
#include "mudiriya/options/v1/options.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using options::v1::Rules;

absl::Status Misfit(const FieldDescriptor& field, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(field.full_name(), ": ", problem));
}

bool IsText(const FieldDescriptor& field) {
  return field.is_map() ? field.message_type()->map_value()->type() == FieldDescriptor::TYPE_STRING
                        : field.type() == FieldDescriptor::TYPE_STRING;
}

bool IsNumber(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
    case FieldDescriptor::CPPTYPE_MESSAGE:
    case FieldDescriptor::CPPTYPE_ENUM:
    case FieldDescriptor::CPPTYPE_BOOL:
      return false;
    default:
      return true;
  }
}

absl::Status CheckFit(const FieldDescriptor& field, const Rules& rules) {
  const bool text_rule = rules.has_min_length() || rules.has_max_length() ||
                         !rules.pattern().empty() || rules.multiline();
  const bool number_rule =
      rules.has_min() || rules.has_max() || rules.has_above() || rules.has_below();
  if (text_rule && !IsText(field)) return Misfit(field, "a rule of text on a field that is none");
  if (number_rule && !IsNumber(field)) return Misfit(field, "a bound on a field that is no number");
  if (rules.has_max_items() && !field.is_repeated()) {
    return Misfit(field, "max_items on a field that is not repeated");
  }
  if (rules.specified() && field.cpp_type() != FieldDescriptor::CPPTYPE_ENUM) {
    return Misfit(field, "`specified` on a field that is no enum");
  }
  const bool empty_range =
      (rules.has_min() && rules.has_max() && rules.min() > rules.max()) ||
      (rules.has_min_length() && rules.has_max_length() && rules.min_length() > rules.max_length());
  return empty_range ? Misfit(field, "no value can keep to its bounds") : absl::OkStatus();
}

template <typename T>
std::optional<double> Bound(bool has, T value) {
  if (!has) return std::nullopt;
  return value;
}

absl::Status ReadRules(const FieldDescriptor& field, FieldRules* out) {
  const Rules& rules = field.options().GetExtension(options::v1::rules);
  RETURN_IF_ERROR(CheckFit(field, rules));
  out->min_length = rules.min_length();
  if (rules.has_max_length()) out->max_length = rules.max_length();
  if (!rules.pattern().empty()) {
    out->pattern = std::make_unique<RE2>(rules.pattern(), RE2::Quiet);
    if (!out->pattern->ok()) return Misfit(field, "its pattern is no regular expression");
  }
  out->multiline = rules.multiline();
  out->min = Bound(rules.has_min(), rules.min());
  out->max = Bound(rules.has_max(), rules.max());
  out->above = Bound(rules.has_above(), rules.above());
  out->below = Bound(rules.has_below(), rules.below());
  out->bounded = out->min || out->max || out->above || out->below;
  if (rules.has_max_items()) out->max_items = rules.max_items();
  out->specified = rules.specified();
  return absl::OkStatus();
}

absl::Status ReadReference(const FieldDescriptor& field, FieldRules* out) {
  const auto& option = field.options().GetExtension(google::api::resource_reference);
  out->is_reference = !option.type().empty() || !option.child_type().empty();
  if (!out->is_reference) return absl::OkStatus();
  if (!IsText(field)) return Misfit(field, "a resource_reference on a field that is no text");
  const bool is_parent = !option.child_type().empty();
  auto pattern = ResourcePattern::OfType(is_parent ? option.child_type() : option.type());
  if (pattern.ok() && is_parent) {
    if (pattern->collections().size() < 2) return Misfit(field, "its child type has no parent");
    pattern = pattern->Parent();
  }
  if (pattern.ok()) out->reference = *std::move(pattern);
  // A list reads across: its request has pages.
  const bool is_list = field.containing_type()->FindFieldByName("page_token") != nullptr;
  out->any_id_allowed = is_list && field.name() == "parent";
  return absl::OkStatus();
}

KnownMessage KnownMessageOf(const Descriptor& message) {
  const std::string& name = message.full_name();
  if (name == "google.type.Date") return KnownMessage::kDate;
  if (name == "google.protobuf.Timestamp") return KnownMessage::kTimestamp;
  if (name == "google.type.LatLng") return KnownMessage::kLatLng;
  if (name == "mudiriya.type.v1.LocalizedText") return KnownMessage::kLocalizedText;
  return KnownMessage::kNone;
}

absl::StatusOr<FieldRules> CompileField(const FieldDescriptor& field, RuleSet* set) {
  FieldRules rules;
  rules.field = &field;
  rules.required = HasBehavior(field, google::api::REQUIRED);
  rules.output_only = HasBehavior(field, google::api::OUTPUT_ONLY);
  RETURN_IF_ERROR(ReadRules(field, &rules));
  RETURN_IF_ERROR(ReadReference(field, &rules));
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field.is_map()) {
    ASSIGN_OR_RETURN(rules.nested, CompileMessage(*field.message_type(), set));
  }
  return rules;
}

void ReadResource(const Descriptor& message, MessageRules* rules) {
  auto pattern = ResourcePattern::Of(message);
  if (!pattern.ok()) return;
  rules->name = message.FindFieldByName("name");
  rules->name_pattern = *std::move(pattern);
}

void FindUpdate(const Descriptor& message, MessageRules* rules) {
  rules->update_mask = message.FindFieldByName("update_mask");
  if (rules->update_mask == nullptr) return;
  for (const FieldRules& field : rules->fields) {
    if (field.nested != nullptr && field.nested->name != nullptr) rules->updated = field.field;
  }
}

}  // namespace

absl::StatusOr<const MessageRules*> CompileMessage(const Descriptor& message, RuleSet* set) {
  std::unique_ptr<MessageRules>& slot = (*set)[&message];
  if (slot != nullptr) return slot.get();
  slot = std::make_unique<MessageRules>();
  MessageRules* rules = slot.get();
  rules->type = &message;
  rules->known = KnownMessageOf(message);
  ReadResource(message, rules);
  for (int i = 0; i < message.field_count(); ++i) {
    ASSIGN_OR_RETURN(FieldRules field, CompileField(*message.field(i), set));
    rules->fields.push_back(std::move(field));
  }
  FindUpdate(message, rules);
  return rules;
}

}  // namespace mudiriya::resource
