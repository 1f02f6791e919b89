#include "services/staffing/places_follower.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/place_table.h"
#include "services/staffing/places_copy.h"

namespace mudiriya::staffing {
namespace {

constexpr absl::Duration kLookAgainAfter = absl::Seconds(1);

std::string NameOf(absl::string_view directorate) {
  return absl::StrCat("directorates/", directorate);
}

// Whether the copy holds anything of resources of this type.
bool IsCopied(absl::string_view resource_type) {
  return absl::EndsWith(resource_type, "/Directorate") || absl::EndsWith(resource_type, "/Area") ||
         absl::EndsWith(resource_type, "/Facility");
}

// The registry does not answer now, as opposed to: answers that there is no such thing.
bool IsOutage(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) ||
         absl::IsResourceExhausted(status);
}

// The ids of names of areas, facilities and departments, each kind apart.
struct Wanted {
  explicit Wanted(absl::Span<const std::string> names) {
    for (const std::string& name : names) {
      const std::vector<std::string> parts = absl::StrSplit(name, '/');
      if (parts.size() == 4 && parts[2] == "areas") areas.push_back(parts[3]);
      if (parts.size() == 4 && parts[2] == "facilities") facilities.push_back(parts[3]);
      if (parts.size() == 6 && parts[4] == "departments") departments.push_back(name);
    }
  }

  std::vector<std::string> areas;
  std::vector<std::string> facilities;
  std::vector<std::string> departments;
};

// The names of those areas and facilities that the copy holds.
absl::StatusOr<std::set<std::string>> Copied(db::Transaction& tx, absl::string_view directorate,
                                             const Wanted& wanted) {
  std::set<std::string> names;
  ASSIGN_OR_RETURN(const std::vector<std::string> areas, FindAreas(tx, directorate, wanted.areas));
  for (const std::string& id : areas)
    names.insert(absl::StrCat(NameOf(directorate), "/areas/", id));
  ASSIGN_OR_RETURN(const std::vector<Place> places, FindPlaces(tx, directorate, wanted.facilities));
  for (const Place& place : places) {
    if (place.deleted) continue;
    names.insert(absl::StrCat(NameOf(directorate), "/facilities/", place.facility));
  }
  return names;
}

bool IsCopiedKind(const std::string& name) {
  return std::count(name.begin(), name.end(), '/') == 3;
}

std::vector<std::string> Without(absl::Span<const std::string> names,
                                 const std::set<std::string>& found) {
  std::vector<std::string> missing;
  for (const std::string& name : names) {
    if (found.count(name) == 0) missing.push_back(name);
  }
  return missing;
}

class Follower final : public Places {
 public:
  explicit Follower(std::shared_ptr<PlacesSource> source) : source_(std::move(source)) {}

  absl::StatusOr<std::vector<std::string>> FindMissing(
      Call& call, absl::Span<const std::string> names) override {
    if (names.empty()) return std::vector<std::string>();
    const std::string directorate(resource::DirectorateOf(names.front()));
    RETURN_IF_ERROR(Known(call, directorate).status());
    const Wanted wanted(names);
    ASSIGN_OR_RETURN(std::set<std::string> found, FindCopied(call, directorate, wanted));
    std::vector<std::string> missing = Without(names, found);
    if (std::any_of(missing.begin(), missing.end(), &IsCopiedKind)) {
      RETURN_IF_ERROR(CatchUp(call, directorate));
      ASSIGN_OR_RETURN(found, FindCopied(call, directorate, wanted));
    }
    for (const std::string& department : wanted.departments) {
      ASSIGN_OR_RETURN(const bool there, source_->HasDepartment(call, department));
      if (there) found.insert(department);
    }
    return Without(names, found);
  }

  absl::StatusOr<absl::TimeZone> TimeZone(Call& call, absl::string_view directorate) override {
    ASSIGN_OR_RETURN(const PlaceDirectorate known, Known(call, std::string(directorate)));
    absl::TimeZone zone;
    if (!absl::LoadTimeZone(known.time_zone, &zone)) {
      return absl::InternalError("the directorate's time zone is not known to this machine");
    }
    return zone;
  }

