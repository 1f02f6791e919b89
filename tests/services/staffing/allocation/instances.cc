#include "tests/services/staffing/allocation/instances.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"

namespace mudiriya::staffing::allocation {
namespace {

using Random = std::mt19937;

double Uniform(Random& random, double low, double high) {
  return std::uniform_real_distribution<double>(low, high)(random);
}

int32_t Whole(Random& random, int32_t low, int32_t high) {
  return std::uniform_int_distribution<int32_t>(low, high)(random);
}

bool Chance(Random& random, double probability) { return Uniform(random, 0, 1) < probability; }

constexpr double kKmPerDegree = geo::kEarthRadiusKm * std::numbers::pi / 180;

void AddPerson(Request& request, int32_t facility, int32_t cadre) {
  Person& person = request.persons.emplace_back();
  person.id = absl::StrCat("p", request.persons.size() - 1);
  person.facility = facility;
  person.cadre = cadre;
  person.days_at_post = 1000;
}

std::vector<geo::Point> Towns(Random& random) {
  std::vector<geo::Point> towns(30);
  for (geo::Point& town : towns) {
    town = {Uniform(random, 30, 32.7), Uniform(random, 35, 38)};
  }
  return towns;
}

void AddFacilities(Request& request, int32_t count, Random& random) {
  const std::vector<geo::Point> towns = Towns(random);
  for (int32_t i = 0; i < count; ++i) {
    const geo::Point& town = towns[Whole(random, 0, static_cast<int32_t>(towns.size()) - 1)];
    const double spread = Chance(random, 0.5) ? 0.1 : 1.0;
    geo::Point at = {town.latitude + Uniform(random, -spread, spread),
                     town.longitude + Uniform(random, -spread, spread)};
    request.facilities.push_back({absl::StrCat("f", i), at, Uniform(random, 1, 4)});
  }
}

// Heads of one cadre at each facility: `staff` drawn by how much each attracts.
std::vector<int32_t> SpreadStaff(const std::vector<double>& attraction, int32_t staff,
                                 Random& random) {
  std::discrete_distribution<int32_t> draw(attraction.begin(), attraction.end());
  std::vector<int32_t> heads(attraction.size(), 0);
  for (int32_t i = 0; i < staff; ++i) ++heads[draw(random)];
  return heads;
}

void AddCadreOfDirectorate(Request& request, const InstanceSize& size,
                           const std::vector<double>& weight, int32_t cadre, Random& random) {
  const int32_t staff = size.staff / size.cadres;
  const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
  std::vector<double> attraction;
  for (double facility_weight : weight) {
    attraction.push_back(facility_weight * Uniform(random, 0.2, 2));
  }
  const std::vector<int32_t> heads = SpreadStaff(attraction, staff, random);
  for (int32_t facility = 0; facility < size.facilities; ++facility) {
    FacilityCadre position;
    position.facility = facility;
    position.cadre = cadre;
    position.required = 1.2 * staff * weight[facility] / total * Uniform(random, 0.5, 1.5);
    position.heads = heads[facility];
    if (!size.named) position.transferable = heads[facility];
    request.positions.push_back(position);
    for (int32_t i = 0; size.named && i < heads[facility]; ++i) {
      AddPerson(request, facility, cadre);
      Person& person = request.persons.back();
      person.days_at_post = Whole(random, 0, 5000);
      if (Chance(random, 0.02)) person.preferred = {Whole(random, 0, size.facilities - 1)};
      if (Chance(random, 0.02)) person.restricted = {Whole(random, 0, size.facilities - 1)};
    }
  }
}

template <typename T>
std::vector<int32_t> Shuffle(std::vector<T>& items, Random& random) {
  std::vector<int32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  std::vector<T> shuffled;
  std::vector<int32_t> now_at(items.size());
  for (int32_t old : order) {
    now_at[old] = static_cast<int32_t>(shuffled.size());
    shuffled.push_back(items[old]);
  }
  items = std::move(shuffled);
  return now_at;
}

void AddPuzzlePeople(Request& request, int32_t heads, int32_t facility, int32_t cadre,
                     Random& random) {
  const int32_t last = static_cast<int32_t>(request.facilities.size()) - 1;
  for (int32_t i = 0; i < heads; ++i) {
    AddPerson(request, facility, cadre);
    Person& person = request.persons.back();
    person.days_at_post = Whole(random, 0, 3) * 100;
    person.on_leave = Chance(random, 0.1);
    person.permanent = Chance(random, 0.9);
    if (Chance(random, 0.4)) person.preferred = {Whole(random, 0, last)};
    if (Chance(random, 0.4)) person.restricted = {Whole(random, 0, last)};
  }
}

Parameters PuzzleParameters(Random& random) {
  Parameters parameters;
  parameters.base_move_cost = Uniform(random, 0, 0.2);
  parameters.cost_per_km = Chance(random, 0.2) ? 0 : 0.002;
  parameters.preference_credit = Chance(random, 0.5) ? 0.05 : Uniform(random, 0, 0.6);
  parameters.keep_share = Chance(random, 0.5) ? 1 : Uniform(random, 0.3, 1);
  parameters.min_staff = Chance(random, 0.7) ? 0 : Whole(random, 1, 2);
  parameters.min_days_at_post = Chance(random, 0.5) ? 0 : 100;
  if (Chance(random, 0.3)) parameters.max_km = Uniform(random, 30, 200);
  if (Chance(random, 0.4)) parameters.max_moves = Whole(random, 0, 3);
  return parameters;
}

}  // namespace

int32_t RequestBuilder::AddFacility(std::optional<double> km, double priority) {
  Facility& facility = request.facilities.emplace_back();
  facility.id = absl::StrCat("f", request.facilities.size() - 1);
  facility.priority = priority;
  if (km.has_value()) facility.location = geo::Point{30 + *km / kKmPerDegree, 35};
  return static_cast<int32_t>(request.facilities.size()) - 1;
}

int32_t RequestBuilder::AddCadre() {
  request.cadres.push_back({absl::StrCat("c", request.cadres.size())});
  return static_cast<int32_t>(request.cadres.size()) - 1;
}

RequestBuilder& RequestBuilder::AddCounts(int32_t facility, int32_t cadre, double required,
                                          int32_t heads) {
  request.positions.push_back({facility, cadre, required, heads, heads});
  return *this;
}

RequestBuilder& RequestBuilder::AddPersons(int32_t facility, int32_t cadre, double required,
                                           int32_t heads) {
  request.positions.push_back({facility, cadre, required, heads, std::nullopt});
  for (int32_t i = 0; i < heads; ++i) AddPerson(request, facility, cadre);
  return *this;
}

Request RandomDirectorate(const InstanceSize& size, uint32_t seed) {
  Random random(seed);
  Request request;
  AddFacilities(request, size.facilities, random);
  std::vector<double> weight;
  for (int32_t i = 0; i < size.facilities; ++i) {
    weight.push_back(std::exp(std::normal_distribution<double>(0, 1)(random)));
  }
  for (int32_t cadre = 0; cadre < size.cadres; ++cadre) {
    request.cadres.push_back({absl::StrCat("c", cadre)});
    AddCadreOfDirectorate(request, size, weight, cadre, random);
  }
  return request;
}

Request RandomPuzzle(uint32_t seed) {
  Random random(seed);
  RequestBuilder builder;
  Request& request = builder.request;
  const int32_t facilities = Whole(random, 2, 4);
  for (int32_t i = 0; i < facilities; ++i) {
    std::optional<double> km = Uniform(random, 0, 250);
    if (Chance(random, 0.1)) km.reset();
    builder.AddFacility(km, Uniform(random, 0.5, 4));
  }
  const int32_t cadres = Whole(random, 1, 2);
  for (int32_t cadre = 0; cadre < cadres; ++cadre) {
    builder.AddCadre();
    const bool named = Chance(random, 0.7);
    for (int32_t facility = 0; facility < facilities; ++facility) {
      const int32_t heads = Whole(random, 0, cadres == 1 ? 3 : 2);
      const double required = Chance(random, 0.1) ? 0 : Uniform(random, 0, 4);
      if (!named) {
        request.positions.push_back({facility, cadre, required, heads, Whole(random, 0, heads)});
        continue;
      }
      request.positions.push_back({facility, cadre, required, heads, std::nullopt});
      AddPuzzlePeople(request, heads, facility, cadre, random);
    }
  }
  if (cadres == 2 && Chance(random, 0.7)) {
    request.substitutions.push_back({0, 1, Uniform(random, 0, 0.3)});
    if (Chance(random, 0.5)) request.substitutions.push_back({1, 0, Uniform(random, 0, 0.3)});
  }
  request.parameters = PuzzleParameters(random);
  return request;
}

Request Shuffled(const Request& request, uint32_t seed) {
  Random random(seed);
  Request other = request;
  const std::vector<int32_t> facility = Shuffle(other.facilities, random);
  const std::vector<int32_t> cadre = Shuffle(other.cadres, random);
  Shuffle(other.positions, random);
  Shuffle(other.persons, random);
  Shuffle(other.substitutions, random);
  for (FacilityCadre& position : other.positions) {
    position.facility = facility[position.facility];
    position.cadre = cadre[position.cadre];
  }
  for (Substitution& pair : other.substitutions) {
    pair.from = cadre[pair.from];
    pair.to = cadre[pair.to];
  }
  for (Person& person : other.persons) {
    person.facility = facility[person.facility];
    person.cadre = cadre[person.cadre];
    for (std::vector<int32_t>* list : {&person.preferred, &person.restricted}) {
      for (int32_t& named : *list) named = facility[named];
      std::shuffle(list->begin(), list->end(), random);
    }
  }
  return other;
}

}  // namespace mudiriya::staffing::allocation
