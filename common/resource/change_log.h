#ifndef MUDIRIYA_COMMON_RESOURCE_CHANGE_LOG_H_
#define MUDIRIYA_COMMON_RESOURCE_CHANGE_LOG_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/resource/change_seal.h"
#include "mudiriya/type/v1/change.pb.h"

namespace mudiriya::resource {

using type::v1::Change;

// Who writes, and by what; the same for all entries of one call.
struct ChangeOrigin {
  std::string caller;
  std::string method;
  std::string request_id;
  absl::Time time;
};

// The origin of the writes of this call. `request_id` is the request's own field, "" if none.
ChangeOrigin OriginOf(const Call& call, absl::string_view request_id);

// One write to log. `paths` are field mask paths, for UPDATED only.
struct ChangeEntry {
  std::string resource;
  Change::Kind kind = Change::KIND_UNSPECIFIED;
  std::vector<std::string> paths;
};

// Appends to the log of the directorate that the resource's name lies in, in the transaction of the
// write itself. `resource_type` such as `registry.mudiriya.health/Facility` (Table::resource_type).
// The entry has no place in the log until it is sealed, so writers never wait for one another.
absl::Status AppendChange(db::Transaction& tx, const ChangeOrigin& origin,
                          absl::string_view resource, absl::string_view resource_type,
                          Change::Kind kind, std::vector<std::string> paths = {});
// The same for many writes of resources of one type, in statements of up to 512 rows.
absl::Status AppendChanges(db::Transaction& tx, const ChangeOrigin& origin,
                           absl::string_view resource_type, absl::Span<const ChangeEntry> entries);

// A page of a directorate's log in order.
struct ChangePage {
  std::vector<Change> changes;
  // Give it as `after_sequence` for what follows; the argument itself if nothing does.
  int64_t last_sequence = 0;
  // Whether more entries were there already.
  bool more = false;
};

// The sealed entries after a place in the log (0: from the beginning), at most `page_size` of them
// (0: 1000, which is the most). Seals first what has been committed, so that a reader sees each
// write that was answered before it asked. An entry that commits late is sealed later and so gets a
// later place: who reads on from last_sequence misses nothing. Also what a WatchChanges stream
// polls. `signer` as for Seal.
absl::StatusOr<ChangePage> ListChanges(Call& call, absl::string_view directorate,
                                       int64_t after_sequence, int32_t page_size,
                                       const ChangeSigner* signer = nullptr);
// The same on a connection, for a reader that is no call.
absl::StatusOr<ChangePage> ListChanges(db::Connection& connection, absl::string_view directorate,
                                       int64_t after_sequence, int32_t page_size,
                                       const ChangeSigner* signer = nullptr);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_CHANGE_LOG_H_
