mudiriya_library(mudiriya_staffing_levels_testing
  SOURCES levels_fixture.cc
  DEPS mudiriya_staffing_levels mudiriya_testing GTest::gmock)

mudiriya_test(staffing_levels_test
  SOURCES
    level_contention_test.cc
    levels_test.cc
    places_follower_test.cc
  DEPS mudiriya_staffing_levels_testing
  LABELS database
  TIMEOUT 600)

mudiriya_test(staffing_gaps_test
  SOURCES
    gap_months_test.cc
    gap_summaries_test.cc
    gaps_test.cc
  DEPS mudiriya_staffing_levels_testing
  LABELS database
  TIMEOUT 600)
