mudiriya_test(staffing_levels_test
  SOURCES
    gap_months_test.cc
    gap_summaries_test.cc
    gaps_test.cc
    level_contention_test.cc
    levels_fixture.cc
    levels_test.cc
    places_follower_test.cc
  DEPS mudiriya_staffing_levels mudiriya_testing
  LABELS database)
