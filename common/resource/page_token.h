#ifndef MUDIRIYA_COMMON_RESOURCE_PAGE_TOKEN_H_
#define MUDIRIYA_COMMON_RESOURCE_PAGE_TOKEN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/value.h"

namespace mudiriya::resource {

// A page token is base64url of: a checksum, the fingerprint of the query that it continues, and the
// sort key of the last row shown. It holds nothing that the rows did not show, and widens nothing:
// the tenant comes from the request, so it needs no signature.

// 8 bytes that stand for everything that makes two queries the same; each part is taken as it is.
std::string Fingerprint(const std::vector<std::string>& parts);

std::string EncodePageToken(absl::string_view fingerprint, const std::vector<db::Value>& last_key);

// Returns INVALID_ARGUMENT at `page_token`: FOREIGN_PAGE_TOKEN for a token of another query,
// INVALID_PAGE_TOKEN for anything that is no token with `key_size` values.
absl::StatusOr<std::vector<db::Value>> DecodePageToken(absl::string_view token,
                                                       absl::string_view fingerprint,
                                                       size_t key_size);

// The page size to use for the one asked for. Returns INVALID_ARGUMENT if it is negative.
absl::StatusOr<int32_t> EffectivePageSize(int32_t asked);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_PAGE_TOKEN_H_
