#include "services/staffing/allocation/validate.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/staffing/allocation/market.h"

namespace mudiriya::staffing::allocation {
namespace {

// Far above anything real, and low enough that no sum of scaled costs overflows.
constexpr double kLargest = 1e6;

absl::Status Refuse(absl::string_view what, absl::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat(what, ": ", why));
}

bool IsAmount(double value) { return value >= 0 && value <= kLargest; }

absl::Status CheckAmount(absl::string_view what, double value) {
  if (IsAmount(value)) return absl::OkStatus();
  return Refuse(what, absl::StrCat("must be a number from 0 to ", kLargest));
}

template <typename T>
absl::Status CheckIds(absl::string_view kind, const std::vector<T>& items) {
  absl::flat_hash_set<absl::string_view> seen;
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].id.empty()) return Refuse(absl::StrCat(kind, " #", i), "has no id");
    if (!seen.insert(items[i].id).second) {
      return Refuse(absl::StrCat(kind, " #", i), "has the id of one before it");
    }
  }
  return absl::OkStatus();
}

bool IsIndex(int32_t index, size_t size) { return index >= 0 && static_cast<size_t>(index) < size; }

absl::Status CheckParameters(const Parameters& parameters) {
  absl::Status status = CheckAmount("base move cost", parameters.base_move_cost);
  status.Update(CheckAmount("cost per km", parameters.cost_per_km));
  status.Update(CheckAmount("preference credit", parameters.preference_credit));
  status.Update(CheckAmount("share to keep", parameters.keep_share));
  status.Update(CheckAmount("least staff", parameters.min_staff));
  status.Update(CheckAmount("least days at the post", parameters.min_days_at_post));
  status.Update(CheckAmount("km where unknown", parameters.unknown_km));
  status.Update(CheckAmount("distance limit", parameters.max_km.value_or(0)));
  if (parameters.max_moves.value_or(0) < 0) {
    status.Update(Refuse("limit of moves", "must be at least 0"));
  }
  return status;
}

absl::Status CheckFacilities(const std::vector<Facility>& facilities) {
  for (const Facility& facility : facilities) {
    if (!IsAmount(facility.priority)) {
      return Refuse(facility.id, absl::StrCat("priority must be from 0 to ", kLargest));
    }
    if (!facility.location.has_value()) continue;
    const geo::Point& at = *facility.location;
    if (!(std::abs(at.latitude) <= 90 && std::abs(at.longitude) <= 180)) {
      return Refuse(facility.id, "location must lie within 90° of latitude, 180° of longitude");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckPosition(const Request& request, const FacilityCadre& position, size_t number) {
  if (!IsIndex(position.facility, request.facilities.size()) ||
      !IsIndex(position.cadre, request.cadres.size())) {
    return Refuse(absl::StrCat("position #", number), "names no facility or cadre of the request");
  }
  const std::string what = absl::StrCat(request.facilities[position.facility].id, ", ",
                                        request.cadres[position.cadre].id);
  absl::Status status = CheckAmount(absl::StrCat(what, ": requirement"), position.required);
  status.Update(CheckAmount(absl::StrCat(what, ": heads"), position.heads));
  const int32_t transferable = position.transferable.value_or(0);
  if (transferable < 0 || transferable > position.heads) {
    status.Update(Refuse(what, "heads that may be moved must be from 0 to the heads there"));
  }
  return status;
}

absl::Status CheckPositions(const Request& request) {
  absl::flat_hash_set<int64_t> seen;
  for (size_t i = 0; i < request.positions.size(); ++i) {
    const FacilityCadre& position = request.positions[i];
    absl::Status status = CheckPosition(request, position, i);
    if (!status.ok()) return status;
    const int64_t key = int64_t{position.facility} * request.cadres.size() + position.cadre;
    if (!seen.insert(key).second) {
      return Refuse(request.facilities[position.facility].id,
                    absl::StrCat("cadre ", request.cadres[position.cadre].id, " is there twice"));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckPerson(const Request& request, const Person& person) {
  if (!IsIndex(person.facility, request.facilities.size()) ||
      !IsIndex(person.cadre, request.cadres.size())) {
    return absl::InvalidArgumentError("names no facility or cadre of the request");
  }
  for (const std::vector<int32_t>* list : {&person.preferred, &person.restricted}) {
    for (int32_t facility : *list) {
      if (!IsIndex(facility, request.facilities.size())) {
        return absl::InvalidArgumentError("names a destination that is not in the request");
      }
    }
  }
  return absl::OkStatus();
}

// Whether the persons fit what their positions say: a register or counts, and enough heads.
absl::Status CheckPersons(const Request& request) {
  const Ordered ordered = PutInOrder(request);
  std::vector<int32_t> full_time(ordered.positions.size(), 0);
  for (size_t i = 0; i < request.persons.size(); ++i) {
    const Person& person = request.persons[i];
    const std::string what = absl::StrCat("person #", i);
    if (absl::Status status = CheckPerson(request, person); !status.ok()) {
      return Refuse(what, status.message());
    }
    const int32_t place = PlaceOf(ordered, person.facility, person.cadre);
    if (place < 0) return Refuse(what, "is at no position of the request");
    const FacilityCadre& position = ordered.position(place);
    if (position.transferable.has_value()) {
      return Refuse(what, "is named at a position that returns counts only");
    }
    if (person.full_time && ++full_time[place] > position.heads) {
      return Refuse(what, "is one more than the heads of the position");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckSubstitutions(const Request& request) {
  absl::flat_hash_set<int64_t> seen;
  for (const Substitution& pair : request.substitutions) {
    const size_t cadres = request.cadres.size();
    if (!IsIndex(pair.from, cadres) || !IsIndex(pair.to, cadres) || pair.from == pair.to) {
      return Refuse("substitution", "must join two different cadres of the request");
    }
    absl::Status status = CheckAmount("penalty of a substitution", pair.penalty);
    if (!status.ok()) return status;
    if (!seen.insert(int64_t{pair.from} * cadres + pair.to).second) {
      return Refuse("substitution", "is there twice");
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ValidateRequest(const Request& request) {
  absl::Status status = CheckParameters(request.parameters);
  if (status.ok()) status = CheckIds("facility", request.facilities);
  if (status.ok()) status = CheckIds("cadre", request.cadres);
  if (status.ok()) status = CheckIds("person", request.persons);
  if (status.ok()) status = CheckFacilities(request.facilities);
  if (status.ok()) status = CheckPositions(request);
  if (status.ok()) status = CheckSubstitutions(request);
  if (status.ok()) status = CheckPersons(request);
  return status;
}

}  // namespace mudiriya::staffing::allocation
