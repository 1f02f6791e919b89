"""Checks of the protos that buf does not make."""

import re
from typing import Iterator

from includes import Problem

_RPC = re.compile(r"\brpc\s+(\w+)\s*\([^)]*\)\s*returns\s*\([^)]*\)\s*([{;])")
_NEEDED = {
    "(google.api.http)": "no google.api.http route",
    "(mudiriya.options.v1.permission)": "no permission",
}


def _without_comments(text: str) -> str:
    return re.sub(r"//[^\n]*", "", text)


def _block(text: str, start: int) -> str:
    """The text between the brace at `start` and its partner."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return text[start:position]
    return text[start:]


def check_rpcs(path: str, text: str) -> Iterator[Problem]:
    """Every RPC names its permission and its HTTP route."""
    code = _without_comments(text)
    for match in _RPC.finditer(code):
        body = _block(code, match.end() - 1) if match[2] == "{" else ""
        line = code.count("\n", 0, match.start()) + 1
        for option, complaint in _NEEDED.items():
            if option not in body:
                yield Problem(path, line, f"rpc {match[1]} has {complaint}")


def comment_share(texts: list[str]) -> float:
    """Share of the lines that are comments among those that are not blank; 1 if there are none."""
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    comments = sum(line.startswith("//") for line in lines)
    return comments / len(lines) if lines else 1.0


def check_comment_share(folder: str, texts: list[str]) -> Iterator[Problem]:
    """Contracts explain themselves: at least half of the lines of a package are comments."""
    share = comment_share(texts)
    if share < 0.5:
        yield Problem(folder, 1, f"only {share:.0%} of the lines are comments, half must be")
