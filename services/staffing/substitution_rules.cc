#include "services/staffing/substitution_rules.h"

#include <memory>
#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

// `midwife--nurse`: nurses may stand in for midwives.
std::string IdFor(const v1::SubstitutionRule& row) {
  return RowId({IdOf(row.needed_cadre()), IdOf(row.substitute_cadre())});
}

Hooks<v1::SubstitutionRule> RulesOf(absl::string_view name) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  Hooks<v1::SubstitutionRule> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::SubstitutionRule* old,
                               v1::SubstitutionRule& next) -> absl::Status {
    if (old != nullptr) return absl::OkStatus();
    RETURN_IF_ERROR(CheckRowId("substitution_rule.name", IdOf(next.name()), IdFor(next)));
    if (next.needed_cadre() == next.substitute_cadre()) {
      return InvalidField("substitution_rule.substitute_cadre", Reason::SAME_CADRE);
    }
    RETURN_IF_ERROR(
        CheckCadre(tx, scope->directorate, "substitution_rule.needed_cadre", next.needed_cadre()));
    return CheckCadre(tx, scope->directorate, "substitution_rule.substitute_cadre",
                      next.substitute_cadre());
  };
  return hooks;
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
  return standard::Create(call, SubstitutionRules(), named, RulesOf(request.parent()));
}

absl::StatusOr<v1::SubstitutionRule> UpdateSubstitutionRule(
    Call& call, const v1::UpdateSubstitutionRuleRequest& request) {
  return standard::Update(call, SubstitutionRules(), request,
                          RulesOf(request.substitution_rule().name()));
}

absl::StatusOr<google::protobuf::Empty> DeleteSubstitutionRule(
    Call& call, const v1::DeleteSubstitutionRuleRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, SubstitutionRules(), request,
                                                   RulesOf(request.name()));
}

}  // namespace mudiriya::staffing
