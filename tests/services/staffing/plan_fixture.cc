#include "tests/services/staffing/plan_fixture.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/staffing/allocation_moves.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/dates.h"
#include "services/staffing/plan_steps.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;

// A request of a step that has nothing but a name.
template <typename Request>
Request Named(absl::string_view id) {
  Request request;
  request.set_name(PlanName(id));
  return request;
}

}  // namespace

std::string NameOf(absl::string_view collection, absl::string_view id) {
  return absl::StrCat("directorates/homs/", collection, "/", id);
}

std::string PlanName(absl::string_view id) { return NameOf("allocationPlans", id); }

PlanTest::PlanTest() : deputy_(CallWith({"homs:approver"}, database().connection())) {
  registry::v1::Directorate homs;
  homs.set_name("directorates/homs");
  homs.mutable_display_name()->set_ar("مديرية صحة حمص");
  homs.set_time_zone("Asia/Riyadh");
  homs.set_country("SY");
  registry().Put(homs);
  AddFacility({.id = "big", .type = Facility::HOSPITAL});
  AddFacility({.id = "small", .area = "south", .remoteness_rank = 0.5});
  Locate("big", 34.7300, 36.7100);
  Locate("small", 34.5100, 36.6000);
}

void PlanTest::Locate(absl::string_view facility, double latitude, double longitude) {
  registry::v1::FacilityPlace place = registry().Facility(NameOf("facilities", facility));
  place.mutable_location()->set_latitude(latitude);
  place.mutable_location()->set_longitude(longitude);
  registry().Put(place);
}

void PlanTest::Close(absl::string_view facility) {
  registry::v1::FacilityPlace place = registry().Facility(NameOf("facilities", facility));
  place.set_operational_status(Facility::CLOSED_TEMPORARILY);
  registry().Put(place);
}

std::vector<v1::Assignment> PlanTest::Hire(absl::string_view facility, absl::string_view cadre,
                                           int count, absl::string_view start) {
  std::vector<v1::Assignment> posts;
  for (int i = 0; i < count; ++i) posts.push_back(Assign(facility, cadre, 1, start));
  return posts;
}

void PlanTest::AddSurplusAndShortage() {
  SetPosts("big", "nurse", 4);
  SetPosts("small", "nurse", 3);
  Hire("big", "nurse", 8);
  Hire("small", "nurse", 1);
}

absl::StatusOr<v1::ComputeAllocationResponse> PlanTest::WhatIf(
    const v1::AllocationParameters& parameters) {
  v1::ComputeAllocationRequest request;
  request.set_parent("directorates/homs");
  *request.mutable_parameters() = parameters;
  return ComputeAllocation(call(), request);
}

PlanTest::Result PlanTest::Create(absl::string_view id,
                                  const v1::AllocationParameters& parameters) {
  v1::CreateAllocationPlanRequest request;
  request.set_parent("directorates/homs");
  request.set_allocation_plan_id(std::string(id));
  request.mutable_allocation_plan()->mutable_display_name()->set_ar("خطة شتاء 2026");
  *request.mutable_allocation_plan()->mutable_parameters() = parameters;
  return CreateAllocationPlan(call(), request);
}

v1::AllocationPlan PlanTest::GetPlan(absl::string_view id) {
  const Result plan = GetAllocationPlan(call(), Named<v1::GetAllocationPlanRequest>(id));
  EXPECT_OK(plan);
  return plan.value_or(v1::AllocationPlan());
}

std::vector<v1::AllocationMove> PlanTest::Moves(absl::string_view id) {
  v1::ListAllocationMovesRequest request;
  request.set_parent(PlanName(id));
  request.set_page_size(1000);
  const auto response = ListAllocationMoves(call(), request);
  EXPECT_OK(response);
  if (!response.ok()) return {};
  return {response->moves().begin(), response->moves().end()};
}

PlanTest::Result PlanTest::Propose(absl::string_view id) {
  return ProposeAllocationPlan(call(), Named<v1::ProposeAllocationPlanRequest>(id));
}

PlanTest::Result PlanTest::Approve(absl::string_view id) {
  return ApproveAllocationPlan(deputy(), Named<v1::ApproveAllocationPlanRequest>(id));
}

PlanTest::Result PlanTest::Reject(absl::string_view id) {
  auto request = Named<v1::RejectAllocationPlanRequest>(id);
  request.set_reason("too many at once");
  return RejectAllocationPlan(deputy(), request);
}

PlanTest::Result PlanTest::Cancel(absl::string_view id) {
  auto request = Named<v1::CancelAllocationPlanRequest>(id);
  request.set_reason("superseded");
  return CancelAllocationPlan(call(), request);
}

PlanTest::Result PlanTest::Order(absl::string_view id, absl::string_view effective) {
  auto request = Named<v1::OrderAllocationPlanRequest>(id);
  absl::CivilDay day;
  if (absl::ParseCivilTime(effective, &day)) *request.mutable_effective_date() = ToDate(day);
  return OrderAllocationPlan(deputy(), request);
}

PlanTest::Result PlanTest::Apply(absl::string_view id) {
  return ApplyAllocationPlan(deputy(), Named<v1::ApplyAllocationPlanRequest>(id));
}

PlanTest::Result PlanTest::Delete(absl::string_view id) {
  return DeleteAllocationPlan(call(), Named<v1::DeleteAllocationPlanRequest>(id));
}

void PlanTest::MakePlan(absl::string_view id, State state) {
  using Plan = v1::AllocationPlan;
  ASSERT_OK(Create(id));
  if (state == Plan::DRAFT) return;
  if (state == Plan::CANCELLED) {
    ASSERT_OK(Cancel(id));
    return;
  }
  ASSERT_OK(Propose(id));
  if (state == Plan::PROPOSED) return;
  if (state == Plan::REJECTED) {
    ASSERT_OK(Reject(id));
    return;
  }
  ASSERT_OK(Approve(id));
  if (state == Plan::APPROVED) return;
  ASSERT_OK(Order(id));
  if (state == Plan::ORDERED) return;
  ASSERT_OK(Apply(id));
}

int PlanTest::Count(const std::string& sql) {
  int count = -1;
  EXPECT_TRUE(absl::SimpleAtoi(database().Scalar(sql), &count)) << sql;
  return count;
}

}  // namespace mudiriya::staffing
