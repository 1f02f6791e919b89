#ifndef MUDIRIYA_TESTS_TESTING_FAKE_PLACES_H_
#define MUDIRIYA_TESTS_TESTING_FAKE_PLACES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "common/status/errors.h"
#include "services/staffing/places.h"

namespace mudiriya::testing {

// A registry that holds what a test puts in. Facilities that a computation inside the database
// needs go into the copy besides, with staffing::StorePlaces.
class FakePlaces final : public staffing::Places {
 public:
  // Full names of areas, facilities and departments that exist.
  std::set<std::string> names;
  // Ids of the directorates that exist, with their public holidays of a year.
  std::map<std::string, int> directorates = {{"homs", 10}, {"assiut", 0}};
  absl::TimeZone zone = absl::FixedTimeZone(3 * 3600);
  // Set to the error that every question is answered with.
  absl::Status failure;
  int questions = 0;

  absl::StatusOr<std::vector<std::string>> FindMissing(
      Call&, absl::Span<const std::string> asked) override {
    ++questions;
    if (!failure.ok()) return failure;
    std::vector<std::string> missing;
    for (const std::string& name : asked) {
      if (names.count(name) == 0) missing.push_back(name);
    }
    return missing;
  }

  absl::StatusOr<absl::TimeZone> TimeZone(Call&, absl::string_view directorate) override {
    if (absl::Status status = Find(directorate); !status.ok()) return status;
    return zone;
  }

  absl::StatusOr<int> PublicHolidays(Call&, absl::string_view directorate, int) override {
    if (absl::Status status = Find(directorate); !status.ok()) return status;
    return directorates.at(std::string(directorate));
  }

 private:
  absl::Status Find(absl::string_view directorate) const {
    if (!failure.ok()) return failure;
    if (directorates.count(std::string(directorate)) > 0) return absl::OkStatus();
    return NotFound(absl::StrCat("directorates/", directorate));
  }
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_FAKE_PLACES_H_
