#ifndef MUDIRIYA_TESTS_CONTRACT_CONTRACT_RULES_H_
#define MUDIRIYA_TESTS_CONTRACT_CONTRACT_RULES_H_

#include "tests/contract/deletion_rules.h"
#include "tests/contract/read_rules.h"
#include "tests/contract/request_rules.h"
#include "tests/contract/tenancy_rules.h"
#include "tests/contract/write_rules.h"

// Every rule over one resource: MUDIRIYA_RESOURCE_CONTRACT(Area, AreaContract);
#define MUDIRIYA_RESOURCE_CONTRACT(name, traits)                  \
  INSTANTIATE_TYPED_TEST_SUITE_P(name, ResourceReads, traits);    \
  INSTANTIATE_TYPED_TEST_SUITE_P(name, ResourceWrites, traits);   \
  INSTANTIATE_TYPED_TEST_SUITE_P(name, ResourceRequests, traits); \
  INSTANTIATE_TYPED_TEST_SUITE_P(name, ResourceTenancy, traits);  \
  INSTANTIATE_TYPED_TEST_SUITE_P(name, ResourceDeletion, traits)

#endif  // MUDIRIYA_TESTS_CONTRACT_CONTRACT_RULES_H_
