#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_DETAILS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_DETAILS_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/text/country_style.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "mudiriya/type/v1/localized_text.pb.h"
#include "services/staffing/level_names.h"

namespace mudiriya::staffing {

// What the moves of one directorate are told with.
struct MoveDetails {
  NamesById facilities;
  NamesById cadres;
  NamesById persons;  // empty for a reader who may not know them
  type::v1::LocalizedText directorate;
  text::CountryStyle style;  // of dates and digits in Arabic
};

// Reads them for these moves, all of the directorate (an id).
absl::StatusOr<MoveDetails> LoadMoveDetails(db::Transaction& tx, absl::string_view directorate,
                                            absl::Span<const v1::AllocationMove> moves,
                                            bool with_persons);

// Whether the caller may know who the moves of the directorate are about.
bool MaySeePersons(const Call& call, absl::string_view directorate);

// Adds names and the reason in the caller's language to moves of one directorate (an id).
absl::Status CompleteMoves(const Call& call, db::Transaction& tx, absl::string_view directorate,
                           absl::Span<v1::AllocationMove> moves);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_DETAILS_H_
