#!/usr/bin/env python3
"""Each rule of the architecture check, shown to hold and shown to fail."""

import sys
import tempfile
import unittest
from pathlib import Path

import check
from contracts import check_comment_share, check_rpcs
from includes import check_includes, check_wire_has_no_sql
from sources import check_guard, check_length, check_lines


def refused(path: str, *headers: str) -> list[int]:
    """Lines (counted from 1) whose include is refused in a file at `path`."""
    text = "".join(f'#include "{h}"\n' for h in headers)
    return [p.line for p in check_includes(path, text)]


class IncludesTest(unittest.TestCase):
    def test_status_stands_alone(self):
        self.assertEqual(refused("common/status/errors.cc", "common/status/errors.h",
                                 "google/rpc/error_details.pb.h", "absl/status/status.h"), [])
        self.assertEqual(refused("common/status/errors.cc", "common/text/utf8.h",
                                 "grpcpp/support/status.h"), [1, 2])
        self.assertEqual(refused("common/status/grpc_status.cc", "grpcpp/support/status.h"), [])

    def test_leaves_use_nothing_of_ours(self):
        self.assertEqual(refused("common/text/csv.cc", "common/text/csv.h", "unicode/uchar.h"), [])
        self.assertEqual(refused("common/geo/distance.cc", "common/text/csv.h"), [1])

    def test_only_the_database_layer_sees_the_connector(self):
        self.assertEqual(refused("common/db/session.cc", "conncpp.hpp", "mysql_driver.h"), [])
        for path in ("common/resource/table.cc", "services/registry/areas.cc",
                     "services/suite/main.cc", "tests/common/db/session_test.cc"):
            self.assertEqual(refused(path, "mysql_driver.h"), [1], path)

    def test_database_and_resource_layers_know_no_service(self):
        self.assertEqual(refused("common/db/session.cc", "mudiriya/registry/v1/area.pb.h"), [1])
        self.assertEqual(refused("common/resource/table.cc", "mudiriya/staffing/v1/gap.pb.h",
                                 "grpcpp/support/status.h", "common/server/dispatcher.h"),
                         [1, 2, 3])
        self.assertEqual(refused("common/resource/change_log.cc", "mudiriya/type/v1/change.pb.h"),
                         [])

    def test_call_holds_no_grpc_type(self):
        self.assertEqual(refused("common/call/call.h", "grpcpp/server_context.h"), [1])

    def test_server_never_sees_services(self):
        self.assertEqual(refused("common/server/run.cc", "services/registry/areas.h"), [1])
        self.assertEqual(refused("common/server/run.cc", "grpcpp/server_builder.h"), [])

    def test_rules_see_no_grpc_server(self):
        self.assertEqual(refused("services/registry/areas.cc", "grpcpp/server_context.h",
                                 "common/server/dispatcher.h"), [1, 2])
        self.assertEqual(refused("services/registry/area_service.cc", "grpcpp/server_context.h",
                                 "common/server/dispatcher.h",
                                 "mudiriya/registry/v1/area_service.grpc.pb.h"), [])

    def test_services_meet_only_through_clients_and_in_one_direction(self):
        self.assertEqual(refused("services/staffing/places.cc",
                                 "mudiriya/registry/v1/area_service.grpc.pb.h",
                                 "common/client/channel.h"), [])
        self.assertEqual(refused("services/staffing/places.cc", "services/registry/areas.h"), [1])
        self.assertEqual(refused("services/registry/areas.cc", "mudiriya/staffing/v1/gap.pb.h"),
                         [1])

    def test_algorithms_see_neither_database_nor_grpc(self):
        self.assertEqual(refused("services/staffing/wisn.cc", "mudiriya/staffing/v1/wisn.pb.h"), [])
        self.assertEqual(refused("services/staffing/wisn.cc", "common/db/session.h",
                                 "common/call/call.h"), [1, 2])
        self.assertEqual(refused("services/staffing/any_solver.cc", "lemon/network_simplex.h",
                                 "common/db/session.h"), [1])

    def test_gateway_and_command_line_are_clients(self):
        self.assertEqual(refused("services/gateway/routes.cc", "common/db/session.h",
                                 "services/registry/areas.h"), [1, 2])
        self.assertEqual(refused("services/cli/main.cc", "common/server/run.h",
                                 "services/registry/areas.h"), [1, 2])

    def test_every_folder_is_in_a_layer(self):
        self.assertEqual(refused("common/unknown/thing.cc"), [1])

    def test_wire_files_hold_no_sql(self):
        sql = 'auto rows = tx.Query("SELECT name FROM area");\n'
        self.assertTrue(list(check_wire_has_no_sql("services/registry/area_service.cc", sql)))
        self.assertFalse(list(check_wire_has_no_sql("services/registry/areas.cc", sql)))


