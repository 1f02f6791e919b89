#include "common/server/service.h"
#include "services/staffing/module.h"

int main(int argc, char** argv) {
  return mudiriya::server::RunServer(argc, argv, {.services = {mudiriya::staffing::Staffing()}});
}
