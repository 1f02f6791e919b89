#ifndef MUDIRIYA_TESTS_TESTING_FAKE_PLACES_SOURCE_H_
#define MUDIRIYA_TESTS_TESTING_FAKE_PLACES_SOURCE_H_

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "services/staffing/places_source.h"

namespace mudiriya::testing {

// A registry of facilities that a test puts in and changes. Every change is logged, as the real one
// does.
class FakePlacesSource final : public staffing::PlacesSource {
 public:
  // Set to the error that every question is answered with.
  absl::Status failure;
  int log_reads = 0;
  int copies = 0;  // how often all facilities were read
  std::set<std::string> departments;
  int holidays = 13;

  void Put(const registry::v1::Directorate& directorate) {
    directorates_[directorate.name()] = directorate;
    Log(directorate.name(), "registry.mudiriya.health/Directorate");
  }
  void Put(const registry::v1::Area& area) {
    areas_[area.name()] = area;
    Log(area.name(), "registry.mudiriya.health/Area");
  }
  void Put(const registry::v1::FacilityPlace& place) {
    places_[place.facility()] = place;
    Log(place.facility(), "registry.mudiriya.health/Facility");
  }
  void RemoveFacility(const std::string& name) {
    places_.erase(name);
    Log(name, "registry.mudiriya.health/Facility");
  }
  // A change of something of the directorate that is not copied.
  void Log(const std::string& name, const std::string& type) {
    std::vector<type::v1::Change>& log = logs_[DirectorateName(name)];
    type::v1::Change& change = log.emplace_back();
    change.set_sequence(static_cast<int64_t>(log.size()));
    change.set_resource(name);
    change.set_resource_type(type);
  }
  registry::v1::FacilityPlace Facility(const std::string& name) const { return places_.at(name); }

  absl::StatusOr<registry::v1::Directorate> GetDirectorate(
      Call&, const std::string& directorate) override {
    if (!failure.ok()) return failure;
    const auto found = directorates_.find(directorate);
    if (found == directorates_.end()) return NotFound(directorate);
    return found->second;
  }

  absl::StatusOr<std::vector<registry::v1::Area>> ListAreas(
      Call&, const std::string& directorate) override {
    if (!failure.ok()) return failure;
    std::vector<registry::v1::Area> areas;
    for (const auto& [name, area] : areas_) {
      if (DirectorateName(name) == directorate) areas.push_back(area);
    }
    return areas;
  }

  absl::StatusOr<Facilities> ListFacilities(Call&, const std::string& directorate) override {
    if (!failure.ok()) return failure;
    ++copies;
    Facilities facilities;
    facilities.sequence = static_cast<int64_t>(logs_[directorate].size());
    for (const auto& [name, place] : places_) {
      if (DirectorateName(name) == directorate) facilities.places.push_back(place);
    }
    return facilities;
  }

  absl::StatusOr<std::vector<type::v1::Change>> ListChanges(Call&, const std::string& directorate,
                                                            int64_t after_sequence) override {
    if (!failure.ok()) return failure;
    ++log_reads;
    const std::vector<type::v1::Change>& log = logs_[directorate];
    const int64_t after = std::min<int64_t>(after_sequence, log.size());
    return std::vector<type::v1::Change>(log.begin() + after, log.end());
  }

  absl::StatusOr<bool> HasDepartment(Call&, const std::string& department) override {
    if (!failure.ok()) return failure;
    return departments.count(department) > 0;
  }

  absl::StatusOr<int> CountHolidays(Call&, const std::string&, int) override {
    if (!failure.ok()) return failure;
    return holidays;
  }

 private:
  static std::string DirectorateName(const std::string& name) {
    return absl::StrCat("directorates/", resource::DirectorateOf(name));
  }

  std::map<std::string, registry::v1::Directorate> directorates_;
  std::map<std::string, registry::v1::Area> areas_;
  std::map<std::string, registry::v1::FacilityPlace> places_;
  std::map<std::string, std::vector<type::v1::Change>> logs_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_FAKE_PLACES_SOURCE_H_
