#ifndef MUDIRIYA_SERVICES_STAFFING_COMMON_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_COMMON_RULES_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "common/status/macros.h"
#include "services/staffing/record_rules.h"
#include "services/staffing/references.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {

// Rules that many records share; each is a function for a field of RecordRules.

// Refuses rows whose field `cadre` names none that exists. Rows that keep their cadre are not asked
// about it.
template <typename M>
absl::Status CheckCadres(db::Transaction& tx, absl::string_view field, const WriteScope& scope,
                         absl::Span<RowWrite<M>> batch, Keep keep = Keep::kShared) {
  const auto asks = [keep](const RowWrite<M>& row) {
    if (row.refused()) return false;
    return keep == Keep::kAlone || row.old == nullptr || row.old->cadre() != row.next->cadre();
  };
  std::vector<std::string> ids;
  for (const RowWrite<M>& row : batch) {
    if (asks(row)) ids.emplace_back(IdOf(row.next->cadre()));
  }
  ASSIGN_OR_RETURN(const std::set<std::string> found, FindCadres(tx, scope.directorate, ids, keep));
  for (RowWrite<M>& row : batch) {
    if (asks(row) && found.count(std::string(IdOf(row.next->cadre()))) == 0) {
      row.refusal = UnknownReference(field, row.next->cadre());
    }
  }
  return absl::OkStatus();
}

// Touches the level of the row's facility and cadre, which never change.
template <typename M>
absl::Status TouchPairs(db::Transaction&, const WriteScope&, absl::Span<const RowChange<M>> changes,
                        Touched& touched) {
  for (const RowChange<M>& change : changes) {
    const M& row = change.either();
    touched.keys.push_back({std::string(IdOf(row.facility())), std::string(IdOf(row.cadre()))});
  }
  return absl::OkStatus();
}

// Touches all levels of the row's cadre, which never changes.
template <typename M>
absl::Status TouchCadres(db::Transaction&, const WriteScope&,
                         absl::Span<const RowChange<M>> changes, Touched& touched) {
  for (const RowChange<M>& change : changes) touched.cadres.emplace(IdOf(change.either().cadre()));
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_COMMON_RULES_H_
