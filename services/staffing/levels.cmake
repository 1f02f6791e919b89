# What follows from the records: the copy of the registry's places, staffing levels and gaps.
mudiriya_library(mudiriya_staffing_levels
  SOURCES
    gap_courses.cc
    gap_densities.cc
    gap_details.cc
    gap_export.cc
    gap_months.cc
    gap_summaries.cc
    gap_table.cc
    gaps.cc
    insert_rows.cc
    level_changes.cc
    level_figures.cc
    level_names.cc
    level_pricing.cc
    level_refresh.cc
    level_rows.cc
    level_rules.cc
    level_scope.cc
    level_sums.cc
    level_upkeep.cc
    levels.cc
    place_areas.cc
    places_copy.cc
    places_follower.cc
  DEPS mudiriya_staffing_records)
# Records refresh levels, and levels are made from records: two halves of one service.
target_link_libraries(mudiriya_staffing_records PUBLIC mudiriya_staffing_levels)

# The registry behind a channel.
mudiriya_library(mudiriya_staffing_places_client
  SOURCES places_client.cc
  DEPS mudiriya_staffing_levels mudiriya_client mudiriya_status mudiriya_grpc_status
       mudiriya_grpc_protos)

mudiriya_library(mudiriya_staffing_gap_wire
  SOURCES gap_service.cc
  DEPS mudiriya_staffing_levels mudiriya_server mudiriya_grpc_protos)
