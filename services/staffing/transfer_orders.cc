#include "services/staffing/transfer_orders.h"

#include <string>
#include <utility>
#include <vector>

#include "common/db/connection.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "google/protobuf/util/time_util.h"
#include "services/staffing/allocation_moves.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/dates.h"
#include "services/staffing/localized_name.h"
#include "services/staffing/places.h"
#include "services/staffing/plan_details.h"
#include "services/staffing/plan_state.h"
#include "services/staffing/row_id.h"
#include "services/staffing/transfer_order_page.h"

namespace mudiriya::staffing {
namespace {

using Plan = v1::AllocationPlan;

// The name by which papers know a resource: its id for want of another.
std::string PaperName(const NamesById& names, absl::string_view resource, Language language) {
  const std::string id(IdOf(resource));
  const auto found = names.find(id);
  const std::string name = found == names.end() ? "" : NameIn(language, found->second);
  return name.empty() ? id : name;
}

TransferOrder OrderOf(const v1::AllocationMove& move, const MoveDetails& details,
                      Language language) {
  TransferOrder order;
  order.number = move.transfer_order_number();
  order.heads = move.head_count();
  if (!move.staff_member().empty()) {
    order.person = PaperName(details.persons, move.staff_member(), language);
  }
  order.cadre = PaperName(details.cadres, move.cadre(), language);
  if (move.cadre() != move.needed_cadre()) {
    order.needed_cadre = PaperName(details.cadres, move.needed_cadre(), language);
  }
  order.from = PaperName(details.facilities, move.from_facility(), language);
  order.to = PaperName(details.facilities, move.to_facility(), language);
  return order;
}

absl::CivilDay DayOf(const google::protobuf::Timestamp& time, absl::TimeZone zone) {
  const int64_t seconds = google::protobuf::util::TimeUtil::TimestampToSeconds(time);
  return absl::ToCivilDay(absl::FromUnixSeconds(seconds), zone);
}

absl::StatusOr<TransferOrderDocument> LoadDocument(db::Transaction& tx,
                                                   const resource::ResourceName& name,
                                                   Language language, absl::TimeZone zone) {
  ASSIGN_OR_RETURN(const Plan plan, AllocationPlans().Get(tx, name));
  RETURN_IF_ERROR(CheckState(plan, {Plan::ORDERED, Plan::EFFECTIVE}));
  ASSIGN_OR_RETURN(const std::vector<v1::AllocationMove> moves, AllMoves(tx, plan.name()));
  ASSIGN_OR_RETURN(const MoveDetails details,
                   LoadMoveDetails(tx, name.directorate(), moves, /*with_persons=*/true));
  TransferOrderDocument document;
  document.language = language;
  document.style = details.style;
  document.directorate = NameIn(language, details.directorate);
  document.plan = NameIn(language, plan.display_name());
  if (document.plan.empty()) document.plan = name.id();
  document.order_day = DayOf(plan.order_time(), zone);
  document.effective_day = ToCivilDay(plan.effective_date()).value_or(document.order_day);
  for (const v1::AllocationMove& move : moves) {
    document.orders.push_back(OrderOf(move, details, language));
  }
  return document;
}

}  // namespace

absl::StatusOr<v1::PrintTransferOrdersResponse> PrintTransferOrders(
    Call& call, const v1::PrintTransferOrdersRequest& request) {
  ASSIGN_OR_RETURN(const resource::ResourceName name,
                   AllocationPlans().pattern().ParseName(request.name()));
  if (!MaySeePersons(call, name.directorate())) {
    return PermissionDenied("staffing.staff_members.read");
  }
  const Language language = ParseLanguageTag(request.language_code()).value_or(Language::kArabic);
  ASSIGN_OR_RETURN(const absl::TimeZone zone,
                   call.service<Places>().TimeZone(call, name.directorate()));
  ASSIGN_OR_RETURN(const TransferOrderDocument document, call.db().Read([&](db::Transaction& tx) {
    return LoadDocument(tx, name, language, zone);
  }));
  v1::PrintTransferOrdersResponse response;
  response.set_html(TransferOrdersHtml(document));
  return response;
}

}  // namespace mudiriya::staffing
