#ifndef MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_FORMULA_H_
#define MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_FORMULA_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "mudiriya/staffing/v1/activity_standard.pb.h"
#include "mudiriya/staffing/v1/additional_activity.pb.h"
#include "mudiriya/staffing/v1/establishment.pb.h"
#include "mudiriya/staffing/v1/requirement.pb.h"
#include "mudiriya/staffing/v1/staffing_norm.pb.h"
#include "mudiriya/staffing/v1/support_activity.pb.h"
#include "mudiriya/staffing/v1/working_time.pb.h"
#include "services/staffing/wisn.h"

namespace mudiriya::staffing {

// How a requirement follows from the records of one cadre and one facility, with every step shown.
// Pure functions: what is on record is given.

// What is on record about a cadre everywhere.
struct CadreRecords {
  std::optional<v1::WorkingTime> working_time;
  std::vector<v1::SupportActivity> support_activities;
  std::map<std::string, v1::ActivityStandard> standards;  // by id
  std::map<int, v1::StaffingNorm> norms;                  // by Facility::Type
};

// What is on record about a cadre at one facility.
struct FacilityRecords {
  int32_t year = 0;                                     // of the workloads: the latest that has any
  std::vector<std::pair<std::string, double>> volumes;  // id of the standard, units in that year
  std::vector<v1::AdditionalActivity> additional_activities;
  std::optional<v1::Establishment> establishment;
};

// What of a facility bears on its norm.
struct FacilityFacts {
  int type = 0;  // Facility::Type
  std::optional<int64_t> beds;
  std::optional<int64_t> catchment_population;
};

// A record of working time as the WISN formulas take it; 52 weeks unless it says otherwise.
WorkingTime TimeOf(const v1::WorkingTime& record);

// The share of working time that a support activity takes (CAS); 0 where there is no such time.
double ShareOf(const v1::SupportActivity& activity, const WorkingTime& time);

// Minutes for one unit, from the unit time or the rate; 0 if the standard gives neither.
double UnitMinutes(const v1::ActivityStandard& standard);

// Asks one source, WISN, ESTABLISHMENT or NORM. Returns whether it has an answer: then `required`,
// `source` and the derivation are set, else the source is added to `skipped_sources`.
// Returns INVALID_ARGUMENT for figures that the formulas refuse, which rules keep off the records.
absl::StatusOr<bool> AskSource(v1::Requirement::Source source, const CadreRecords& cadre,
                               const FacilityRecords& records, const FacilityFacts& facts,
                               v1::Requirement& requirement);

// Notes that a source had no answer.
void Skip(v1::Requirement::Source source, v1::Requirement::Gap gap, v1::Requirement& requirement);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_REQUIREMENT_FORMULA_H_
