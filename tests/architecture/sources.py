"""Checks that hold for every source file: length, guards, nothing unfinished, no machine's paths."""

import re
from typing import Iterator

from includes import Problem

MAX_LINES = 400

# Written in two parts, so that this file does not hold what it looks for.
_MACHINE_PATHS = re.compile("/" + r"(work|farm|home/\w+)/")
_UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
_SKIPPED_TEST = re.compile(r"\bDISABLED_\w|\bGTEST_" + "SKIP")
_SLEEP = re.compile(r"sleep_" + r"for|Sleep" + r"For\(|\busleep" + r"\(|\btime\.sleep" + r"\(")


def check_length(path: str, text: str) -> Iterator[Problem]:
    """A file beyond the limit has a second subject in it."""
    lines = text.count("\n")
    if lines > MAX_LINES:
        yield Problem(path, MAX_LINES, f"{lines} lines, {MAX_LINES} at most")


def _expected_guard(path: str) -> str:
    return "MUDIRIYA_" + re.sub(r"[^A-Za-z0-9]", "_", path).upper() + "_"


def check_guard(path: str, text: str) -> Iterator[Problem]:
    """A header's guard follows from its path, so that two headers never share one."""
    if path.endswith(".h") and f"#ifndef {_expected_guard(path)}\n" not in text:
        yield Problem(path, 1, f"header guard is not {_expected_guard(path)}")


def check_lines(path: str, text: str) -> Iterator[Problem]:
    """No paths of one machine, no marks of unfinished work; tests neither sleep nor are skipped."""
    rules = [(_MACHINE_PATHS, "a path of one machine"), (_UNFINISHED, "unfinished work")]
    if path.startswith("tests/"):
        rules += [(_SKIPPED_TEST, "a test that is skipped"), (_SLEEP, "a test that sleeps")]
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, complaint in rules:
            if pattern.search(line):
                yield Problem(path, number, complaint)
