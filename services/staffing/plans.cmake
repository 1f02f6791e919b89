# Allocation plans: whom to move, and the steps from draft to effect.
mudiriya_library(mudiriya_staffing_plans
  SOURCES
    allocation_moves.cc
    allocation_plans.cc
    localized_name.cc
    plan_computation.cc
    plan_counts.cc
    plan_details.cc
    plan_effect.cc
    plan_instance.cc
    plan_parameters.cc
    plan_pins.cc
    plan_reasons.cc
    plan_report.cc
    plan_state.cc
    plan_steps.cc
    transfer_order_page.cc
    transfer_orders.cc
  DEPS mudiriya_staffing_levels)

mudiriya_library(mudiriya_staffing_plan_wire
  SOURCES allocation_plan_service.cc
  DEPS mudiriya_staffing_plans mudiriya_server mudiriya_grpc_protos)
