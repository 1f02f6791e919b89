"""Checks each #include against the table in layers.py."""

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Iterator, NamedTuple, Optional

from layers import LAYERS, Layer, callees

_INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
_GRPC_SERVER = re.compile(r"^grpcpp/(server|health_check|support/server|ext/.*reflection)")
_CONNECTOR = re.compile(r"^(mysql|mariadb|conncpp|cppconn|jdbc)")
_SQL = re.compile(r'"\s*(SELECT\s|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|REPLACE\s+INTO)')


class Problem(NamedTuple):
    """What is wrong, and where."""

    path: str
    line: int
    message: str


def kind_of(header: str) -> Optional[str]:
    """The restricted kind of an included header (see layers.py); None if anyone may include it."""
    own_proto = re.match(r"^mudiriya/(\w+)/v\d+/\w+(\.grpc)?\.pb\.h$", header)
    if own_proto:
        return ("grpc/" if own_proto[2] else "proto/") + own_proto[1]
    if header.startswith(("common/", "services/")):
        return header.rsplit(".", 1)[0]
    if header.startswith("tests/"):
        return "tests"
    if _GRPC_SERVER.match(header):
        return "grpc-server"
    if header.startswith(("grpcpp/", "grpc/", "grpc++/")):
        return "grpc"
    if _CONNECTOR.match(header):
        return "connector"
    return "lemon" if header.startswith("lemon/") else None


def layer_of(path: str) -> tuple[Optional[Layer], str]:
    """The layer that rules a file, and the service ("" if none) whose folder it lies in."""
    parts = path.split("/")
    service = parts[1] if parts[0] == "services" and len(parts) > 2 else ""
    for layer in LAYERS:
        if any(fnmatchcase(path, p.replace("{service}", service)) for p in layer.files):
            return layer, service
    return None, service


def _allowed(kind: str, layer: Layer, service: str) -> bool:
    for pattern in layer.may:
        for callee in callees(service) if "{callee}" in pattern else [""]:
            wanted = pattern.replace("{service}", service).replace("{callee}", callee)
            if fnmatchcase(kind, wanted) or fnmatchcase(kind, wanted + "/*"):
                return True
    return False


def _lemon_keeps_to_itself(kinds: set[str]) -> bool:
    """A file that solves networks is an algorithm, whatever its name."""
    return not any(k.startswith(("common/db", "common/resource", "common/call", "grpc"))
                   for k in kinds)


def check_includes(path: str, text: str) -> Iterator[Problem]:
    """One problem for each include that the file's layer may not have."""
    layer, service = layer_of(path)
    if layer is None:
        yield Problem(path, 1, "is in no layer: give its folder a row in layers.py")
        return
    kinds = set()
    for number, line in enumerate(text.splitlines(), 1):
        match = _INCLUDE.match(line)
        kind = kind_of(match[1]) if match else None
        if kind is None:
            continue
        kinds.add(kind)
        may_lemon = kind == "lemon" and path.startswith("services/")
        if not may_lemon and not _allowed(kind, layer, service):
            yield Problem(path, number, f"layer `{layer.name}` may not include {match[1]}")
    if "lemon" in kinds and path.startswith("services/") and not _lemon_keeps_to_itself(kinds):
        yield Problem(path, 1, "a solver may see neither database nor gRPC")


def check_wire_has_no_sql(path: str, text: str) -> Iterator[Problem]:
    """The files that override RPCs hold no SQL: it belongs to the resource's own file."""
    if not fnmatchcase(Path(path).name, "*_service.*") or not path.startswith("services/"):
        return
    for number, line in enumerate(text.splitlines(), 1):
        if _SQL.search(line):
            yield Problem(path, number, "SQL in a wire file")
