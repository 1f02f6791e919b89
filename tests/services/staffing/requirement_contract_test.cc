// Every AIP rule over the other sources of requirements.

#include <string>

#include "absl/strings/str_cat.h"
#include "services/staffing/dates.h"
#include "services/staffing/establishments.h"
#include "services/staffing/staffing_norms.h"
#include "services/staffing/substitution_rules.h"
#include "tests/services/staffing/contract_traits.h"

namespace mudiriya::staffing {

struct StaffingNormContract : ContractTraits {
  using Resource = v1::StaffingNorm;
  using CreateRequest = v1::CreateStaffingNormRequest;
  using GetRequest = v1::GetStaffingNormRequest;
  using ListRequest = v1::ListStaffingNormsRequest;
  using UpdateRequest = v1::UpdateStaffingNormRequest;
  using DeleteRequest = v1::DeleteStaffingNormRequest;
  static constexpr absl::string_view kChangedPath = "basis";
  static constexpr absl::string_view kSortField = "facility_type";

  static Resource Make(int i) {
    Resource row;
    row.set_facility_type(registry::v1::Facility::HOSPITAL);
    row.set_cadre(absl::StrCat("directorates/homs/cadres/c", i));
    row.set_basis(v1::StaffingNorm::PER_BED);
    row.set_staff(i);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("hospital--c", i); }
  static void Change(Resource& row) { row.set_basis(v1::StaffingNorm::PER_FACILITY); }
  static std::string Filter(int i) { return absl::StrCat("staff = ", i); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateStaffingNorm(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetStaffingNorm(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListStaffingNorms(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateStaffingNorm(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteStaffingNorm(call, r); }
};

struct EstablishmentContract : ContractTraits {
  using Resource = v1::Establishment;
  using CreateRequest = v1::CreateEstablishmentRequest;
  using GetRequest = v1::GetEstablishmentRequest;
  using ListRequest = v1::ListEstablishmentsRequest;
  using UpdateRequest = v1::UpdateEstablishmentRequest;
  using DeleteRequest = v1::DeleteEstablishmentRequest;
  static constexpr absl::string_view kChangedPath = "source";
  static constexpr absl::string_view kSortField = "cadre";

  static Resource Make(int i) {
    Resource row;
    row.set_facility(absl::StrCat("directorates/homs/facilities/f", i));
    row.set_cadre("directorates/homs/cadres/nurse");
    row.set_posts(i);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("f", i, "--nurse"); }
  static void Change(Resource& row) { row.set_source("decree"); }
  static std::string Filter(int i) { return absl::StrCat("posts = ", i); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateEstablishment(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetEstablishment(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListEstablishments(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateEstablishment(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteEstablishment(call, r); }
};

struct SubstitutionRuleContract : ContractTraits {
  using Resource = v1::SubstitutionRule;
  using CreateRequest = v1::CreateSubstitutionRuleRequest;
  using GetRequest = v1::GetSubstitutionRuleRequest;
  using ListRequest = v1::ListSubstitutionRulesRequest;
  using UpdateRequest = v1::UpdateSubstitutionRuleRequest;
  using DeleteRequest = v1::DeleteSubstitutionRuleRequest;
  static constexpr absl::string_view kChangedPath = "penalty";
  static constexpr absl::string_view kSortField = "substitute_cadre";

  static Resource Make(int i) {
    Resource row;
    row.set_needed_cadre(absl::StrCat("directorates/homs/cadres/c", i));
    row.set_substitute_cadre("directorates/homs/cadres/nurse");
    row.set_penalty(i);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("c", i, "--nurse"); }
  static void Change(Resource& row) { row.set_penalty(0.5); }
  static std::string Filter(int i) { return absl::StrCat("penalty = ", i); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateSubstitutionRule(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetSubstitutionRule(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListSubstitutionRules(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateSubstitutionRule(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteSubstitutionRule(call, r); }
};

}  // namespace mudiriya::staffing

namespace mudiriya::testing {

MUDIRIYA_RESOURCE_CONTRACT(StaffingNorm, staffing::StaffingNormContract);
MUDIRIYA_RESOURCE_CONTRACT(Establishment, staffing::EstablishmentContract);
MUDIRIYA_RESOURCE_CONTRACT(SubstitutionRule, staffing::SubstitutionRuleContract);

}  // namespace mudiriya::testing
