mudiriya_test(staffing_rules_test
  SOURCES
    dates_test.cc
    fte_test.cc
    identity_cipher_test.cc
    recorded_levels.cc
    requirement_formula_test.cc
    row_id_test.cc
    validation_test.cc
  DEPS mudiriya_staffing_records mudiriya_testing
  LABELS pure)

mudiriya_test(staffing_records_test
  SOURCES
    assignments_test.cc
    counts_test.cc
    imports_test.cc
    leaves_test.cc
    recorded_levels.cc
    requirements_test.cc
    staff_members_test.cc
    staffing_fixture.cc
    staffing_settings_test.cc
    wisn_records_test.cc
  DEPS mudiriya_staffing_records mudiriya_testing
  LABELS database)

# Every AIP rule over every record.
mudiriya_test(staffing_contract_test
  SOURCES
    contract_traits.cc
    people_contract_test.cc
    recorded_levels.cc
    requirement_contract_test.cc
    wisn_contract_test.cc
  DEPS mudiriya_staffing_records mudiriya_testing resource_contract
  LABELS database
  TIMEOUT 900)
