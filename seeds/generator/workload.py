"""How much work each facility has, and how many staff that takes and it has.

Volumes follow from people served and beds; a factor for the whole directorate brings the requirement
to the size aimed at. Staff are spread as they are in many regions: too many in the hospitals and
centres of the seat, too few in remote places and in suburbs that grew fast.
"""

import random

from .cadres import ACTIVITIES, CADRES, support_factor
from .places import Place
from .profiles import Profile

# Yearly volumes per inhabitant of the catchment (places without beds) and per bed (with beds).
_PER_PERSON = {
    "HEALTH_CENTRE": {"visits": 2.0, "vaccinations": 0.5, "antenatal": 0.14, "dressings": 0.4,
                      "dental": 0.22, "prescriptions": 1.5, "tests": 0.55, "calls": 0.015},
    "CLINIC": {"visits": 3.3, "vaccinations": 0.6, "antenatal": 0.18, "dressings": 0.8},
    "MOBILE_CLINIC": {"visits": 3.0, "vaccinations": 0.8, "antenatal": 0.2},
}
_PER_BED = {
    "general": {"bed_days": 225, "emergencies": 110, "consultations": 130, "operations": 11,
                "deliveries": 9, "prescriptions": 190, "tests": 480, "images": 80, "therapies": 20,
                "calls": 14, "antenatal": 15},
    "paediatric": {"bed_days": 235, "emergencies": 160, "consultations": 150, "operations": 5,
                   "prescriptions": 210, "tests": 420, "images": 50, "therapies": 10},
    "maternity": {"bed_days": 215, "emergencies": 60, "consultations": 120, "operations": 14,
                  "deliveries": 45, "prescriptions": 120, "tests": 300, "antenatal": 110},
}
_OF_KIND = {
    "centre": {"visits": 14000, "consultations": 9000, "tests": 26000, "prescriptions": 9000},
    "laboratory": {"tests": 190000},
    "rehabilitation": {"therapies": 16000, "consultations": 2500},
    "office": {},
}
# Administrative staff have no counted activity: their number goes by norms.
ADMINISTRATORS = {"HOSPITAL": ("PER_BED", 0.22), "HEALTH_CENTRE": ("PER_FACILITY", 1),
                  "SPECIALISED_CENTRE": ("PER_FACILITY", 4), "LABORATORY": ("PER_FACILITY", 3),
                  "REHABILITATION_CENTRE": ("PER_FACILITY", 3), "WAREHOUSE": ("PER_FACILITY", 14),
                  "ADMINISTRATIVE_OFFICE": ("PER_FACILITY", 90)}


def _volumes(place: Place, demand: float) -> dict[str, float]:
    if place.beds:
        return {k: v * place.beds for k, v in _PER_BED[place.kind].items()}
    if place.kind:
        return dict(_OF_KIND[place.kind])
    return {k: v * demand * place.catchment for k, v in _PER_PERSON[place.type].items()}


class Workloads:
    """Volumes, requirement and present staff of each facility of a directorate."""

    def __init__(self, profile: Profile, places: list[Place], rng: random.Random):
        self._profile, self._places, self._rng = profile, places, rng
        self._noise = {p.id: rng.uniform(0.85, 1.2) for p in places}
        self._factor = 1.0
        self._factor = self._fitting_factor()

    def volume(self, place: Place, kind: str) -> int:
        """Units of a kind done at the place in the year, two digits kept."""
        volumes = _volumes(place, self._profile.demand)
        exact = volumes.get(kind, 0) * self._noise[place.id] * self._factor
        digits = max(0, len(str(int(exact))) - 2)
        return int(round(exact, -digits))

    def required(self, place: Place, cadre: str) -> float:
        """REQUIRED of WISN, or of the norm for administrative staff."""
        if cadre == "administrator":
            basis, staff = ADMINISTRATORS.get(place.type, ("PER_FACILITY", 0))
            return staff * (place.beds if basis == "PER_BED" else 1)
        time = self._profile.working_time
        need = sum(self.volume(place, a.volume) * a.minutes / 60 / time.hours()
                   for a in ACTIVITIES if a.cadre == cadre)
        return need * support_factor(cadre, time)

    def total_required(self) -> float:
        return sum(self.required(p, c.id) for p in self._places for c in CADRES)

    def _fitting_factor(self) -> float:
        administrators = sum(self.required(p, "administrator") for p in self._places)
        return (self._profile.required - administrators) / (self.total_required() - administrators)

    def _supply(self, place: Place, concentration: float) -> float:
        """Staff for each one required at this kind of place, before fitting to the total."""
        if place.area in self._profile.underserved:
            return 0.5
        if place.km_to_referral < 8:
            return 1.35 if place.type in ("HOSPITAL", "SPECIALISED_CENTRE") else 1.15
        ratio = max(0.35, 1.0 - place.km_to_referral / 160)
        return ratio ** concentration * (1.0 if place.type == "HOSPITAL" else 0.9)

    def staff(self) -> dict[tuple[str, str], int]:
        """Present staff by facility and cadre. They add up to the directorate's total."""
        wanted = {(p.id, c.id): self.required(p, c.id) * self._supply(p, c.concentration) *
                  self._rng.uniform(0.8, 1.2) for p in self._places for c in CADRES}
        chance = {key: self._rng.random() for key in wanted}
        total = self._profile.staff or round(0.88 * self._profile.required)

        def counts(scale: float) -> dict[tuple[str, str], int]:
            return {key: int(scale * value + chance[key]) for key, value in wanted.items()}

        low, high = 0.1, 5.0
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if sum(counts(middle).values()) < total else (low, middle)
        return {key: count for key, count in counts(high).items() if count}


def workload_rows(places: list[Place], work: Workloads, rng: random.Random) -> list[dict]:
    """Workloads of 2025. One small place in seven sent no figures: norms and estimates stand in."""
    rows = []
    for place in places:
        if not place.beds and not place.kind and rng.random() < 1 / 7:
            continue
        for activity in ACTIVITIES:
            volume = work.volume(place, activity.volume)
            if volume:
                rows.append({"facility": place.id,
                             "activity_standard": activity.id,
                             "year": 2025, "annual_volume": volume, "source": "synthetic"})
    return rows
