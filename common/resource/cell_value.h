#ifndef MUDIRIYA_COMMON_RESOURCE_CELL_VALUE_H_
#define MUDIRIYA_COMMON_RESOURCE_CELL_VALUE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "common/resource/copy_field.h"
#include "common/resource/name.h"
#include "common/resource/validate_value.h"
#include "common/text/number_text.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// A field that a cell of a table fills.
struct CellField {
  FieldPath path;
  std::optional<ResourcePattern> reference;  // of a field that holds a resource name
  std::string directorate;                   // in which an id alone is looked for
  text::DecimalMark decimal_mark = text::DecimalMark::kPoint;
};

// Sets the field as a person wrote it: numbers and dates in any of the region's forms, yes and no
// in three languages, enum values by name, elements of a repeated field separated by ; | or ،
// messages as JSON. An empty cell clears the field.
std::optional<Fault> SetCell(const CellField& field, absl::string_view cell,
                             google::protobuf::Message& message);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_CELL_VALUE_H_
