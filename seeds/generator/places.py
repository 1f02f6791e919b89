"""Facilities and their departments: the named ones of a profile, and health centres, clinics and
mobile clinics spread over its areas by population. Invented unless the profile says otherwise."""

import math
import random
from dataclasses import dataclass, field

from .profiles import Named, Profile

DEPARTMENTS = {
    "emergency": ("قسم الإسعاف", "Emergency", "EMERGENCY"),
    "internal-medicine": ("قسم الباطنة", "Internal medicine", "INTERNAL_MEDICINE"),
    "surgery": ("قسم الجراحة", "Surgery", "SURGERY"),
    "operating-theatre": ("غرفة العمليات", "Operating theatre", "OPERATING_THEATRE"),
    "obstetrics": ("قسم النساء والتوليد", "Obstetrics and gynaecology",
                   "OBSTETRICS_AND_GYNAECOLOGY"),
    "paediatrics": ("قسم الأطفال", "Paediatrics", "PAEDIATRICS"),
    "intensive-care": ("العناية المشددة", "Intensive care", "INTENSIVE_CARE"),
    "cardiology": ("قسم القلبية", "Cardiology", "CARDIOLOGY"),
    "laboratory": ("المخبر", "Laboratory", "LABORATORY"),
    "radiology": ("قسم الأشعة", "Radiology", "RADIOLOGY"),
    "pharmacy": ("الصيدلية", "Pharmacy", "PHARMACY"),
    "outpatient": ("العيادات الخارجية", "Out-patients", "OUTPATIENT"),
    "administration": ("الإدارة", "Administration", "ADMINISTRATION"),
}
_ORDINALS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
             "العاشر", "الحادي عشر", "الثاني عشر"]
_KM_PER_DEGREE = 111.2


