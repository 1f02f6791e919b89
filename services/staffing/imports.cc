#include "services/staffing/imports.h"

#include <functional>
#include <map>
#include <string>

#include "common/resource/import.h"
#include "common/resource/name.h"
#include "common/status/violations.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/additional_activities.h"
#include "services/staffing/assignments.h"
#include "services/staffing/cadres.h"
#include "services/staffing/establishments.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/leaves.h"
#include "services/staffing/person_rules.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/staff_returns.h"
#include "services/staffing/staffing_norms.h"
#include "services/staffing/substitution_rules.h"
#include "services/staffing/support_activities.h"
#include "services/staffing/tables.h"
#include "services/staffing/working_times.h"
#include "services/staffing/workloads.h"

namespace mudiriya::staffing {
namespace {

using Request = v1::ImportRowsRequest;
using Response = v1::ImportRowsResponse;
using Importer = std::function<absl::StatusOr<Response>(Call&, const Request&)>;

template <typename M>
Importer ImporterOf(const resource::Table<M>& table, const RecordRules<M>& rules) {
  return [&table, &rules](Call& call, const Request& request) {
    const auto hooks = ImportHooksOf(rules, resource::DirectorateOf(request.parent()));
    return resource::RunImport<Response>(call, table, request, hooks);
  };
}

// People carry national ids, which no column holds in the clear.
absl::StatusOr<Response> ImportPeople(Call& call, const Request& request) {
  auto hooks = ImportHooksOf(StaffMemberRules(), resource::DirectorateOf(request.parent()));
  hooks.complete = [&call](db::Transaction& tx, absl::Span<v1::StaffMember* const> stored) {
    return CompletePeople(tx, call.service<IdentityCipher>(), stored);
  };
  return resource::RunImport<Response>(call, StaffMembers(), request, hooks);
}

const std::map<std::string, Importer>& Importers() {
  static const std::map<std::string, Importer> importers = {
      {Cadres().resource_type(), ImporterOf(Cadres(), CadreRules())},
      {StaffMembers().resource_type(), &ImportPeople},
      {Assignments().resource_type(), ImporterOf(Assignments(), AssignmentRules())},
      {Leaves().resource_type(), ImporterOf(Leaves(), LeaveRules())},
      {StaffReturns().resource_type(), ImporterOf(StaffReturns(), StaffReturnRules())},
      {WorkingTimes().resource_type(), ImporterOf(WorkingTimes(), WorkingTimeRules())},
      {ActivityStandards().resource_type(),
       ImporterOf(ActivityStandards(), ActivityStandardRules())},
      {SupportActivities().resource_type(),
       ImporterOf(SupportActivities(), SupportActivityRules())},
      {AdditionalActivities().resource_type(),
       ImporterOf(AdditionalActivities(), AdditionalActivityRules())},
      {Workloads().resource_type(), ImporterOf(Workloads(), WorkloadRules())},
      {StaffingNorms().resource_type(), ImporterOf(StaffingNorms(), StaffingNormRules())},
      {Establishments().resource_type(), ImporterOf(Establishments(), EstablishmentRules())},
      {SubstitutionRules().resource_type(),
       ImporterOf(SubstitutionRules(), SubstitutionRuleRules())}};
  return importers;
}

}  // namespace

absl::StatusOr<Response> ImportRows(Call& call, const Request& request) {
  const auto importer = Importers().find(request.resource_type());
  if (importer != Importers().end()) return importer->second(call, request);
  return InvalidField("resource_type", Reason::UNKNOWN_VALUE, {{"allowed", TabularTypes()}});
}

}  // namespace mudiriya::staffing
