#!/usr/bin/env python3
"""Checks the architecture of a source tree: check.py ROOT. Prints each problem, exits 1 if any.

What is checked: who may include what (layers.py), permissions, routes and comments of the contracts
(contracts.py), and what holds for every file (sources.py).
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import Iterator

from contracts import check_comment_share, check_rpcs
from includes import Problem, check_includes, check_wire_has_no_sql
from sources import check_guard, check_length, check_lines

_FOLDERS = ["common", "services", "tests", "protos/mudiriya", "cmake", "scripts", "seeds", "docs",
            "k8s"]
_CODE = {".cc", ".h"}
_TEXT = _CODE | {".proto", ".sql", ".py", ".sh", ".cmake", ".txt", ".md", ".yaml", ".ts"}


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """Path below the root and text of each source file, in order."""
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            hidden = {"golden", "node_modules", "__pycache__"} & set(path.parts)
            if path.suffix in _TEXT and path.is_file() and not hidden:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def _is_contract(path: str) -> bool:
    """Whether the file is part of the public contracts; tests have protos of their own."""
    return path.startswith("protos/") and path.endswith(".proto")


def _check_file(path: str, text: str) -> Iterator[Problem]:
    yield from check_lines(path, text)
    if not path.endswith(".md"):
        yield from check_length(path, text)
    if path.endswith((".cc", ".h")):
        yield from check_includes(path, text)
        yield from check_wire_has_no_sql(path, text)
        yield from check_guard(path, text)
    if _is_contract(path):
        yield from check_rpcs(path, text)


def check_tree(root: Path) -> list[Problem]:
    """Every problem of the tree below `root`."""
    problems = []
    packages = defaultdict(list)
    for path, text in _files(root):
        problems += _check_file(path, text)
        if _is_contract(path):
            packages[path.rsplit("/", 1)[0]].append(text)
    for folder, texts in packages.items():
        problems += check_comment_share(folder, texts)
    return problems


def main() -> int:
    problems = check_tree(Path(sys.argv[1]))
    for problem in problems:
        print(f"{problem.path}:{problem.line}: {problem.message}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
