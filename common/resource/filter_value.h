#ifndef MUDIRIYA_COMMON_RESOURCE_FILTER_VALUE_H_
#define MUDIRIYA_COMMON_RESOURCE_FILTER_VALUE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/value.h"
#include "common/resource/filter_lexer.h"
#include "common/resource/table_shape.h"

namespace mudiriya::resource {

// The value of a filter's term as its column stores it. Returns as CompileFilter does.
absl::StatusOr<db::Value> FilterValue(const ListField& field, const FilterToken& token);

// The JSON text of an element of a repeated field. Returns as CompileFilter does.
absl::StatusOr<std::string> FilterElement(const ListField& field, const FilterToken& token);

// `text` as the pattern of LIKE … ESCAPE '|' that matches itself, with anything before or after.
std::string LikePattern(absl::string_view text, bool open_front, bool open_back);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FILTER_VALUE_H_
