#ifndef MUDIRIYA_COMMON_DB_VALUE_H_
#define MUDIRIYA_COMMON_DB_VALUE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "absl/types/span.h"

namespace mudiriya::db {

// A value on its way to or from the database. Text and blobs are strings (a blob may hold zero
// bytes); DATE and DATETIME(6) travel as text in UTC, "2026-02-09" and "2026-02-09 08:30:00.250000"
// (a fraction of zero comes back without its digits); DECIMAL, and BIGINT UNSIGNED above 2⁶³-1,
// come back as text, because no other type here holds them.
using Value = std::variant<std::nullptr_t, bool, int64_t, double, std::string>;

// The values of a statement's `?` placeholders, in order; at most 65,535.
using Params = absl::Span<const Value>;

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_VALUE_H_