GOOD_RPC = """
  // Reads one area.
  rpc GetArea(GetAreaRequest) returns (Area) {
    option (google.api.http) = {get: "/v1/{name=directorates/*/areas/*}"};
    option (mudiriya.options.v1.permission) = "registry.areas.read";
  }
"""


class ContractsTest(unittest.TestCase):
    def complaints(self, text: str) -> list[str]:
        return [p.message for p in check_rpcs("a.proto", text)]

    def test_a_full_rpc_passes(self):
        self.assertEqual(self.complaints(GOOD_RPC), [])

    def test_a_missing_option_is_found_in_the_rpc_that_lacks_it(self):
        bare = GOOD_RPC.replace("GetArea(", "Bare(").replace(
            '    option (mudiriya.options.v1.permission) = "registry.areas.read";\n', "")
        self.assertEqual(self.complaints(bare + GOOD_RPC), ["rpc Bare has no permission"])

    def test_an_option_in_a_comment_does_not_count(self):
        hidden = GOOD_RPC.replace("option (google", "// option (google")
        self.assertEqual(self.complaints(hidden), ["rpc GetArea has no google.api.http route"])

    def test_an_rpc_without_a_body_lacks_both(self):
        self.assertEqual(len(self.complaints("rpc A(B) returns (stream C);")), 2)

    def test_half_of_the_lines_are_comments(self):
        self.assertEqual(list(check_comment_share("p", ["// a\nint32 a = 1;\n\n"])), [])
        self.assertEqual(len(list(check_comment_share("p", ["// a\nint32 a = 1;\n}\n"]))), 1)


class SourcesTest(unittest.TestCase):
    def test_length(self):
        self.assertEqual(list(check_length("a.cc", "x\n" * 400)), [])
        self.assertEqual(len(list(check_length("a.cc", "x\n" * 401))), 1)

    def test_guard_follows_the_path(self):
        good = "#ifndef MUDIRIYA_COMMON_DB_SESSION_H_\n"
        self.assertEqual(list(check_guard("common/db/session.h", good)), [])
        self.assertEqual(len(list(check_guard("common/db/other.h", good))), 1)

    def test_lines(self):
        def bad(path: str, text: str) -> int:
            return len(list(check_lines(path, text)))

        self.assertEqual(bad("docs/a.md", "see /" + "work/shared\n"), 1)
        self.assertEqual(bad("common/a.cc", "// TO" + "DO: finish\n"), 1)
        self.assertEqual(bad("tests/a.cc", "absl::Sleep" + "For(absl::Seconds(1));\n"), 1)
        self.assertEqual(bad("tests/a.cc", "TEST(A, DISABLED" + "_B) {}\n"), 1)
        self.assertEqual(bad("common/a.cc", "// network and framework/base are words\n"), 0)


class TreeTest(unittest.TestCase):
    def test_problems_of_a_whole_tree_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            bad = root / "services/registry/areas.cc"
            bad.parent.mkdir(parents=True)
            bad.write_text('#include "services/staffing/gaps.h"\n', encoding="utf-8")
            proto = root / "protos/mudiriya/registry/v1/area.proto"
            proto.parent.mkdir(parents=True)
            proto.write_text("message Area {}\n", encoding="utf-8")
            found = {p.path for p in check.check_tree(root)}
        self.assertEqual(found, {"services/registry/areas.cc", "protos/mudiriya/registry/v1"})


if __name__ == "__main__":
    sys.exit(unittest.main())
