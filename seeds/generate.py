#!/usr/bin/env python3
"""Writes the demonstration data: generate.py [--check].

For each directorate it reads 10_areas.csv, which is kept by hand (facts with their sources, and
figures marked as invented), and writes every other file beside it. The same on every run: chance is
seeded for each directorate. --check writes nothing and fails if a file differs.
"""

import json
import random
import sys
from pathlib import Path

from generator import calendars, cadres, posts
from generator.people import People
from generator.places import Places, department_rows
from generator.profiles import PROFILES, Profile
from generator.tables import from_csv, to_csv
from generator.workload import Workloads, workload_rows

HERE = Path(__file__).resolve().parent


def tables_of(profile: Profile) -> dict[str, list[dict]]:
    """Rows of each collection of a directorate, by file stem."""
    rng = random.Random(profile.seed)
    places = Places(profile, from_csv(HERE / profile.id / "10_areas.csv"), rng).make()
    work = Workloads(profile, places, rng)
    counts = work.staff()
    tables = {
        "11_programmes": calendars.programme_rows(profile),
        "12_holidays": calendars.holiday_rows(profile),
        "13_facilities": [place.row for place in places],
        "14_departments": department_rows(places),
        "20_cadres": cadres.cadre_rows(),
        "25_substitutionRules": posts.substitution_rows(),
    }
    if profile.source == "WISN":
        tables["21_workingTimes"] = cadres.working_time_rows(profile)
        tables["22_activityStandards"] = cadres.activity_rows()
        tables["23_supportActivities"] = cadres.support_rows()
        tables["24_additionalActivities"] = posts.additional_activity_rows(places)
        tables["34_workloads"] = workload_rows(places, work, rng)
    if profile.source == "ESTABLISHMENT":
        tables["27_establishments"] = posts.establishment_rows(places, work)
    else:
        tables["26_staffingNorms"] = posts.norm_rows(profile)
    if profile.staff:
        people = People(profile, places, rng)
        people.make(counts)
        tables["30_staffMembers"] = people.staff_members
        tables["31_assignments"] = people.assignments
        tables["32_leaves"] = people.leaves
    else:
        tables["33_staffReturns"] = posts.return_rows(counts)
    return tables


def files_of(profile: Profile) -> dict[Path, str]:
    """Text of each file that is generated for a directorate."""
    def as_json(value: dict) -> str:
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

    folder = HERE / profile.id
    files = {folder / "00_directorate.json": as_json(calendars.directorate(profile)),
             folder / "28_staffingSettings.json": as_json(posts.settings(profile))}
    for stem, rows in tables_of(profile).items():
        files[folder / f"{stem}.csv"] = to_csv(rows)
    return files


def main() -> int:
    differing = []
    for profile in PROFILES:
        for path, text in files_of(profile).items():
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            differing.append(path)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    for path in differing:
        print(path.relative_to(HERE))
    return 1 if differing and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
