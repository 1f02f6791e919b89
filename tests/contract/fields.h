#ifndef MUDIRIYA_TESTS_CONTRACT_FIELDS_H_
#define MUDIRIYA_TESTS_CONTRACT_FIELDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

// Fields of any request by their AIP names, as the contract suite sets and reads them.
namespace mudiriya::testing {

bool HasFieldNamed(const google::protobuf::Message& message, absl::string_view name);
void SetText(google::protobuf::Message& message, absl::string_view name, absl::string_view value);
void SetFlag(google::protobuf::Message& message, absl::string_view name, bool value);
void SetNumber(google::protobuf::Message& message, absl::string_view name, int value);
void SetMask(google::protobuf::Message& message, const std::vector<std::string>& paths);
std::string TextOf(const google::protobuf::Message& message, absl::string_view name);

// Puts the resource into the request's field of its type, and returns that field's name.
std::string SetResource(google::protobuf::Message& request,
                        const google::protobuf::Message& resource);

// The resources of a list's response.
template <typename Resource>
std::vector<Resource> Listed(const google::protobuf::Message& response) {
  std::vector<Resource> rows;
  const auto& type = *response.GetDescriptor();
  for (int f = 0; f < type.field_count(); ++f) {
    const auto* field = type.field(f);
    if (!field->is_repeated() || field->message_type() != Resource::descriptor()) continue;
    for (int i = 0; i < response.GetReflection()->FieldSize(response, field); ++i) {
      rows.push_back(static_cast<const Resource&>(
          response.GetReflection()->GetRepeatedMessage(response, field, i)));
    }
  }
  return rows;
}

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_FIELDS_H_
