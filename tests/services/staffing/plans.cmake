mudiriya_test(staffing_plan_texts_test
  SOURCES plan_reasons_test.cc transfer_order_page_test.cc
  DEPS mudiriya_staffing_plans
  LABELS pure)

mudiriya_test(staffing_plans_test
  SOURCES
    allocation_moves_test.cc
    levels_fixture.cc
    plan_computation_test.cc
    plan_counts_test.cc
    plan_effect_test.cc
    plan_fixture.cc
    plan_steps_test.cc
    transfer_orders_test.cc
  DEPS mudiriya_staffing_plans mudiriya_testing
  LABELS database)
