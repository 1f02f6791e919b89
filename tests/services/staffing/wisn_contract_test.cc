// Every AIP rule over what WISN computes from.

#include <string>

#include "absl/strings/str_cat.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/additional_activities.h"
#include "services/staffing/dates.h"
#include "services/staffing/support_activities.h"
#include "services/staffing/working_times.h"
#include "services/staffing/workloads.h"
#include "tests/services/staffing/contract_traits.h"

namespace mudiriya::staffing {

struct WorkingTimeContract : ContractTraits {
  using Resource = v1::WorkingTime;
  using CreateRequest = v1::CreateWorkingTimeRequest;
  using GetRequest = v1::GetWorkingTimeRequest;
  using ListRequest = v1::ListWorkingTimesRequest;
  using UpdateRequest = v1::UpdateWorkingTimeRequest;
  using DeleteRequest = v1::DeleteWorkingTimeRequest;
  static constexpr absl::string_view kChangedPath = "sick_leave_days";
  static constexpr absl::string_view kSortField = "days_per_week";

  static Resource Make(int i) {
    Resource row;
    row.set_cadre(absl::StrCat("directorates/homs/cadres/c", i));
    row.set_days_per_week(5);
    row.set_hours_per_day(i + 1);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("c", i); }
  static void Change(Resource& row) { row.set_sick_leave_days(7); }
  static std::string Filter(int i) { return absl::StrCat("hours_per_day = ", i + 1); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateWorkingTime(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetWorkingTime(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListWorkingTimes(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateWorkingTime(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteWorkingTime(call, r); }
};

struct ActivityStandardContract : ContractTraits {
  using Resource = v1::ActivityStandard;
  using CreateRequest = v1::CreateActivityStandardRequest;
  using GetRequest = v1::GetActivityStandardRequest;
  using ListRequest = v1::ListActivityStandardsRequest;
  using UpdateRequest = v1::UpdateActivityStandardRequest;
  using DeleteRequest = v1::DeleteActivityStandardRequest;
  static constexpr absl::string_view kChangedPath = "display_name";
  static constexpr absl::string_view kSortField = "cadre";

  static void Prepare(testing::TestDatabase& database, absl::string_view directorate) {
    PrepareCadres(database, directorate);
  }
  static Resource Make(int i) {
    Resource row;
    row.set_cadre("directorates/homs/cadres/nurse");
    row.mutable_display_name()->set_en("Visit");
    row.set_unit_time_minutes(i);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("visit-", i); }
  static void Change(Resource& row) { row.mutable_display_name()->set_en("Another"); }
  static std::string Filter(int i) { return absl::StrCat("unit_time_minutes = ", i); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateActivityStandard(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetActivityStandard(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListActivityStandards(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateActivityStandard(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteActivityStandard(call, r); }
};

struct SupportActivityContract : ContractTraits {
  using Resource = v1::SupportActivity;
  using CreateRequest = v1::CreateSupportActivityRequest;
  using GetRequest = v1::GetSupportActivityRequest;
  using ListRequest = v1::ListSupportActivitiesRequest;
  using UpdateRequest = v1::UpdateSupportActivityRequest;
  using DeleteRequest = v1::DeleteSupportActivityRequest;
  static constexpr absl::string_view kChangedPath = "unit";
  static constexpr absl::string_view kSortField = "display_name";

  static Resource Make(int i) {
    Resource row;
    row.set_cadre(absl::StrCat("directorates/homs/cadres/c", i));
    row.mutable_display_name()->set_en("Recording");
    row.set_amount(i);
    row.set_unit(v1::SupportActivity::PERCENT);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("recording-", i); }
  static void Change(Resource& row) { row.set_unit(v1::SupportActivity::HOURS_PER_DAY); }
  static std::string Filter(int i) { return absl::StrCat("amount = ", i); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateSupportActivity(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetSupportActivity(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListSupportActivities(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateSupportActivity(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteSupportActivity(call, r); }
};

struct AdditionalActivityContract : ContractTraits {
  using Resource = v1::AdditionalActivity;
  using CreateRequest = v1::CreateAdditionalActivityRequest;
  using GetRequest = v1::GetAdditionalActivityRequest;
  using ListRequest = v1::ListAdditionalActivitiesRequest;
  using UpdateRequest = v1::UpdateAdditionalActivityRequest;
  using DeleteRequest = v1::DeleteAdditionalActivityRequest;
  static constexpr absl::string_view kChangedPath = "staff_count";
  static constexpr absl::string_view kSortField = "cadre";

  static Resource Make(int i) {
    Resource row;
    row.set_cadre("directorates/homs/cadres/nurse");
    row.set_facility("directorates/homs/facilities/al-waleed");
    row.mutable_display_name()->set_en("Managing");
    row.set_staff_count(2);
    row.set_hours_per_year(i);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("managing-", i); }
  static void Change(Resource& row) { row.set_staff_count(3); }
  static std::string Filter(int i) { return absl::StrCat("hours_per_year = ", i); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateAdditionalActivity(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetAdditionalActivity(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListAdditionalActivities(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) {
    return UpdateAdditionalActivity(call, r);
  }
  static auto Delete(Call& call, const DeleteRequest& r) {
    return DeleteAdditionalActivity(call, r);
  }
};

struct WorkloadContract : ContractTraits {
  using Resource = v1::Workload;
  using CreateRequest = v1::CreateWorkloadRequest;
  using GetRequest = v1::GetWorkloadRequest;
  using ListRequest = v1::ListWorkloadsRequest;
  using UpdateRequest = v1::UpdateWorkloadRequest;
  using DeleteRequest = v1::DeleteWorkloadRequest;
  static constexpr absl::string_view kChangedPath = "annual_volume";
  static constexpr absl::string_view kSortField = "facility";

  static Resource Make(int i) {
    Resource row;
    row.set_facility("directorates/homs/facilities/al-waleed");
    row.set_activity_standard("directorates/homs/activityStandards/visit");
    row.set_year(2020 + i);
    row.set_annual_volume(100);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("al-waleed--visit--", 2020 + i); }
  static void Change(Resource& row) { row.set_annual_volume(200); }
  static std::string Filter(int i) { return absl::StrCat("year = ", 2020 + i); }

  static auto Create(Call& call, const CreateRequest& r) { return CreateWorkload(call, Moved(r)); }
  static auto Get(Call& call, const GetRequest& r) { return GetWorkload(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListWorkloads(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateWorkload(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteWorkload(call, r); }
};

}  // namespace mudiriya::staffing

namespace mudiriya::testing {

MUDIRIYA_RESOURCE_CONTRACT(WorkingTime, staffing::WorkingTimeContract);
MUDIRIYA_RESOURCE_CONTRACT(ActivityStandard, staffing::ActivityStandardContract);
MUDIRIYA_RESOURCE_CONTRACT(SupportActivity, staffing::SupportActivityContract);
MUDIRIYA_RESOURCE_CONTRACT(AdditionalActivity, staffing::AdditionalActivityContract);
MUDIRIYA_RESOURCE_CONTRACT(Workload, staffing::WorkloadContract);

}  // namespace mudiriya::testing
