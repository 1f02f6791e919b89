#!/usr/bin/env python3
"""The demonstration data: reproducible, consistent in itself, and telling the story it is for."""

import csv
import re
import subprocess
import sys
import unittest
from collections import Counter, defaultdict
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DIRECTORATES = ["assiut", "homs", "libya", "mostaganem"]
ID = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
# The column that holds the id of each collection's resources, for those that others refer to.
ID_COLUMNS = {"areas": "area", "facilities": "facility", "cadres": "cadre",
              "activityStandards": "activity_standard", "programmes": "programme"}


def load(directorate: str) -> dict[str, list[dict]]:
    """Rows of each collection."""
    tables = {}
    for path in sorted((SEEDS / directorate).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem.split("_", 1)[1]] = list(csv.DictReader(file))
    return tables


# Which collection a column refers to by id.
REFERENCES = {"parent_area": "areas", "home_area": "areas", "area": "areas",
              "facility": "facilities", "preferred_facilities": "facilities",
              "restricted_facilities": "facilities", "cadre": "cadres", "needed_cadre": "cadres",
              "substitute_cadre": "cadres", "activity_standard": "activityStandards"}


def dangling(directorate: str, tables: dict[str, list[dict]]) -> set[tuple]:
    """References to what is not there, as (collection, column, value)."""
    known = {collection: {row[column] for row in tables.get(collection, [])}
             for collection, column in ID_COLUMNS.items()}
    departments = {f"directorates/{directorate}/facilities/{r['facility']}"
                   f"/departments/{r['department']}" for r in tables["departments"]}
    found = {(collection, column, row[column]) for collection, rows in tables.items()
             for row in rows for column, target in REFERENCES.items()
             if row.get(column) and row[column] not in known[target]}
    return found | {("assignments", "department", r["department"])
                    for r in tables.get("assignments", [])
                    if r["department"] and r["department"] not in departments}


class SeedsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tables = {d: load(d) for d in DIRECTORATES}

    def test_generator_reproduces_the_files(self):
        run = subprocess.run([sys.executable, "-B", SEEDS / "generate.py", "--check"],
                             capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, f"differing: {run.stdout}{run.stderr}")

    def test_references_resolve(self):
        for directorate, tables in self.tables.items():
            self.assertEqual(dangling(directorate, tables), set(), directorate)

    def test_ids_are_unique_and_well_formed(self):
        for directorate, tables in self.tables.items():
            for collection, column in {**ID_COLUMNS, "staffMembers": "staff_member"}.items():
                ids = [row[column] for row in tables.get(collection, [])]
                self.assertEqual(len(ids), len(set(ids)), f"{directorate} {collection}")
                self.assertTrue(all(ID.fullmatch(i) for i in ids), f"{directorate} {collection}")

    def test_sizes(self):
        people = {d: len(t.get("staffMembers", [])) for d, t in self.tables.items()}
        self.assertEqual(people, {"homs": 4000, "assiut": 3000, "mostaganem": 1200, "libya": 0})
        self.assertGreater(len(self.tables["libya"]["staffReturns"]), 500)
        self.assertLess(sum(p.stat().st_size for p in SEEDS.glob("*/*.csv")), 3_000_000)

    def test_nobody_works_more_than_full_time(self):
        for tables in self.tables.values():
            shares = defaultdict(float)
            for row in tables.get("assignments", []):
                shares[row["staff_member"]] += float(row["fte"])
            self.assertLessEqual(max(shares.values(), default=0), 1 + 1e-9)

    def test_invented_figures_are_marked(self):
        for directorate, tables in self.tables.items():
            for row in tables["areas"]:
                for figure in ("population", "area_km2"):
                    if row[figure]:
                        self.assertTrue(row[f"{figure}_source"], f"{directorate} {row['area']}")
                invented = "synthetic" in (row["population_source"], row["area_km2_source"])
                self.assertTrue(row["synthetic"] == "true" or not invented, row["area"])
            self.assertTrue(all(row["synthetic"] == "true" for row in tables["facilities"]))

    def test_hospitals_do_not_treat_more_than_they_have_beds_for(self):
        for directorate in ("homs", "assiut"):
            beds = {row["facility"]: int(row["beds"])
                    for row in self.tables[directorate]["facilities"]}
            for row in self.tables[directorate]["workloads"]:
                if row["activity_standard"].endswith("bed-day-nurse"):
                    days = int(row["annual_volume"])
                    self.assertLessEqual(days, 365 * beds[row["facility"]], row["facility"])

    def test_every_type_of_facility_has_people_or_counts(self):
        for directorate, tables in self.tables.items():
            rows = tables.get("assignments") or tables["staffReturns"]
            staffed = Counter(row["facility"] for row in rows)
            types = {row["type"] for row in tables["facilities"] if staffed[row["facility"]]}
            self.assertEqual(types, {row["type"] for row in tables["facilities"]}, directorate)


if __name__ == "__main__":
    sys.exit(unittest.main())
