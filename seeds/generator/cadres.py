"""Cadres and what their work takes: the WISN parameters. Times and shares are invented, in the
range of published WISN applications; ISCO-08 codes are the ILO's."""

from typing import NamedTuple

from .tables import number


class Cadre(NamedTuple):
    """A cadre: names, ISCO-08 group, category of the contract, share of women, in demand in towns.

    `concentration` says how much more than others its members crowd in the cities (1: as all)."""

    id: str
    ar: str
    en: str
    fr: str
    isco: str
    category: str
    skilled: bool
    women: float
    concentration: float


CADRES = [
    Cadre("physician", "طبيب عام", "General practitioner", "Médecin généraliste", "2211", "PHYSICIAN",
          True, 0.35, 1.1),
    Cadre("specialist", "طبيب اختصاصي", "Specialist physician", "Médecin spécialiste", "2212",
          "PHYSICIAN", True, 0.3, 1.6),
    Cadre("nurse", "تمريض", "Nurse", "Infirmier", "2221", "NURSING", True, 0.65, 1.0),
    Cadre("midwife", "قابلة", "Midwife", "Sage-femme", "2222", "MIDWIFERY", True, 1.0, 1.2),
    Cadre("nursing-associate", "مساعد تمريض", "Nursing associate", "Aide-soignant", "3221", "NURSING",
          True, 0.6, 0.9),
    Cadre("paramedic", "مسعف", "Paramedical practitioner", "Paramédical", "2240", "CLINICAL_OFFICER",
          False, 0.2, 0.9),
    Cadre("dentist", "طبيب أسنان", "Dentist", "Chirurgien-dentiste", "2261", "DENTISTRY", False, 0.4,
          1.1),
    Cadre("pharmacist", "صيدلي", "Pharmacist", "Pharmacien", "2262", "PHARMACY", False, 0.55, 1.2),
    Cadre("laboratory-technician", "فني مخبر", "Laboratory technician", "Technicien de laboratoire",
          "3212", "LABORATORY", False, 0.5, 1.0),
    Cadre("radiographer", "فني أشعة", "Radiographer", "Manipulateur en radiologie", "3211", "IMAGING",
          False, 0.35, 1.1),
    Cadre("physiotherapist", "معالج فيزيائي", "Physiotherapist", "Kinésithérapeute", "2264",
          "REHABILITATION", False, 0.45, 1.3),
    Cadre("administrator", "إداري", "Administrative staff", "Agent administratif", "4110", "SUPPORT",
          False, 0.45, 1.0),
]


class Activity(NamedTuple):
    """A health service of a cadre: `volume` names what of a facility it is counted by."""

    id: str
    cadre: str
    ar: str
    en: str
    minutes: float
    volume: str


ACTIVITIES = [
    Activity("visit-physician", "physician", "معاينة خارجية", "Out-patient visit", 12, "visits"),
    Activity("emergency-physician", "physician", "حالة إسعافية", "Emergency case", 20, "emergencies"),
    Activity("bed-day-physician", "physician", "يوم استشفاء", "In-patient day", 20, "bed_days"),
    Activity("consultation-specialist", "specialist", "استشارة اختصاصية", "Specialist consultation", 20,
             "consultations"),
    Activity("bed-day-specialist", "specialist", "يوم استشفاء", "In-patient day", 18, "bed_days"),
    Activity("operation-specialist", "specialist", "عمل جراحي", "Operation", 150, "operations"),
    Activity("visit-nurse", "nurse", "معاينة خارجية", "Out-patient visit", 8, "visits"),
    Activity("vaccination-nurse", "nurse", "جلسة لقاح", "Vaccination", 6, "vaccinations"),
    Activity("emergency-nurse", "nurse", "حالة إسعافية", "Emergency case", 30, "emergencies"),
    Activity("bed-day-nurse", "nurse", "يوم استشفاء", "In-patient day", 150, "bed_days"),
    Activity("delivery-midwife", "midwife", "ولادة", "Delivery", 360, "deliveries"),
    Activity("antenatal-visit-midwife", "midwife", "زيارة حامل", "Antenatal visit", 20, "antenatal"),
    Activity("dressing-nursing-associate", "nursing-associate", "ضماد", "Dressing", 12, "dressings"),
    Activity("bed-day-nursing-associate", "nursing-associate", "يوم استشفاء", "In-patient day", 80,
             "bed_days"),
    Activity("call-paramedic", "paramedic", "نداء إسعاف", "Emergency call", 75, "calls"),
    Activity("visit-dentist", "dentist", "معاينة أسنان", "Dental visit", 25, "dental"),
    Activity("prescription-pharmacist", "pharmacist", "وصفة", "Prescription", 4, "prescriptions"),
    Activity("test-laboratory-technician", "laboratory-technician", "تحليل", "Laboratory test", 6,
             "tests"),
    Activity("image-radiographer", "radiographer", "صورة شعاعية", "X-ray image", 15, "images"),
    Activity("session-physiotherapist", "physiotherapist", "جلسة علاج فيزيائي",
             "Physiotherapy session", 35, "therapies"),
]

