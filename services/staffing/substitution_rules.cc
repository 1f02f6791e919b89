#include "services/staffing/substitution_rules.h"

#include <set>
#include <string>
#include <vector>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/common_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

// `midwife--nurse`: nurses may stand in for midwives.
std::string IdFor(const v1::SubstitutionRule& row) {
  return RowId({IdOf(row.needed_cadre()), IdOf(row.substitute_cadre())});
}

absl::Status CheckApart(const v1::SubstitutionRule*, v1::SubstitutionRule& next) {
  if (next.needed_cadre() != next.substitute_cadre()) return absl::OkStatus();
  return InvalidField("substitution_rule.substitute_cadre", Reason::SAME_CADRE);
}

absl::Status CheckBothCadres(db::Transaction& tx, const WriteScope& scope,
                             absl::Span<RowWrite<v1::SubstitutionRule>> batch) {
  std::vector<std::string> ids;
  for (const RowWrite<v1::SubstitutionRule>& row : batch) {
    ids.emplace_back(IdOf(row.next->needed_cadre()));
    ids.emplace_back(IdOf(row.next->substitute_cadre()));
  }
  ASSIGN_OR_RETURN(const std::set<std::string> found,
                   FindCadres(tx, scope.directorate, ids, Keep::kShared));
  for (size_t i = 0; i < batch.size(); ++i) {
    RowWrite<v1::SubstitutionRule>& row = batch[i];
    if (row.refused() || row.old != nullptr) continue;
    if (found.count(ids[2 * i]) == 0) {
      row.refusal = UnknownReference("substitution_rule.needed_cadre", row.next->needed_cadre());
    } else if (found.count(ids[2 * i + 1]) == 0) {
      row.refusal =
          UnknownReference("substitution_rule.substitute_cadre", row.next->substitute_cadre());
    }
  }
  return absl::OkStatus();
}

RecordRules<v1::SubstitutionRule> MakeRules() {
  RecordRules<v1::SubstitutionRule> rules;
  rules.field = "substitution_rule";
  rules.id_of = &IdFor;
  rules.check = &CheckApart;
  rules.check_stored = &CheckBothCadres;
  return rules;
}

}  // namespace

const resource::Table<v1::SubstitutionRule>& SubstitutionRules() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::SubstitutionRule> table(
      "substitution_rule", {
                               Reference("needed_cadre").Filterable().Sortable(),
                               Reference("substitute_cadre").Filterable().Sortable(),
                               Number("penalty").Filterable().Sortable(),
                           });
  return table;
}

const RecordRules<v1::SubstitutionRule>& SubstitutionRuleRules() {
  static const RecordRules<v1::SubstitutionRule> rules = MakeRules();
  return rules;
}

absl::StatusOr<v1::SubstitutionRule> GetSubstitutionRule(
    Call& call, const v1::GetSubstitutionRuleRequest& request) {
  return standard::Get(call, SubstitutionRules(), request);
}

absl::StatusOr<v1::ListSubstitutionRulesResponse> ListSubstitutionRules(
    Call& call, const v1::ListSubstitutionRulesRequest& request) {
  return standard::List<v1::ListSubstitutionRulesResponse>(call, SubstitutionRules(), request);
}

absl::StatusOr<v1::SubstitutionRule> CreateSubstitutionRule(
    Call& call, const v1::CreateSubstitutionRuleRequest& request) {
  v1::CreateSubstitutionRuleRequest named = request;
  if (named.substitution_rule_id().empty())
    named.set_substitution_rule_id(IdFor(request.substitution_rule()));
  return standard::Create(
      call, SubstitutionRules(), named,
      HooksOf(SubstitutionRuleRules(), request.parent(), request.substitution_rule()));
}

absl::StatusOr<v1::SubstitutionRule> UpdateSubstitutionRule(
    Call& call, const v1::UpdateSubstitutionRuleRequest& request) {
  const v1::SubstitutionRule& row = request.substitution_rule();
  return standard::Update(call, SubstitutionRules(), request,
                          HooksOf(SubstitutionRuleRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteSubstitutionRule(
    Call& call, const v1::DeleteSubstitutionRuleRequest& request) {
  return standard::Delete<google::protobuf::Empty>(
      call, SubstitutionRules(), request, HooksOf(SubstitutionRuleRules(), request.name()));
}

}  // namespace mudiriya::staffing
