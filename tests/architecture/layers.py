"""Who may include what, as data (CONTRIBUTING.md says why). The first row that fits a file rules it.

An include is named by its kind, so that a row reads like the table in words:
  common/<x>, services/<x>     our own headers, by folder
  proto/<x>                    generated messages of mudiriya.<x> (type, options, registry, …)
  grpc/<x>                     generated stubs of mudiriya.<x>
  grpc-server, grpc            grpcpp's headers for servers, and all others of gRPC
  connector, lemon             the MySQL connector, the network flow library
  tests                        fixtures and matchers
Everything else (the standard library, absl, google's protos, OpenSSL, …) is free unless named.
"""

from dataclasses import dataclass

# Calls go one way: each service may call those before it.
SERVICES = ["registry", "partners", "staffing", "inspections", "vaccination"]

LEAVES = ["common/text", "common/geo"]
CORE = LEAVES + ["common/status", "common/db", "common/call", "common/resource"]
SHARED_PROTOS = ["proto/type", "proto/options"]
ALL_PROTOS = ["proto/*", "grpc/*"]


@dataclass(frozen=True)
class Layer:
    """Files whose path matches `files` (fnmatch; {service} is a folder of services/) may include
    only the restricted kinds in `may`."""

    name: str
    files: list[str]
    may: list[str]


# Algorithms: computed from what they are given, without a database and without gRPC.
PURE = ["wisn", "priority", "bands", "fte", "requirement_formula", "allocation/*", "place_ranks",
        "working_days", "plan_reasons", "transfer_order_page"]


def _pure_files() -> list[str]:
    return [f"services/{{service}}/{name}.*" for name in PURE]


LAYERS = [
    Layer("status converter", ["common/status/grpc_status.*"], ["common/status", "grpc"]),
    Layer("status", ["common/status/*"], ["common/status"]),
    Layer("leaf text", ["common/text/*"], ["common/text", "common/status/language"]),
    Layer("leaf geo", ["common/geo/*"], ["common/geo"]),
    Layer("database", ["common/db/*"], ["common/db", "common/status", *LEAVES, "connector"]),
    Layer("call", ["common/call/*"],
          ["common/call", "common/db", "common/status", *LEAVES, *SHARED_PROTOS]),
    Layer("resource", ["common/resource/*"], [*CORE, *SHARED_PROTOS]),
    Layer("server and client", ["common/server/*", "common/client/*"],
          [*CORE, "common/server", "common/client", *SHARED_PROTOS, "grpc", "grpc-server"]),
    Layer("gateway", ["services/gateway/*"],
          ["services/gateway", "common/status", *LEAVES, "common/server", "common/client",
           *ALL_PROTOS, "grpc", "grpc-server"]),
    Layer("command line", ["services/cli/*"],
          ["services/cli", "common/status", *LEAVES, "common/call/role*", "common/client",
           "common/server/auth", *ALL_PROTOS, "grpc"]),
    Layer("suite", ["services/suite/*"],
          ["services/*", *CORE, "common/server", "common/client", *ALL_PROTOS, "grpc",
           "grpc-server"]),
    Layer("algorithm", _pure_files(),
          [*[f"services/{{service}}/{name}" for name in PURE], "common/status", *LEAVES,
           "proto/{service}", "proto/type", "lemon"]),
    Layer("wire and start", ["services/{service}/*_service.*", "services/{service}/main.cc",
                             "services/{service}/module.*"],
          ["services/{service}", *CORE, "common/server", "common/client", "proto/{callee}",
           "grpc/{callee}", *SHARED_PROTOS, "grpc", "grpc-server"]),
    Layer("rules", ["services/{service}/*"],
          ["services/{service}", *CORE, "common/client", "proto/{callee}", "grpc/{callee}",
           *SHARED_PROTOS, "grpc"]),
    Layer("tests", ["tests/*"],
          ["tests", "common/*", "services/*", *ALL_PROTOS, "grpc", "grpc-server", "lemon"]),
]


def callees(service: str) -> list[str]:
    """The services whose contracts `service` may use: itself and those before it."""
    if service not in SERVICES:
        return [service]
    return SERVICES[: SERVICES.index(service) + 1]
