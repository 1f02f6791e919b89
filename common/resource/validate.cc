#include "common/resource/validate.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/resource/field_behavior.h"
#include "common/resource/message_rules.h"
#include "common/resource/validate_value.h"
#include "common/status/macros.h"
#include "google/protobuf/field_mask.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::Reflection;

// Where in the request we are; made text only when there is something to report.
struct Place {
  const Place* around = nullptr;
  absl::string_view field = {};
  int index = -1;

  std::string Text() const {
    std::string text = around == nullptr ? "" : around->Text();
    if (!text.empty() && !field.empty()) text += '.';
    absl::StrAppend(&text, field);
    if (index >= 0) absl::StrAppend(&text, "[", index, "]");
    return text;
  }
};

double NumberAt(const Message& message, const FieldDescriptor* field, int i) {
  const Reflection& reflection = *message.GetReflection();
  const bool one = i < 0;
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return one ? reflection.GetInt32(message, field)
                 : reflection.GetRepeatedInt32(message, field, i);
    case FieldDescriptor::CPPTYPE_INT64:
      return one ? reflection.GetInt64(message, field)
                 : reflection.GetRepeatedInt64(message, field, i);
    case FieldDescriptor::CPPTYPE_UINT32:
      return one ? reflection.GetUInt32(message, field)
                 : reflection.GetRepeatedUInt32(message, field, i);
    case FieldDescriptor::CPPTYPE_UINT64:
      return one ? reflection.GetUInt64(message, field)
                 : reflection.GetRepeatedUInt64(message, field, i);
    case FieldDescriptor::CPPTYPE_FLOAT:
      return one ? reflection.GetFloat(message, field)
                 : reflection.GetRepeatedFloat(message, field, i);
    default:
      return one ? reflection.GetDouble(message, field)
                 : reflection.GetRepeatedDouble(message, field, i);
  }
}

class Validator {
 public:
  void CheckMessage(const MessageRules& rules, const Message& message, const Place& place) {
    if (auto fault = CheckKnown(rules.known, message)) Add(place, *std::move(fault));
    for (const FieldRules& field : rules.fields) {
      if (field.output_only) continue;
      const Place here{&place, field.field->name()};
      if (field.field == rules.updated) {
        CheckUpdated(rules, field, message, here);
      } else {
        CheckField(field, message, here);
      }
    }
  }

  Violations Take() { return std::move(violations_); }

 private:
  void Add(const Place& place, Fault fault) {
    violations_.Add(place.Text(), fault.reason, fault.arguments);
  }

  void CheckField(const FieldRules& rules, const Message& message, const Place& place) {
    if (IsMissing(rules, message)) {
      if (rules.required) return Add(place, {Reason::REQUIRED, {}});
      if (!rules.specified) return;
    }
    if (rules.field->is_map()) return CheckMap(rules, message, place);
    if (rules.field->is_repeated()) return CheckRepeated(rules, message, place);
    CheckValue(rules, message, -1, place);
  }

  // Numbers and booleans without presence are never missing: 0 and false are values.
  static bool IsMissing(const FieldRules& rules, const Message& message) {
    const FieldDescriptor* field = rules.field;
    const bool can_tell = field->has_presence() || field->is_repeated() ||
                          field->cpp_type() == FieldDescriptor::CPPTYPE_STRING ||
                          field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM;
    if (!can_tell) return false;
    if (!IsSet(message, field)) return true;
    return rules.nested != nullptr && !field->is_repeated() &&
           IsEmptyKnown(rules.nested->known, message.GetReflection()->GetMessage(message, field));
  }

  void CheckRepeated(const FieldRules& rules, const Message& message, const Place& place) {
    const int size = message.GetReflection()->FieldSize(message, rules.field);
    if (static_cast<uint32_t>(size) > rules.max_items) {
      return Add(place, {Reason::TOO_MANY_ITEMS, {{"max", rules.max_items}}});
    }
    for (int i = 0; i < size; ++i) CheckValue(rules, message, i, Place{&place, {}, i});
  }

  // Keys and values; those of messages are not looked into.
  void CheckMap(const FieldRules& rules, const Message& message, const Place& place) {
    const Reflection& reflection = *message.GetReflection();
    const int size = reflection.FieldSize(message, rules.field);
    if (static_cast<uint32_t>(size) > rules.max_items) {
      return Add(place, {Reason::TOO_MANY_ITEMS, {{"max", rules.max_items}}});
    }
    const auto* entry_type = rules.field->message_type();
    for (int i = 0; i < size; ++i) {
      const Message& entry = reflection.GetRepeatedMessage(message, rules.field, i);
      for (const FieldDescriptor* part : {entry_type->map_key(), entry_type->map_value()}) {
        if (part->type() != FieldDescriptor::TYPE_STRING) continue;
        const std::string text = entry.GetReflection()->GetString(entry, part);
        if (text.empty()) continue;
        if (auto fault = CheckText(rules, text)) Add(place, *std::move(fault));
      }
    }
  }