  absl::StatusOr<int> PublicHolidays(Call& call, absl::string_view directorate, int year) override {
    return source_->CountHolidays(call, NameOf(directorate), year);
  }

  absl::Status Follow(Call& call, absl::string_view directorate) override {
    const std::string id(directorate);
    const absl::Status followed = CatchUp(call, id);
    if (!IsOutage(followed)) return followed;
    ASSIGN_OR_RETURN(const std::optional<PlaceDirectorate> known, Find(call, id));
    return known.has_value() ? absl::OkStatus() : followed;
  }

 private:
  absl::StatusOr<std::optional<PlaceDirectorate>> Find(Call& call, const std::string& directorate) {
    return call.db().ReadOne([&](db::Transaction& tx) { return FindDirectorate(tx, directorate); });
  }

  absl::StatusOr<std::set<std::string>> FindCopied(Call& call, const std::string& directorate,
                                                   const Wanted& wanted) {
    return call.db().Read([&](db::Transaction& tx) { return Copied(tx, directorate, wanted); });
  }

  // What is known of the directorate, not older than kLookAgainAfter where the registry answers.
  absl::StatusOr<PlaceDirectorate> Known(Call& call, const std::string& directorate) {
    if (IsDue(directorate, call.now())) RETURN_IF_ERROR(Follow(call, directorate));
    ASSIGN_OR_RETURN(const std::optional<PlaceDirectorate> known, Find(call, directorate));
    if (!known.has_value() || known->deleted) return NotFound(NameOf(directorate));
    return *known;
  }

  absl::Status CatchUp(Call& call, const std::string& directorate) {
    ASSIGN_OR_RETURN(const std::optional<PlaceDirectorate> known, Find(call, directorate));
    if (!known.has_value()) {
      RETURN_IF_ERROR(CopyAll(call, directorate, known));
    } else {
      RETURN_IF_ERROR(CatchUpFrom(call, directorate, *known));
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    looked_[directorate] = call.now();
    return absl::OkStatus();
  }

  absl::Status CatchUpFrom(Call& call, const std::string& directorate,
                           const PlaceDirectorate& known) {
    ASSIGN_OR_RETURN(const std::vector<type::v1::Change> changes,
                     source_->ListChanges(call, NameOf(directorate), known.sequence));
    if (changes.empty()) return absl::OkStatus();
    for (const type::v1::Change& change : changes) {
      if (IsCopied(change.resource_type())) return CopyAll(call, directorate, known);
    }
    return call.db().Write([&](db::Transaction& tx) {
      return SkipChanges(tx, directorate, known.sequence, changes.back().sequence());
    });
  }

  // One facility more or less moves the ranks of all, so all are read and compared. The facilities
  // are read first: what is read after them knows at least the changes that they know.
  absl::Status CopyAll(Call& call, const std::string& directorate,
                       const std::optional<PlaceDirectorate>& known) {
    const std::string name = NameOf(directorate);
    PlacesSnapshot snapshot;
    ASSIGN_OR_RETURN(PlacesSource::Facilities facilities, source_->ListFacilities(call, name));
    ASSIGN_OR_RETURN(snapshot.areas, source_->ListAreas(call, name));
    ASSIGN_OR_RETURN(snapshot.directorate, source_->GetDirectorate(call, name));
    snapshot.facilities = std::move(facilities.places);
    snapshot.sequence = facilities.sequence;
    return call.db().Write([&](db::Transaction& tx) {
      return StoreSnapshot(tx, directorate, known, snapshot, call.now());
    });
  }

  bool IsDue(const std::string& directorate, absl::Time now) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto looked = looked_.find(directorate);
    return looked == looked_.end() || now - looked->second >= kLookAgainAfter;
  }

  const std::shared_ptr<PlacesSource> source_;
  std::mutex mutex_;
  std::map<std::string, absl::Time> looked_;  // when each directorate's log was looked into
};

}  // namespace

std::shared_ptr<Places> FollowedPlaces(std::shared_ptr<PlacesSource> source) {
  return std::make_shared<Follower>(std::move(source));
}

}  // namespace mudiriya::staffing
