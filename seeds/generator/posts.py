"""Requirements that do not come from workloads, counts without persons, and the finer settings."""

from .cadres import CADRES
from .places import Place
from .profiles import Profile
from .tables import number
from .workload import ADMINISTRATORS, Workloads

# Staff per 10,000 people of the catchment at the places of first contact, and least number.
_PRIMARY = {"physician": (1.6, 1), "nurse": (1.9, 1), "midwife": (0.35, 0), "dentist": (0.35, 0),
            "pharmacist": (0.45, 0), "laboratory-technician": (0.3, 0), "nursing-associate": (0.45, 0)}
# Staff per bed of a hospital.
_BEDS = {"physician": 0.11, "specialist": 0.14, "nurse": 0.52, "midwife": 0.04, "paramedic": 0.02,
         "nursing-associate": 0.27, "pharmacist": 0.015, "laboratory-technician": 0.045,
         "radiographer": 0.02, "physiotherapist": 0.012}


def norm_rows(profile: Profile) -> list[dict]:
    """Norms for every type of facility that has some; a directorate led by norms has them for
    hospitals too."""
    norms = [("HEALTH_CENTRE", c, "PER_10000_POPULATION", s, least)
             for c, (s, least) in _PRIMARY.items()]
    norms += [("CLINIC", c, "PER_FACILITY", 1, 1) for c in ("physician", "nurse")]
    norms += [(t, "administrator", basis, s, 0) for t, (basis, s) in ADMINISTRATORS.items()]
    if profile.source == "NORM":
        norms += [("HOSPITAL", c, "PER_BED", s, 0) for c, s in _BEDS.items()]
        norms += [("REHABILITATION_CENTRE", "physiotherapist", "PER_FACILITY", 6, 0),
                  ("LABORATORY", "laboratory-technician", "PER_FACILITY", 12, 0)]
    return [{"facility_type": t, "cadre": c, "basis": basis,
             "staff": number(s), "minimum_staff": number(least) if least else "",
             "source": "synthetic"} for t, c, basis, s, least in norms]


def establishment_rows(places: list[Place], work: Workloads) -> list[dict]:
    """The posts that each facility has been given: what its work takes, rounded up."""
    rows = []
    for place in places:
        for cadre in CADRES:
            posts = -int(-work.required(place, cadre.id) // 1)
            if posts:
                rows.append({"facility": place.id,
                             "cadre": cadre.id, "posts": posts,
                             "source": "synthetic"})
    return rows


def return_rows(counts: dict[tuple[str, str], int]) -> list[dict]:
    """One monthly return of each facility and cadre: counts, no persons."""
    return [{"facility": place, "cadre": cadre,
             "month": "2026-09-01", "head_count": count, "source": "synthetic"}
            for (place, cadre), count in counts.items()]


def additional_activity_rows(places: list[Place]) -> list[dict]:
    """Head nurses of hospitals: one a ward, half a day a week."""
    return [{"additional_activity": f"{p.id}-head-nurses", "cadre": "nurse",
             "facility": p.id, "display_name.ar": "رئاسة التمريض في الأقسام",
             "display_name.en": "Leading the nurses of the wards", "staff_count": len(p.departments),
             "hours_per_year": 180} for p in places if p.departments]


def substitution_rows() -> list[dict]:
    """A nurse may stand in for a nursing associate, a midwife for a nurse; neither for free."""
    pairs = [("nursing-associate", "nurse", 0.2), ("nurse", "midwife", 0.4)]
    return [{"needed_cadre": needed,
             "substitute_cadre": by, "penalty": penalty}
            for needed, by, penalty in pairs]


def settings(profile: Profile) -> dict:
    """What the directorate has decided differently from the defaults."""
    own = {"name": f"directorates/{profile.id}/staffingSettings"}
    if not profile.staff:
        own["staffDataSource"] = "RETURNS"
    first = {"WISN": ["WISN", "NORM", "ESTIMATED"], "NORM": ["NORM", "ESTIMATED"],
             "ESTABLISHMENT": ["ESTABLISHMENT"]}
    own["requirementSources"] = first[profile.source]
    return own
