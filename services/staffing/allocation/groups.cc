#include "services/staffing/allocation/groups.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "services/staffing/allocation/eligibility.h"
#include "services/staffing/allocation/objective.h"

namespace mudiriya::staffing::allocation {
namespace {

std::vector<int32_t> Ranks(const Ordered& ordered, const std::vector<int32_t>& facilities) {
  std::vector<int32_t> ranks;
  ranks.reserve(facilities.size());
  for (int32_t facility : facilities) ranks.push_back(ordered.facility_rank[facility]);
  std::sort(ranks.begin(), ranks.end());
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  return ranks;
}

struct Candidate {
  std::vector<int32_t> preferred;
  std::vector<int32_t> restricted;
  const Person* person = nullptr;
  int32_t index = 0;
};

Candidate CandidateOf(const Ordered& ordered, int32_t index) {
  const Person& person = ordered.request->persons[index];
  Candidate candidate{{}, Ranks(ordered, person.restricted), &person, index};
  for (int32_t facility : Ranks(ordered, person.preferred)) {
    if (!std::binary_search(candidate.restricted.begin(), candidate.restricted.end(), facility)) {
      candidate.preferred.push_back(facility);
    }
  }
  return candidate;
}

// Alike in preferences and restrictions; within those, longest at the post first, then by id.
bool Before(const Candidate& a, const Candidate& b) {
  return std::tie(a.preferred, a.restricted, b.person->days_at_post, a.person->id) <
         std::tie(b.preferred, b.restricted, a.person->days_at_post, b.person->id);
}

}  // namespace

std::vector<std::vector<int32_t>> MovablePersons(const Ordered& ordered) {
  const Request& request = *ordered.request;
  std::vector<std::vector<int32_t>> movable(ordered.positions.size());
  for (size_t i = 0; i < request.persons.size(); ++i) {
    const Person& person = request.persons[i];
    if (ObstacleTo(person, request.parameters) != Obstacle::kNone) continue;
    const int32_t place = PlaceOf(ordered, person.facility, person.cadre);
    if (Surplus(ordered.position(place), request.parameters) == 0) continue;
    movable[place].push_back(static_cast<int32_t>(i));
  }
  return movable;
}

std::vector<Group> GroupsOf(const Ordered& ordered, int32_t place,
                            const std::vector<int32_t>& persons) {
  const FacilityCadre& position = ordered.position(place);
  std::vector<Group> groups;
  if (position.transferable.value_or(0) > 0) {
    groups.emplace_back().size = *position.transferable;
    return groups;
  }
  std::vector<Candidate> candidates;
  for (int32_t person : persons) candidates.push_back(CandidateOf(ordered, person));
  std::sort(candidates.begin(), candidates.end(), Before);
  for (Candidate& candidate : candidates) {
    if (groups.empty() || groups.back().preferred != candidate.preferred ||
        groups.back().restricted != candidate.restricted) {
      Group& group = groups.emplace_back();
      group.preferred = candidate.preferred;
      group.restricted = candidate.restricted;
    }
    groups.back().persons.push_back(candidate.index);
    ++groups.back().size;
  }
  return groups;
}

}  // namespace mudiriya::staffing::allocation
