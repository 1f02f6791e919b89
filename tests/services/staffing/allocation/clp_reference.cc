#include "tests/services/staffing/allocation/clp_reference.h"

#include <cmath>
#include <optional>
#include <vector>

#include "absl/time/clock.h"
#include "coin/ClpSimplex.hpp"
#include "services/staffing/allocation/columns.h"
#include "services/staffing/allocation/market.h"
#include "services/staffing/allocation/objective.h"

namespace mudiriya::staffing::allocation {
namespace {

// minimise cost·x, row by row: each column has few entries, all 1 or -1.
class Programme {
 public:
  int AddRow(double upper) {
    row_upper_.push_back(upper);
    return static_cast<int>(row_upper_.size()) - 1;
  }

  void BeginColumn(double cost, double upper) {
    starts_.push_back(static_cast<CoinBigIndex>(rows_.size()));
    costs_.push_back(cost);
    upper_.push_back(upper);
  }

  void Entry(int row, double value) {
    rows_.push_back(row);
    values_.push_back(value);
  }

  ReferenceOptimum Solve() {
    starts_.push_back(static_cast<CoinBigIndex>(rows_.size()));
    const std::vector<double> lower(costs_.size(), 0);
    const std::vector<double> row_lower(row_upper_.size(), -COIN_DBL_MAX);
    ClpSimplex model;
    model.setLogLevel(0);
    model.loadProblem(static_cast<int>(costs_.size()), static_cast<int>(row_upper_.size()),
                      starts_.data(), rows_.data(), values_.data(), lower.data(), upper_.data(),
                      costs_.data(), row_lower.data(), row_upper_.data());
    const absl::Time start = absl::Now();
    model.initialSolve();
    ReferenceOptimum optimum;
    optimum.solving = absl::Now() - start;
    optimum.columns = static_cast<int64_t>(costs_.size());
    if (model.isProvenOptimal()) optimum.change = Exact(model);
    return optimum;
  }

 private:
  // Clp keeps to its rows within 1e-7 each, which is enough to shift an objective of 1e9 by a unit.
  // A vertex of this programme is whole, so its rounded values, summed in integers, are what it
  // means. Without value if the rounded ones break a row or mean something else.
  std::optional<int64_t> Exact(const ClpSimplex& model) const {
    const double* const solution = model.primalColumnSolution();
    std::vector<double> rows(row_upper_.size(), 0);
    int64_t sum = 0;
    for (size_t column = 0; column < costs_.size(); ++column) {
      const double value = std::round(solution[column]);
      if (std::abs(value - solution[column]) > 1e-4) return std::nullopt;
      sum += std::llround(costs_[column]) * std::llround(value);
      for (CoinBigIndex i = starts_[column]; i < starts_[column + 1]; ++i) {
        rows[rows_[i]] += values_[i] * value;
      }
    }
    for (size_t row = 0; row < rows.size(); ++row) {
      if (rows[row] > row_upper_[row]) return std::nullopt;
    }
    const double largest_shift = 10;
    if (std::abs(static_cast<double>(sum) - model.objectiveValue()) > largest_shift) {
      return std::nullopt;
    }
    return sum;
  }

  std::vector<CoinBigIndex> starts_;
  std::vector<int> rows_;
  std::vector<double> values_;
  std::vector<double> costs_;
  std::vector<double> upper_;
  std::vector<double> row_upper_;
};

// A market's rows: what a donor gives <= its surplus; what a group gives <= its size; the
// places that a receiver fills - what it gets <= 0. `limit` is the row of all moves, if there is
// one.
void AddMarket(const Ordered& ordered, const Market& market, std::optional<int> limit,
               Programme& programme) {
  std::vector<int> donor_rows;
  std::vector<int> group_rows;
  std::vector<int> receiver_rows;
  for (const Donor& donor : market.donors) donor_rows.push_back(programme.AddRow(donor.surplus));
  for (const Group& group : market.groups) {
    const bool alone = market.donors[group.donor].groups == 1;
    group_rows.push_back(alone ? -1 : programme.AddRow(group.size));
  }
  for (const Receiver& receiver : market.receivers) {
    receiver_rows.push_back(programme.AddRow(0));
    const FacilityCadre& position = ordered.position(receiver.place);
    for (int32_t filled = 0; filled < receiver.vacancy; ++filled) {
      const double relief =
          Relief(ordered.priority(position), position.required, position.heads + filled);
      programme.BeginColumn(-std::round(relief * kCostScale), 1);
      programme.Entry(receiver_rows.back(), 1);
    }
  }
  for (const Column& column : AllColumns(ordered, market)) {
    programme.BeginColumn(static_cast<double>(column.cost), COIN_DBL_MAX);
    programme.Entry(donor_rows[market.groups[column.group].donor], 1);
    if (group_rows[column.group] >= 0) programme.Entry(group_rows[column.group], 1);
    programme.Entry(receiver_rows[column.receiver], -1);
    if (limit.has_value()) programme.Entry(*limit, 1);
  }
}

}  // namespace

ReferenceOptimum ClpOptimum(const Request& request) {
  const Ordered ordered = PutInOrder(request);
  const std::vector<Market> markets = BuildMarkets(ordered);
  if (request.parameters.max_moves.has_value()) {
    Programme programme;
    const int limit = programme.AddRow(static_cast<double>(*request.parameters.max_moves));
    for (const Market& market : markets) AddMarket(ordered, market, limit, programme);
    return programme.Solve();
  }
  ReferenceOptimum total;
  total.change = 0;
  for (const Market& market : markets) {
    Programme programme;
    AddMarket(ordered, market, std::nullopt, programme);
    const ReferenceOptimum one = programme.Solve();
    if (!one.change.has_value()) return one;
    *total.change += *one.change;
    total.solving += one.solving;
    total.columns += one.columns;
  }
  return total;
}

}  // namespace mudiriya::staffing::allocation
