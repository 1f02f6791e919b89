# The pure algorithms: no database, no gRPC.
mudiriya_library(mudiriya_staffing_flow SOURCES allocation/min_cost_flow.cc DEPS PkgConfig::lemon)
# LEMON's containers use what C++20 removed from std::allocator.
set_target_properties(mudiriya_staffing_flow PROPERTIES CXX_STANDARD 17)
# Its graph nodes are copied before they are filled, which GCC 12 reports when optimising.
target_compile_options(mudiriya_staffing_flow PRIVATE -Wno-maybe-uninitialized)

mudiriya_library(mudiriya_staffing_algorithms
  SOURCES
    bands.cc
    priority.cc
    wisn.cc
    allocation/allocate.cc
    allocation/bounded_moves.cc
    allocation/columns.cc
    allocation/distance.cc
    allocation/eligibility.cc
    allocation/exclusive_roles.cc
    allocation/groups.cc
    allocation/market.cc
    allocation/network.cc
    allocation/network_solver.cc
    allocation/objective.cc
    allocation/ordered.cc
    allocation/pricing.cc
    allocation/report.cc
    allocation/spatial_index.cc
    allocation/validate.cc
  DEPS mudiriya_staffing_flow mudiriya_geo absl::status absl::statusor absl::strings absl::time
       absl::flat_hash_set absl::span Threads::Threads)
