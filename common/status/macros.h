#ifndef MUDIRIYA_COMMON_STATUS_MACROS_H_
#define MUDIRIYA_COMMON_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns the error of an absl::Status expression from the enclosing function, which returns
// absl::Status or absl::StatusOr.
#define RETURN_IF_ERROR(...)                             \
  do {                                                   \
    absl::Status mudiriya_status_ = (__VA_ARGS__);       \
    if (!mudiriya_status_.ok()) return mudiriya_status_; \
  } while (false)

// ASSIGN_OR_RETURN(auto row, FindRow(id)): declares or assigns the value of an absl::StatusOr
// expression, or returns its error from the enclosing function. Not for use as the body of an
// `if` without braces: it is more than one statement.
#define ASSIGN_OR_RETURN(left, ...) \
  MUDIRIYA_ASSIGN_OR_RETURN_(MUDIRIYA_CONCAT_(mudiriya_result_, __LINE__), left, __VA_ARGS__)

#define MUDIRIYA_ASSIGN_OR_RETURN_(result, left, ...)    \
  auto result = (__VA_ARGS__);                           \
  if (!(result).ok()) return std::move(result).status(); \
  left = std::move(result).value()

#define MUDIRIYA_CONCAT_(a, b) MUDIRIYA_CONCAT_INNER_(a, b)
#define MUDIRIYA_CONCAT_INNER_(a, b) a##b

#endif  // MUDIRIYA_COMMON_STATUS_MACROS_H_
