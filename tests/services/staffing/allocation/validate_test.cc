#include "services/staffing/allocation/validate.h"

#include <cmath>
#include <functional>
#include <limits>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/allocation/allocate.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

using ::testing::HasSubstr;

// Two facilities, two cadres; persons in the first cadre, counts in the second.
Request Sound() {
  RequestBuilder builder;
  builder.AddFacility(0);
  builder.AddFacility(10);
  const int32_t nurses = builder.AddCadre();
  const int32_t doctors = builder.AddCadre();
  builder.AddPersons(0, nurses, 1, 2).AddPersons(1, nurses, 2, 0);
  builder.AddCounts(0, doctors, 1, 3).AddCounts(1, doctors, 2, 1);
  builder.request.substitutions = {{nurses, doctors, 0.1}};
  return builder.request;
}

struct Fault {
  const char* name;
  std::function<void(Request&)> apply;
  const char* message;
};

void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

class ValidateTest : public ::testing::TestWithParam<Fault> {};

TEST_P(ValidateTest, IsRefusedAndNamed) {
  Request request = Sound();
  ASSERT_TRUE(ValidateRequest(request).ok()) << ValidateRequest(request);
  GetParam().apply(request);
  const absl::Status status = Allocate(request).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr(GetParam().message));
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

INSTANTIATE_TEST_SUITE_P(
    Faults, ValidateTest,
    ::testing::Values(
        Fault{"NegativeNeed", [](Request& r) { r.positions[1].required = -1; }, "f1, c0: req"},
        Fault{"UndefinedNeed", [](Request& r) { r.positions[1].required = std::nan(""); }, "f1"},
        Fault{"EndlessNeed", [](Request& r) { r.positions[1].required = kInfinity; }, "f1"},
        Fault{"NegativeHeads", [](Request& r) { r.positions[0].heads = -1; }, "f0, c0: heads"},
        Fault{"MoreMovableThanHeads", [](Request& r) { r.positions[2].transferable = 4; },
              "f0, c1"},
        Fault{"FacilityTwice", [](Request& r) { r.facilities[1].id = "f0"; }, "facility #1"},
        Fault{"CadreTwice", [](Request& r) { r.cadres[1].id = "c0"; }, "cadre #1"},
        Fault{"PersonTwice", [](Request& r) { r.persons[1].id = "p0"; }, "person #1"},
        Fault{"NoId", [](Request& r) { r.facilities[0].id = ""; }, "facility #0: has no id"},
        Fault{"PositionTwice", [](Request& r) { r.positions[1].facility = 0; }, "twice"},
        Fault{"UnknownFacility", [](Request& r) { r.positions[1].facility = 2; }, "position #1"},
        Fault{"UnknownCadre", [](Request& r) { r.positions[1].cadre = -1; }, "position #1"},
        Fault{"UndefinedPriority", [](Request& r) { r.facilities[0].priority = std::nan(""); },
              "f0: priority"},
        Fault{"NotOnEarth",
              [](Request& r) {
                r.facilities[0].location = geo::Point{91, 0};
              },
              "f0: location"},
        Fault{"NegativeShare", [](Request& r) { r.parameters.keep_share = -0.1; }, "share to keep"},
        Fault{"NegativeLimit", [](Request& r) { r.parameters.max_moves = -1; }, "limit of moves"},
        Fault{"NegativeKm", [](Request& r) { r.parameters.max_km = -1; }, "distance limit"},
        Fault{"UndefinedCost", [](Request& r) { r.parameters.cost_per_km = std::nan(""); },
              "cost per km"},
        Fault{"SubstitutesItself", [](Request& r) { r.substitutions[0].to = 0; }, "substitution"},
        Fault{"NegativePenalty", [](Request& r) { r.substitutions[0].penalty = -1; }, "penalty"},
        Fault{"PairTwice", [](Request& r) { r.substitutions.push_back(r.substitutions[0]); },
              "substitution"},
        Fault{"UnknownDestination", [](Request& r) { r.persons[1].preferred = {7}; }, "person #1"},
        Fault{"PersonWithoutPosition", [](Request& r) { r.positions.erase(r.positions.begin()); },
              "person #0"},
        Fault{"PersonBesideCounts", [](Request& r) { r.persons[0].cadre = 1; }, "counts only"},
        Fault{"PersonsBeyondHeads", [](Request& r) { r.positions[0].heads = 1; }, "person #1"}));

}  // namespace
}  // namespace mudiriya::staffing::allocation
