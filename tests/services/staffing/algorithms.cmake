# Instances and independent solvers that the tests and the benchmarks of the allocation share.
pkg_check_modules(clp IMPORTED_TARGET clp)
mudiriya_library(mudiriya_allocation_testing
  SOURCES
    allocation/clp_reference.cc
    allocation/exhaustive_search.cc
    allocation/instances.cc
  DEPS mudiriya_staffing_algorithms PkgConfig::clp)

mudiriya_test(staffing_figures_test
  SOURCES bands_test.cc priority_test.cc wisn_test.cc
  DEPS mudiriya_staffing_algorithms
  LABELS pure)

mudiriya_test(staffing_allocation_test
  SOURCES
    allocation/allocate_test.cc
    allocation/exhaustive_test.cc
    allocation/min_cost_flow_test.cc
    allocation/objective_test.cc
    allocation/order_test.cc
    allocation/reference_test.cc
    allocation/report_test.cc
    allocation/roles_test.cc
    allocation/spatial_index_test.cc
    allocation/validate_test.cc
  DEPS mudiriya_allocation_testing
  LABELS pure)
