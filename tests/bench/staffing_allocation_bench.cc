// The allocation plan: against Clp on the same instance, and at the size of a large country.
//   staffing_allocation_bench                       a small instance, quick
//   staffing_allocation_bench --facilities=2000 --cadres=30 --staff=60000 [--clp=0]
//   staffing_allocation_bench --facilities=10000 --cadres=40 --staff=400000 --clp=0
#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "benchmark/benchmark.h"
#include "services/staffing/allocation/allocate.h"
#include "tests/services/staffing/allocation/clp_reference.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

struct Settings {
  InstanceSize size = {400, 6, 12000, true};
  int32_t clp = 1;
  int32_t all_arcs = 0;
  int32_t neighbours = SolverOptions().neighbours;
  int32_t max_moves = -1;
};
Settings settings;

double PeakMegabytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void BM_Allocate(benchmark::State& state) {
  Request request = RandomDirectorate(settings.size, 1);
  if (settings.max_moves >= 0) request.parameters.max_moves = settings.max_moves;
  SolverOptions options;
  options.all_arcs = settings.all_arcs != 0;
  options.neighbours = settings.neighbours;
  Plan plan;
  for (auto _ : state) plan = *Allocate(request, options);
  state.counters["optimal"] = plan.proof.optimal;
  state.counters["moves"] = static_cast<double>(plan.moves.size());
  state.counters["arcs"] = static_cast<double>(plan.proof.arcs);
  state.counters["arcs_priced_in"] = static_cast<double>(plan.proof.arcs_priced_in);
  state.counters["networks_solved"] = static_cast<double>(plan.proof.rounds);
  state.counters["peak_MB"] = PeakMegabytes();
  if (settings.clp == 0) return;
  const ReferenceOptimum clp = ClpOptimum(request);
  if (clp.change != plan.proof.scaled_change) state.SkipWithError("Clp found another optimum");
  state.counters["clp_ms"] = absl::ToDoubleMilliseconds(clp.solving);
  state.counters["clp_over_ours"] = clp.solving / plan.proof.elapsed;
}

bool ReadSetting(absl::string_view argument) {
  const auto read = [&argument](absl::string_view name, int32_t& value) {
    absl::string_view rest = argument;
    return absl::ConsumePrefix(&rest, name) && absl::SimpleAtoi(rest, &value);
  };
  return read("--facilities=", settings.size.facilities) ||
         read("--cadres=", settings.size.cadres) || read("--staff=", settings.size.staff) ||
         read("--clp=", settings.clp) || read("--all_arcs=", settings.all_arcs) ||
         read("--neighbours=", settings.neighbours) || read("--max_moves=", settings.max_moves);
}

}  // namespace
}  // namespace mudiriya::staffing::allocation

int main(int argc, char** argv) {
  using mudiriya::staffing::allocation::BM_Allocate;
  benchmark::Initialize(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (mudiriya::staffing::allocation::ReadSetting(argv[i])) continue;
    std::fprintf(stderr, "unknown argument %s\n", argv[i]);
    return 2;
  }
  benchmark::RegisterBenchmark("Allocate", BM_Allocate)
      ->Unit(benchmark::kMillisecond)
      ->Iterations(1)
      ->UseRealTime();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
