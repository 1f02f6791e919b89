#include "services/staffing/allocation/report.h"

#include <algorithm>
#include <tuple>

#include "services/staffing/allocation/objective.h"

namespace mudiriya::staffing::allocation {
namespace {

// A move before it is explained; places point into Ordered::positions.
struct Draft {
  int32_t from = 0;
  int32_t to = 0;
  int32_t order = 0;  // of the person among those of the place, as they are sent
  std::optional<int32_t> person;
  int32_t heads = 1;
  bool preferred = false;
};

void AppendDrafts(const Market& market, const MarketSolution& solution,
                  std::vector<Draft>& drafts) {
  int32_t last_group = -1;
  int32_t sent = 0;
  for (const Flow& flow : solution.flows) {
    if (flow.group != last_group) sent = 0;
    last_group = flow.group;
    const Group& group = market.groups[flow.group];
    const Receiver& receiver = market.receivers[flow.receiver];
    Draft draft;
    draft.from = market.donors[group.donor].place;
    draft.to = receiver.place;
    draft.preferred =
        std::binary_search(group.preferred.begin(), group.preferred.end(), receiver.facility);
    draft.order = flow.group;
    if (group.persons.empty()) {
      draft.heads = flow.heads;
      drafts.push_back(draft);
      continue;
    }
    for (int32_t i = 0; i < flow.heads; ++i) {
      draft.person = group.persons[sent++];
      drafts.push_back(draft);
    }
  }
}

double PenaltyOf(const Request& request, int32_t from_cadre, int32_t to_cadre) {
  for (const Substitution& pair : request.substitutions) {
    if (pair.from == from_cadre && pair.to == to_cadre) return pair.penalty;
  }
  return 0;
}

class Reporter {
 public:
  explicit Reporter(const Ordered& ordered) : ordered_(ordered), request_(*ordered.request) {
    for (size_t place = 0; place < ordered.positions.size(); ++place) {
      heads_.push_back(ordered.position(static_cast<int32_t>(place)).heads);
    }
  }

  Move Explain(const Draft& draft);
  std::vector<Outcome> Outcomes() const;

 private:
  double Cost(const FacilityCadre& position, int32_t heads) const {
    return ShortageCost(ordered_.priority(position), position.required, heads);
  }
  Gain GainOf(const Draft& draft, const Move& move) const;

  const Ordered& ordered_;
  const Request& request_;
  std::vector<int32_t> heads_;  // of each place, after the moves explained so far
};

Gain Reporter::GainOf(const Draft& draft, const Move& move) const {
  const FacilityCadre& from = ordered_.position(draft.from);
  const FacilityCadre& to = ordered_.position(draft.to);
  const Parameters& parameters = request_.parameters;
  Gain gain;
  gain.relief = Cost(to, move.destination_before) - Cost(to, move.destination_after);
  gain.loss = Cost(from, move.origin_after) - Cost(from, move.origin_before);
  gain.base = move.heads * parameters.base_move_cost;
  gain.distance = move.heads * parameters.cost_per_km * move.km.value_or(parameters.unknown_km);
  gain.preference = move.preferred ? move.heads * parameters.preference_credit : 0;
  gain.substitution = move.heads * PenaltyOf(request_, from.cadre, to.cadre);
  return gain;
}

Move Reporter::Explain(const Draft& draft) {
  const FacilityCadre& from = ordered_.position(draft.from);
  const FacilityCadre& to = ordered_.position(draft.to);
  Move move;
  move.from = from.facility;
  move.to = to.facility;
  move.from_cadre = from.cadre;
  move.to_cadre = to.cadre;
  move.person = draft.person;
  move.heads = draft.heads;
  move.preferred = draft.preferred;
  move.km = KmBetween(ordered_.locations[ordered_.facility_rank[from.facility]],
                      ordered_.locations[ordered_.facility_rank[to.facility]]);
  move.origin_before = heads_[draft.from];
  move.destination_before = heads_[draft.to];
  move.origin_after = heads_[draft.from] -= draft.heads;
  move.destination_after = heads_[draft.to] += draft.heads;
  move.gain = GainOf(draft, move);
  return move;
}

std::vector<Outcome> Reporter::Outcomes() const {
  std::vector<Outcome> outcomes;
  outcomes.reserve(heads_.size());
  for (size_t place = 0; place < heads_.size(); ++place) {
    const FacilityCadre& position = ordered_.position(static_cast<int32_t>(place));
    outcomes.push_back({ordered_.positions[place], position.heads, heads_[place],
                        Cost(position, position.heads), Cost(position, heads_[place])});
  }
  return outcomes;
}

}  // namespace

Plan MakePlan(const Ordered& ordered, const std::vector<Market>& markets,
              const std::vector<MarketSolution>& solutions) {
  std::vector<Draft> drafts;
  for (size_t i = 0; i < markets.size(); ++i) AppendDrafts(markets[i], solutions[i], drafts);
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return std::tie(a.from, a.to, a.order) < std::tie(b.from, b.to, b.order);
  });
  Plan plan;
  Reporter reporter(ordered);
  for (const Draft& draft : drafts) {
    const Move& move = plan.moves.emplace_back(reporter.Explain(draft));
    plan.after.base += move.gain.base;
    plan.after.distance += move.gain.distance;
    plan.after.preference += move.gain.preference;
    plan.after.substitution += move.gain.substitution;
  }
  plan.outcomes = reporter.Outcomes();
  for (const Outcome& outcome : plan.outcomes) {
    plan.before.shortage += outcome.shortage_before;
    plan.after.shortage += outcome.shortage_after;
  }
  return plan;
}

}  // namespace mudiriya::staffing::allocation
