#include "services/staffing/places_client.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/client/context.h"
#include "common/status/grpc_status.h"
#include "common/status/macros.h"
#include "mudiriya/registry/v1/area_service.grpc.pb.h"
#include "mudiriya/registry/v1/calendar_service.grpc.pb.h"
#include "mudiriya/registry/v1/change_service.grpc.pb.h"
#include "mudiriya/registry/v1/department_service.grpc.pb.h"
#include "mudiriya/registry/v1/directorate_service.grpc.pb.h"
#include "mudiriya/registry/v1/facility_place_service.grpc.pb.h"

namespace mudiriya::staffing {
namespace {

namespace v1 = registry::v1;

constexpr int32_t kRowsAtOnce = 1000;
constexpr int32_t kPlacesAtOnce = 2000;

// One call, in the name of this service.
template <typename Response, typename Stub, typename Request>
absl::StatusOr<Response> Ask(Call& call, Stub& stub,
                             grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                          Response*),
                             const Request& request) {
  grpc::ClientContext context;
  RETURN_IF_ERROR(client::PrepareAsService(call, &context));
  Response response;
  RETURN_IF_ERROR(FromGrpcStatus((stub.*method)(&context, request, &response)));
  return response;
}

class ChannelPlaces final : public PlacesSource {
 public:
  explicit ChannelPlaces(const std::shared_ptr<grpc::Channel>& channel)
      : directorates_(v1::DirectorateService::NewStub(channel)),
        areas_(v1::AreaService::NewStub(channel)),
        places_(v1::FacilityPlaceService::NewStub(channel)),
        departments_(v1::DepartmentService::NewStub(channel)),
        calendar_(v1::CalendarService::NewStub(channel)),
        changes_(v1::ChangeService::NewStub(channel)) {}

  absl::StatusOr<v1::Directorate> GetDirectorate(Call& call,
                                                 const std::string& directorate) override {
    v1::GetDirectorateRequest request;
    request.set_name(directorate);
    return Ask(call, *directorates_, &v1::DirectorateService::Stub::GetDirectorate, request);
  }

  absl::StatusOr<std::vector<v1::Area>> ListAreas(Call& call,
                                                  const std::string& directorate) override {
    v1::ListAreasRequest request;
    request.set_parent(directorate);
    request.set_page_size(kRowsAtOnce);
    std::vector<v1::Area> areas;
    do {
      ASSIGN_OR_RETURN(v1::ListAreasResponse page,
                       Ask(call, *areas_, &v1::AreaService::Stub::ListAreas, request));
      std::move(page.mutable_areas()->begin(), page.mutable_areas()->end(),
                std::back_inserter(areas));
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return areas;
  }

  absl::StatusOr<Facilities> ListFacilities(Call& call, const std::string& directorate) override {
    v1::ListFacilityPlacesRequest request;
    request.set_parent(directorate);
    request.set_page_size(kPlacesAtOnce);
    Facilities facilities;
    do {
      ASSIGN_OR_RETURN(
          v1::ListFacilityPlacesResponse page,
          Ask(call, *places_, &v1::FacilityPlaceService::Stub::ListFacilityPlaces, request));
      const bool first = request.page_token().empty();
      facilities.sequence =
          first ? page.sequence() : std::min(facilities.sequence, page.sequence());
      std::move(page.mutable_facility_places()->begin(), page.mutable_facility_places()->end(),
                std::back_inserter(facilities.places));
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return facilities;
  }

  absl::StatusOr<std::vector<type::v1::Change>> ListChanges(Call& call,
                                                            const std::string& directorate,
                                                            int64_t after_sequence) override {
    v1::ListChangesRequest request;
    request.set_parent(directorate);
    request.set_after_sequence(after_sequence);
    request.set_page_size(kRowsAtOnce);
    std::vector<type::v1::Change> changes;
    do {
      ASSIGN_OR_RETURN(v1::ListChangesResponse page,
                       Ask(call, *changes_, &v1::ChangeService::Stub::ListChanges, request));
      std::move(page.mutable_changes()->begin(), page.mutable_changes()->end(),
                std::back_inserter(changes));
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return changes;
  }

  absl::StatusOr<bool> HasDepartment(Call& call, const std::string& department) override {
    v1::GetDepartmentRequest request;
    request.set_name(department);
    const absl::StatusOr<v1::Department> found =
        Ask(call, *departments_, &v1::DepartmentService::Stub::GetDepartment, request);
    if (absl::IsNotFound(found.status()) || absl::IsInvalidArgument(found.status())) return false;
    RETURN_IF_ERROR(found.status());
    return !found->has_delete_time();
  }

  absl::StatusOr<int> CountHolidays(Call& call, const std::string& directorate, int year) override {
    v1::CountWorkingDaysRequest request;
    request.set_directorate(directorate);
    request.mutable_start_date()->set_year(year);
    request.mutable_start_date()->set_month(1);
    request.mutable_start_date()->set_day(1);
    request.mutable_end_date()->set_year(year);
    request.mutable_end_date()->set_month(12);
    request.mutable_end_date()->set_day(31);
    ASSIGN_OR_RETURN(const v1::CountWorkingDaysResponse counted,
                     Ask(call, *calendar_, &v1::CalendarService::Stub::CountWorkingDays, request));
    return counted.holiday_days();
  }

 private:
  const std::unique_ptr<v1::DirectorateService::Stub> directorates_;
  const std::unique_ptr<v1::AreaService::Stub> areas_;
  const std::unique_ptr<v1::FacilityPlaceService::Stub> places_;
  const std::unique_ptr<v1::DepartmentService::Stub> departments_;
  const std::unique_ptr<v1::CalendarService::Stub> calendar_;
  const std::unique_ptr<v1::ChangeService::Stub> changes_;
};

}  // namespace

std::shared_ptr<PlacesSource> RegistryPlaces(std::shared_ptr<grpc::Channel> channel) {
  return std::make_shared<ChannelPlaces>(channel);
}

}  // namespace mudiriya::staffing
