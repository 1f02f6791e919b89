#ifndef MUDIRIYA_COMMON_RESOURCE_STANDARD_H_
#define MUDIRIYA_COMMON_RESOURCE_STANDARD_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "common/resource/standard_core.h"
#include "common/resource/table.h"

// The standard methods of the AIPs, once for every resource. A handler is one call of them (see
// table.h); requests are read by the fields' AIP names: `parent`, `name`, `<resource>_id`,
// `<resource>`, `update_mask`, `page_size`, `page_token`, `filter`, `order_by`, `show_deleted`,
// `request_id`, `validate_only`, `etag`, `allow_missing`. A field that the request lacks is unset.
//
// Requests are taken as validated (validate.h) and their directorate as authorised.
namespace mudiriya::resource::standard {

// AIP-131. A soft-deleted resource is returned, with its delete_time (AIP-164).
// Returns INVALID_ARGUMENT for a malformed name, NOT_FOUND if there is no such resource.
template <typename M, typename Request>
absl::StatusOr<M> Get(Call& call, const Table<M>& table, const Request& request) {
  M row;
  absl::Status status = core::Get(call, table, request, row);
  if (!status.ok()) return status;
  return row;
}

// AIP-132, 158, 160. The response has a repeated field of M and `next_page_token`. A request with
// parent `directorates/-`, or of a resource without parent, reads where the caller may:
// call.readable(). Returns INVALID_ARGUMENT for a bad parent, page_size, page_token, filter or
// order_by. `condition` is a service's own condition besides the filter.
template <typename Response, typename M, typename Request>
absl::StatusOr<Response> List(Call& call, const Table<M>& table, const Request& request,
                              const Condition& condition = {}) {
  Response response;
  absl::Status status = core::List(call, table, request, condition, response);
  if (!status.ok()) return status;
  return response;
}

// AIP-133. Without `<resource>_id` an id is generated. Output-only fields of the request are
// ignored. Returns ALREADY_EXISTS if the name (also of a soft-deleted resource) or a unique value
// is taken, INVALID_ARGUMENT for a malformed parent or id. Whether the parent exists is for `hooks`
// to check.
template <typename M, typename Request>
absl::StatusOr<M> Create(Call& call, const Table<M>& table, const Request& request,
                         const Hooks<M>& hooks = {}) {
  M row;
  absl::Status status = core::Create(call, table, request, Untyped(hooks), row);
  if (!status.ok()) return status;
  return row;
}

// AIP-134. Without a mask, the fields that are set; `*` replaces all that may change. A resource
// that already is as asked is returned as it is: no new version, no change log entry.
// Returns NOT_FOUND if there is none (and no allow_missing) or it is soft-deleted, ABORTED
// STALE_ETAG if the etag given is not the current one, INVALID_ARGUMENT for a bad mask.
template <typename M, typename Request>
absl::StatusOr<M> Update(Call& call, const Table<M>& table, const Request& request,
                         const Hooks<M>& hooks = {}) {
  M row;
  absl::Status status = core::Update(call, table, request, Untyped(hooks), row);
  if (!status.ok()) return status;
  return row;
}

// AIP-135, 164. Response is M for a table with delete_time (soft deletion; the deleted resource is
// returned), google.protobuf.Empty for one without (the row is removed).
// Returns NOT_FOUND if there is none or it already is soft-deleted (with allow_missing: OK),
// ABORTED STALE_ETAG if the request's etag is not the current one.
template <typename Response, typename M, typename Request>
absl::StatusOr<Response> Delete(Call& call, const Table<M>& table, const Request& request,
                                const Hooks<M>& hooks = {}) {
  Response response;
  absl::Status status = core::Delete(call, table, request, Untyped(hooks), response);
  if (!status.ok()) return status;
  return response;
}

// AIP-164. Returns NOT_FOUND if there is no such resource, FAILED_PRECONDITION NOT_DELETED if it is
// not soft-deleted, ABORTED STALE_ETAG if the request's etag is not the current one.
template <typename M, typename Request>
absl::StatusOr<M> Undelete(Call& call, const Table<M>& table, const Request& request,
                           const Hooks<M>& hooks = {}) {
  M row;
  absl::Status status = core::Undelete(call, table, request, Untyped(hooks), row);
  if (!status.ok()) return status;
  return row;
}

}  // namespace mudiriya::resource::standard

#endif  // MUDIRIYA_COMMON_RESOURCE_STANDARD_H_
