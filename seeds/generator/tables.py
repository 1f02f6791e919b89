"""Reading and writing the CSV files of a directorate. Written the same on every machine."""

import csv
import io
from pathlib import Path


def to_csv(rows: list[dict]) -> str:
    """The rows as CSV text: columns in the order of their first appearance, empty ones left out."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    used = [c for c in columns if any(row.get(c, "") != "" for row in rows)]
    out = io.StringIO()
    writer = csv.DictWriter(out, used, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def from_csv(path: Path) -> list[dict]:
    """The rows of a CSV file, each cell as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(value: float) -> str:
    """A number without needless decimals: 0.5, 12, 1484.25."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
