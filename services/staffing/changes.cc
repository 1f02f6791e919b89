#include "services/staffing/changes.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "common/resource/change_log.h"
#include "common/resource/change_seal.h"
#include "common/resource/name.h"
#include "common/resource/page_token.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/cadres.h"

namespace mudiriya::staffing {
namespace {

using resource::ChangePage;

constexpr int32_t kDefaultChanges = 100;
constexpr int32_t kMaxChanges = 1000;
constexpr int32_t kStreamedChanges = 200;
constexpr absl::Duration kPoll = absl::Seconds(1);

absl::StatusOr<std::string> DirectorateIn(const std::string& parent) {
  ASSIGN_OR_RETURN(const resource::ResourceName name,
                   Cadres().pattern().Parent().ParseName(parent, "parent"));
  return name.directorate();
}

std::string FingerprintOf(const v1::ListChangesRequest& request) {
  return resource::Fingerprint({"ListChanges", request.parent(),
                                absl::StrCat(request.after_sequence()), request.resource(),
                                request.resource_type()});
}

// The sequence after which the page begins.
absl::StatusOr<int64_t> PageStart(const v1::ListChangesRequest& request) {
  if (request.page_token().empty()) return request.after_sequence();
  ASSIGN_OR_RETURN(const std::vector<db::Value> key,
                   resource::DecodePageToken(request.page_token(), FingerprintOf(request), 1));
  const int64_t* last = std::get_if<int64_t>(&key.front());
  if (last == nullptr) return InvalidField("page_token", Reason::INVALID_PAGE_TOKEN);
  return *last;
}

bool Wanted(const v1::ListChangesRequest& request, const type::v1::Change& change) {
  return (request.resource().empty() || change.resource() == request.resource()) &&
         (request.resource_type().empty() || change.resource_type() == request.resource_type());
}

}  // namespace

absl::StatusOr<v1::ListChangesResponse> ListChanges(Call& call,
                                                    const v1::ListChangesRequest& request) {
  ASSIGN_OR_RETURN(const std::string directorate, DirectorateIn(request.parent()));
  ASSIGN_OR_RETURN(const int64_t after, PageStart(request));
  RETURN_IF_ERROR(resource::EffectivePageSize(request.page_size()).status());
  const int32_t size =
      request.page_size() == 0 ? kDefaultChanges : std::min(request.page_size(), kMaxChanges);
  ASSIGN_OR_RETURN(ChangePage page, resource::ListChanges(call, directorate, after, size));
  v1::ListChangesResponse response;
  for (type::v1::Change& change : page.changes) {
    if (Wanted(request, change)) *response.add_changes() = std::move(change);
  }
  if (page.more) {
    response.set_next_page_token(
        resource::EncodePageToken(FingerprintOf(request), {page.last_sequence}));
  }
  return response;
}

absl::StatusOr<StreamStep<v1::WatchChangesResponse>> WatchChanges(
    Call& call, const v1::WatchChangesRequest& request, std::string& cursor) {
  ASSIGN_OR_RETURN(const std::string directorate, DirectorateIn(request.parent()));
  int64_t after = request.after_sequence();
  if (!cursor.empty() && !absl::SimpleAtoi(cursor, &after)) after = request.after_sequence();
  ASSIGN_OR_RETURN(ChangePage page,
                   resource::ListChanges(call, directorate, after, kStreamedChanges));
  cursor = absl::StrCat(page.last_sequence);
  StreamStep<v1::WatchChangesResponse> step;
  step.wait = page.more ? absl::ZeroDuration() : kPoll;
  if (page.changes.empty()) return step;
  v1::WatchChangesResponse& message = step.messages.emplace_back();
  for (type::v1::Change& change : page.changes) *message.add_changes() = std::move(change);
  return step;
}

absl::Status SealChanges(Call& call) { return resource::SealAll(call.db(), call.now()).status(); }

}  // namespace mudiriya::staffing
