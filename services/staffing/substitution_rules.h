#ifndef MUDIRIYA_SERVICES_STAFFING_SUBSTITUTION_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_SUBSTITUTION_RULES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/substitution_rule.pb.h"
#include "mudiriya/staffing/v1/substitution_rule_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::SubstitutionRule>& SubstitutionRules();

// The id follows from the two cadres.
// Returns INVALID_ARGUMENT for an unknown cadre, another id, or twice the same cadre (SAME_CADRE).
const RecordRules<v1::SubstitutionRule>& SubstitutionRuleRules();

absl::StatusOr<v1::SubstitutionRule> GetSubstitutionRule(
    Call& call, const v1::GetSubstitutionRuleRequest& request);
absl::StatusOr<v1::ListSubstitutionRulesResponse> ListSubstitutionRules(
    Call& call, const v1::ListSubstitutionRulesRequest& request);
absl::StatusOr<v1::SubstitutionRule> CreateSubstitutionRule(
    Call& call, const v1::CreateSubstitutionRuleRequest& request);
absl::StatusOr<v1::SubstitutionRule> UpdateSubstitutionRule(
    Call& call, const v1::UpdateSubstitutionRuleRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteSubstitutionRule(
    Call& call, const v1::DeleteSubstitutionRuleRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_SUBSTITUTION_RULES_H_
