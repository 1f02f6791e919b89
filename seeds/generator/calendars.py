"""Public holidays of 2026 and the programmes of the roadmap."""

from .profiles import Profile

_EVERYWHERE = [
    ("labour-day-2026", "عيد العمال", "Labour Day", "2026-05-01"),
    *[(f"eid-al-fitr-2026-{i + 1}", "عيد الفطر", "Eid al-Fitr", f"2026-03-{20 + i}") for i in range(3)],
    *[(f"eid-al-adha-2026-{i + 1}", "عيد الأضحى", "Eid al-Adha", f"2026-05-{27 + i}") for i in range(3)],
]
_OF_COUNTRY = {
    "SY": [("new-year-2026", "رأس السنة الميلادية", "New Year", "2026-01-01"),
           ("liberation-day-2026", "عيد التحرير", "Liberation Day", "2026-12-08"),
           ("christmas-2026", "عيد الميلاد", "Christmas", "2026-12-25")],
    "EG": [("coptic-christmas-2026", "عيد الميلاد المجيد", "Coptic Christmas", "2026-01-07"),
           ("january-25-2026", "ثورة ٢٥ يناير", "25 January Revolution", "2026-01-25"),
           ("sinai-day-2026", "عيد تحرير سيناء", "Sinai Liberation Day", "2026-04-25"),
           ("july-23-2026", "ثورة ٢٣ يوليو", "23 July Revolution", "2026-07-23"),
           ("october-6-2026", "عيد القوات المسلحة", "Armed Forces Day", "2026-10-06")],
    "DZ": [("new-year-2026", "رأس السنة الميلادية", "New Year", "2026-01-01"),
           ("yennayer-2026", "رأس السنة الأمازيغية", "Yennayer", "2026-01-12"),
           ("independence-2026", "عيد الاستقلال", "Independence Day", "2026-07-05"),
           ("revolution-day-2026", "عيد الثورة", "Revolution Day", "2026-11-01")],
    "LY": [("february-17-2026", "ثورة ١٧ فبراير", "17 February Revolution", "2026-02-17"),
           ("martyrs-day-2026", "يوم الشهيد", "Martyrs' Day", "2026-09-16"),
           ("liberation-day-2026", "يوم التحرير", "Liberation Day", "2026-10-23"),
           ("independence-2026", "عيد الاستقلال", "Independence Day", "2026-12-24")],
}


def holiday_rows(profile: Profile) -> list[dict]:
    """Fixed days, and the feasts as astronomers expect them (decrees move them by a day)."""
    days = sorted(_EVERYWHERE + _OF_COUNTRY[profile.country], key=lambda day: day[3])
    return [{"holiday": id_, "display_name.ar": ar, "display_name.en": en, "date": day,
             "source": "expected, by astronomical calculation" if "eid" in id_ else "fixed by law"}
            for id_, ar, en, day in days]


def programme_rows(profile: Profile) -> list[dict]:
    return [{"programme": id_, "display_name.ar": ar, "display_name.en": en,
             "description": "Invented for demonstration.", "start_date": "2026-01-01",
             "end_date": "2027-12-31", "synthetic": "true"} for id_, ar, en in (
                 ("localisation-of-treatment", "توطين العلاج بالداخل", "Localisation of treatment"),
                 ("twinning", "التوأمة بين المؤسسات", "Twinning of institutions"))]


def directorate(profile: Profile) -> dict:
    """The directorate itself, as JSON of its contract."""
    return {"name": f"directorates/{profile.id}",
            "displayName": {"ar": profile.ar, "en": profile.en, "fr": profile.fr},
            "country": profile.country, "timeZone": profile.time_zone,
            "languages": profile.languages.split(";"), "weekendDays": ["FRIDAY", "SATURDAY"],
            "synthetic": True}