@dataclass
class Place:
    """A facility as the other parts of the generator see it."""

    id: str
    type: str
    area: str
    latitude: float
    longitude: float
    catchment: int
    beds: int = 0
    kind: str = ""
    referral: bool = False
    km_to_referral: float = 0.0
    departments: list[str] = field(default_factory=list)
    row: dict = field(default_factory=dict)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees, R = 6371 km."""
    (la, lo), (lb, lp) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    half = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


class Places:
    """Makes the facilities of one directorate."""

    def __init__(self, profile: Profile, areas: list[dict], rng: random.Random):
        self._profile, self._rng = profile, rng
        self._areas = {row["area"]: row for row in areas}
        self._parents = {row["parent_area"] for row in areas}
        self._numbers: dict[str, int] = {}

    def make(self) -> list[Place]:
        places = [self._named(n) for n in self._profile.named]
        for area, row in self._areas.items():
            if area not in self._parents and row["population"]:
                places += self._spread(area, int(row["population"]))
        referrals = [p for p in places if p.referral]
        for place in places:
            place.km_to_referral = min(
                distance_km((place.latitude, place.longitude), (r.latitude, r.longitude))
                for r in referrals)
            self._describe(place)
        return places

    def _spread(self, area: str, population: int) -> list[Place]:
        """Health centres by population; clinics where people are few and the land is wide."""
        profile, surface = self._profile, float(self._areas[area]["area_km2"] or 100)
        dense = population / surface > profile.urban_density
        centres = max(1, round(population / profile.people_per_centre[dense]))
        clinics = 0 if dense else max(1, min(5, round(math.sqrt(surface) / 14)))
        places = [self._plain(area, "HEALTH_CENTRE", i, centres, population) for i in range(centres)]
        places += [self._plain(area, "CLINIC", i, clinics, population) for i in range(clinics)]
        if surface > profile.mobile_clinic_km2:
            places.append(self._plain(area, "MOBILE_CLINIC", 0, 1, population))
        return places

    def _plain(self, area: str, kind: str, index: int, of: int, population: int) -> Place:
        share = {"HEALTH_CENTRE": 1.0, "CLINIC": 0.12, "MOBILE_CLINIC": 0.08}[kind]
        catchment = round(population * share / of * self._rng.uniform(0.75, 1.25), -2)
        place = self._at(area, kind, int(catchment), spread=of > 1 or kind != "HEALTH_CENTRE")
        prefix = {"HEALTH_CENTRE": "hc", "CLINIC": "clinic", "MOBILE_CLINIC": "mobile"}[kind]
        place.id = f"{prefix}-{area}" + (f"-{index + 1}" if of > 1 else "")
        place.row.update(self._plain_name(area, kind, index, of))
        return place

    def _plain_name(self, area: str, kind: str, index: int, of: int) -> dict:
        row, words = self._areas[area], self._profile.words[kind]
        where_ar = row["display_name.ar"].removeprefix("مركز ").removeprefix("قسم ")
        ordinal = _ORDINALS[index] if index < len(_ORDINALS) else str(index + 1)
        names = {"ar": words["ar"].format(where_ar) + (f" {ordinal}" if of > 1 else "")}
        for language in ("en", "fr"):
            if language in words:
                number = f" {index + 1}" if of > 1 else ""
                names[language] = words[language].format(row["display_name.en"]) + number
        return {f"display_name.{language}": text for language, text in names.items()}

    def _named(self, named: Named) -> Place:
        population = int(self._areas[named.area]["population"] or 0)
        place = self._at(named.area, named.type, round(named.catchment or population, -2),
                         spread=True)
        place.id, place.beds, place.kind = named.id, named.beds, named.kind
        place.referral = named.referral
        if named.location:
            place.latitude, place.longitude = named.location
        place.departments = list(named.departments)
        place.row.update({"display_name.ar": named.ar, "display_name.en": named.en,
                          "services_offered": ";".join(named.services),
                          "critical_service": "true" if named.critical else ""})
        if named.code:
            place.row["code"] = named.code
        return place

    def _at(self, area: str, type_: str, catchment: int, spread: bool) -> Place:
        """A place somewhere in the area: near its centroid, the wider the larger the area."""
        row = self._areas[area]
        latitude, longitude = float(row["centroid.latitude"]), float(row["centroid.longitude"])
        if spread:
            reach = min(45.0, 0.4 * math.sqrt(float(row["area_km2"] or 100))) / _KM_PER_DEGREE
            angle, radius = self._rng.uniform(0, 2 * math.pi), reach * self._rng.random()
            latitude += radius * math.sin(angle)
            longitude += radius * math.cos(angle)
        return Place("", type_, area, round(latitude, 4), round(longitude, 4), catchment)

    def _describe(self, place: Place) -> None:
        """Completes the row that goes into the file."""
        number = self._numbers[place.type] = self._numbers.get(place.type, 0) + 1
        letters = "".join(word[0] for word in place.type.split("_"))
        level = {"HEALTH_CENTRE": "PRIMARY", "CLINIC": "PRIMARY", "MOBILE_CLINIC": "COMMUNITY",
                 "HOSPITAL": "TERTIARY" if place.referral else "SECONDARY",
                 "SPECIALISED_CENTRE": "TERTIARY"}.get(place.type, "")
        own = place.row
        place.row = {
            "facility": place.id, "code": own.get("code", f"{self._profile.prefix}-{letters}-{number:03}"),
            "display_name.ar": own["display_name.ar"], "display_name.en": own.get("display_name.en", ""),
            "display_name.fr": own.get("display_name.fr", ""), "type": place.type, "level": level,
            "area": place.area, "location.latitude": place.latitude,
            "location.longitude": place.longitude, "catchment_population": place.catchment or "",
            "beds": place.beds, "services_offered": own.get("services_offered", ""),
            "referral": "true" if place.referral else "",
            "critical_service": own.get("critical_service", ""), "synthetic": "true"}


def department_rows(places: list[Place]) -> list[dict]:
    rows = []
    for place in places:
        for department in place.departments:
            ar, en, kind = DEPARTMENTS[department]
            rows.append({"facility": place.id, "department": department, "display_name.ar": ar,
                         "display_name.en": en, "kind": kind, "synthetic": "true"})
    return rows
