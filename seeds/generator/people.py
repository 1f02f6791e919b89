"""Persons, where they work and when they are away. All invented."""

import random
from datetime import date, timedelta

from .cadres import CADRES
from .names import GRADES, Names
from .places import Place
from .profiles import Profile

_WARDS = ["internal-medicine", "surgery", "obstetrics", "paediatrics", "emergency", "intensive-care",
          "cardiology"]
# Departments in which a cadre works at a hospital; the others have a choice of wards.
_DEPARTMENTS = {"midwife": ["obstetrics"], "paramedic": ["emergency"], "dentist": ["outpatient"],
                "pharmacist": ["pharmacy"], "laboratory-technician": ["laboratory"],
                "radiographer": ["radiology"], "physiotherapist": ["outpatient"],
                "administrator": ["administration"],
                "specialist": ["operating-theatre", "outpatient", *_WARDS],
                "physician": ["emergency", "outpatient", *_WARDS]}
_SPECIALTIES = ["internal medicine", "general surgery", "paediatrics", "obstetrics and gynaecology",
                "anaesthesia", "orthopaedics", "cardiology", "urology", "ophthalmology", "radiology"]


class People:
    """Makes the people of a directorate from the counts by facility and cadre."""

    def __init__(self, profile: Profile, places: list[Place], rng: random.Random):
        self._profile, self._rng = profile, rng
        self._places = {p.id: p for p in places}
        self._plain = [p for p in places if p.type in ("HOSPITAL", "HEALTH_CENTRE", "CLINIC")]
        self._names = Names(profile.country, rng)
        self.staff_members: list[dict] = []
        self.assignments: list[dict] = []
        self.leaves: list[dict] = []

    def make(self, counts: dict[tuple[str, str], int]) -> None:
        cadres = {c.id: c for c in CADRES}
        for (place, cadre), count in counts.items():
            for _ in range(count):
                self._person(self._places[place], cadres[cadre])

    def _person(self, place: Place, cadre) -> None:
        rng, id_ = self._rng, f"s-{len(self.staff_members) + 1:05}"
        ar, en = self._names.draw(cadre.women)
        person = {"staff_member": id_, "display_name.ar": ar, "display_name.en": en,
                  "cadre": cadre.id,
                  "grade": rng.choice(GRADES[self._profile.country]),
                  "home_area": self._home(place)}
        if cadre.id == "specialist":
            person["specialty"] = rng.choice(_SPECIALTIES)
        person.update(self._wishes(place))
        self.staff_members.append(person)
        self._assign(id_, place, cadre.id)
        if rng.random() < 0.02:
            self._leave(id_)

    def _home(self, place: Place) -> str:
        return place.area if self._rng.random() < 0.75 else self._rng.choice(self._plain).area

    def _wishes(self, place: Place) -> dict:
        """One in twelve would like to move, one in fifty must not be moved to some facility."""
        chance, other = self._rng.random(), self._rng.choice(self._plain)
        if other.id == place.id or chance > 0.1:
            return {}
        field = "restricted_facilities" if chance < 0.02 else "preferred_facilities"
        return {field: other.id}

    def _assign(self, id_: str, place: Place, cadre: str) -> None:
        chance = self._rng.random()
        kind = "SECONDMENT" if chance < 0.03 else "PERMANENT"
        half_time = 0.03 <= chance < 0.07
        visits = cadre == "specialist" and 0.07 <= chance < 0.15
        fte = 0.5 if half_time else 0.8 if visits else 1
        self._add(id_, "a1", place, cadre, fte, kind)
        if visits:
            self._add(id_, "a2", self._rng.choice(self._plain), cadre, 0.2, "VISITING")

    def _add(self, id_: str, number: str, place: Place, cadre: str, fte: float, kind: str) -> None:
        row = {"staff_member": id_, "assignment": number,
               "facility": place.id, "fte": fte,
               "start_date": self._start().isoformat(), "kind": kind}
        department = self._department(place, cadre)
        if department:
            row["department"] = (f"directorates/{self._profile.id}/facilities/{place.id}"
                                 f"/departments/{department}")
        self.assignments.append(row)

    def _department(self, place: Place, cadre: str) -> str:
        choice = [d for d in _DEPARTMENTS.get(cadre, _WARDS) if d in place.departments]
        return self._rng.choice(choice) if choice else ""

    def _start(self) -> date:
        """One in thirty came too recently for a plan to move them."""
        if self._rng.random() < 1 / 30:
            return date(2026, 10, 1) + timedelta(days=self._rng.randrange(30))
        return date(2006, 1, 1) + timedelta(days=self._rng.randrange(20 * 365))

    def _leave(self, id_: str) -> None:
        kind = self._rng.choice(["STUDY", "UNPAID", "SICK", "PARENTAL"])
        self.leaves.append({"staff_member": id_, "leave": "l1", "kind": kind,
                            "start_date": "2026-06-01", "end_date": "2027-12-31"})