  void CheckValue(const FieldRules& rules, const Message& message, int i, const Place& place) {
    const FieldDescriptor* field = rules.field;
    const Reflection& reflection = *message.GetReflection();
    std::optional<Fault> fault;
    switch (field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING: {
        if (field->type() != FieldDescriptor::TYPE_STRING) return;
        std::string scratch;
        const std::string& text =
            i < 0 ? reflection.GetStringReference(message, field, &scratch)
                  : reflection.GetRepeatedStringReference(message, field, i, &scratch);
        if (!text.empty() || i >= 0) fault = CheckText(rules, text);
        break;
      }
      case FieldDescriptor::CPPTYPE_ENUM:
        fault = CheckEnum(rules, i < 0 ? reflection.GetEnumValue(message, field)
                                       : reflection.GetRepeatedEnumValue(message, field, i));
        break;
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return CheckMessage(*rules.nested,
                            i < 0 ? reflection.GetMessage(message, field)
                                  : reflection.GetRepeatedMessage(message, field, i),
                            place);
      case FieldDescriptor::CPPTYPE_BOOL:
        return;
      default:
        fault = CheckNumber(rules, NumberAt(message, field, i));
    }
    if (fault.has_value()) Add(place, *std::move(fault));
  }

  // The resource of an update request: only what the mask takes over is judged.
  void CheckUpdated(const MessageRules& request_rules, const FieldRules& rules,
                    const Message& request, const Place& place) {
    if (IsMissing(rules, request)) return Add(place, {Reason::REQUIRED, {}});
    const Message& resource = request.GetReflection()->GetMessage(request, rules.field);
    CheckName(*rules.nested, resource, place);
    Validator inner;
    inner.CheckMessage(*rules.nested, resource, Place());
    const auto& mask = static_cast<const FieldMask&>(
        request.GetReflection()->GetMessage(request, request_rules.update_mask));
    const std::string prefix = absl::StrCat(place.Text(), ".");
    for (const Violation& violation : inner.violations_.entries()) {
      if (!IsJudged(violation, mask) || violation.field == "name") continue;
      violations_.Add(prefix + violation.field, violation.reason, violation.arguments);
    }
  }

  void CheckName(const MessageRules& rules, const Message& resource, const Place& place) {
    const std::string name = resource.GetReflection()->GetString(resource, rules.name);
    const Place here{&place, "name"};
    if (name.empty()) return Add(here, {Reason::REQUIRED, {}});
    if (rules.name_pattern->Matches(name)) return;
    Add(here, {Reason::INVALID_NAME, {{"pattern", rules.name_pattern->text()}}});
  }

  static bool IsJudged(const Violation& violation, const FieldMask& mask) {
    if (mask.paths().empty()) {
      const bool top_level = !absl::StrContains(violation.field, '.');
      return violation.reason != Reason::REQUIRED || !top_level;
    }
    for (const std::string& path : mask.paths()) {
      if (path == "*" || violation.field == path) return true;
      if (absl::StartsWith(violation.field, path + ".") ||
          absl::StartsWith(violation.field, path + "[")) {
        return true;
      }
    }
    return false;
  }

  Violations violations_;
};

void Clear(const MessageRules& rules, Message& message) {
  const Reflection& reflection = *message.GetReflection();
  for (const FieldRules& field : rules.fields) {
    if (!IsSet(message, field.field)) continue;
    if (field.output_only) {
      const std::string& name = field.field->name();
      if (name != "name" && name != "etag") reflection.ClearField(&message, field.field);
    } else if (field.nested != nullptr && field.field->is_repeated()) {
      for (int i = 0; i < reflection.FieldSize(message, field.field); ++i) {
        Clear(*field.nested, *reflection.MutableRepeatedMessage(&message, field.field, i));
      }
    } else if (field.nested != nullptr) {
      Clear(*field.nested, *reflection.MutableMessage(&message, field.field));
    }
  }
}

}  // namespace

absl::StatusOr<MethodRules> MethodRules::Compile(const google::protobuf::Descriptor* message) {
  auto set = std::make_shared<RuleSet>();
  ASSIGN_OR_RETURN(const MessageRules* root, CompileMessage(*message, set.get()));
  MethodRules rules;
  rules.rules_ = std::shared_ptr<const MessageRules>(std::move(set), root);
  return rules;
}

Violations Validate(const Message& message, const MethodRules& rules) {
  Validator validator;
  validator.CheckMessage(rules.rules(), message, Place());
  return validator.Take();
}

void ClearOutputOnly(Message& message, const MethodRules& rules) { Clear(rules.rules(), message); }

}  // namespace mudiriya::resource
