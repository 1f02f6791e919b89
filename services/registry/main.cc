#include "common/server/service.h"
#include "services/registry/module.h"

int main(int argc, char** argv) {
  return mudiriya::server::RunServer(argc, argv, {.services = {mudiriya::registry::Registry()}});
}