# What all members of a cadre do beside: id, Arabic, English, amount and its unit in the contract.
_SUPPORT = [
    ("recording", "تسجيل وتقارير", "Recording and reporting", 0.5, "HOURS_PER_DAY"),
    ("meetings", "اجتماعات", "Meetings", 1.5, "HOURS_PER_WEEK"),
    ("training", "تدريب مستمر", "Continuing education", 40, "HOURS_PER_YEAR"),
]
_WITHOUT_RECORDING = {"radiographer", "pharmacist", "laboratory-technician"}


def cadre_rows() -> list[dict]:
    return [{"cadre": c.id, "display_name.ar": c.ar, "display_name.en": c.en, "display_name.fr": c.fr,
             "isco_code": c.isco, "category": c.category,
             "counts_as_skilled": str(c.skilled).lower()} for c in CADRES]


def activity_rows() -> list[dict]:
    return [{"activity_standard": a.id, "cadre": a.cadre, "display_name.ar": a.ar,
             "display_name.en": a.en, "unit_time_minutes": number(a.minutes)} for a in ACTIVITIES]


def support_of(cadre: str) -> list[tuple]:
    return [s for s in _SUPPORT if not (s[0] == "recording" and cadre in _WITHOUT_RECORDING)]


def support_rows() -> list[dict]:
    return [{"support_activity": f"{cadre}-{kind}", "cadre": cadre, "display_name.ar": ar,
             "display_name.en": en, "amount": number(amount), "unit": unit}
            for cadre in _with_activities() for kind, ar, en, amount, unit in support_of(cadre)]


def _with_activities() -> list[str]:
    return list(dict.fromkeys(a.cadre for a in ACTIVITIES))


class WorkingTime(NamedTuple):
    """Working time of a country's public service; days away are averages, invented."""

    days_per_week: float
    hours_per_day: float
    annual_leave: float
    holidays: float
    sick: float
    other: float

    def hours(self) -> float:
        """Available hours a year (AWT)."""
        away = self.annual_leave + self.holidays + self.sick + self.other
        return (52 * self.days_per_week - away) * self.hours_per_day


def working_time_rows(profile) -> list[dict]:
    time = profile.working_time
    return [{"cadre": cadre,
             "days_per_week": number(time.days_per_week), "hours_per_day": number(time.hours_per_day),
             "annual_leave_days": number(time.annual_leave),
             "public_holiday_days": number(time.holidays), "sick_leave_days": number(time.sick),
             "other_leave_days": number(time.other)} for cadre in _with_activities()]


def support_factor(cadre: str, time: WorkingTime) -> float:
    """CAF = 1 / (1 − Σ shares) of a cadre."""
    hours = {"HOURS_PER_DAY": time.hours_per_day,
             "HOURS_PER_WEEK": time.days_per_week * time.hours_per_day,
             "HOURS_PER_YEAR": time.hours()}
    return 1 / (1 - sum(amount / hours[unit] for _, _, _, amount, unit in support_of(cadre)))
