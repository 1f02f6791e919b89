"""What sets the four directorates apart: country, named facilities, sizes, how staff are counted."""

from dataclasses import dataclass
from typing import Optional

from .cadres import WorkingTime

_GENERAL = ("emergency", "internal-medicine", "surgery", "operating-theatre", "obstetrics",
            "paediatrics", "laboratory", "radiology", "pharmacy", "outpatient", "administration")
_LARGE = (*_GENERAL, "intensive-care", "cardiology")
_GENERAL_SERVICES = ("emergency", "surgery", "obstetrics", "paediatrics")
_CRITICAL_SERVICES = (*_GENERAL_SERVICES, "intensive-care")


@dataclass(frozen=True)
class Named:
    """A facility that has a name of its own. One with a `code` is real (region facts: name and
    place); its figures are invented nonetheless."""

    id: str
    ar: str
    en: str
    area: str
    type: str = "HOSPITAL"
    beds: int = 0
    kind: str = "general"
    catchment: int = 0
    referral: bool = False
    critical: bool = False
    departments: tuple = ()
    services: tuple = ()
    location: Optional[tuple] = None
    code: str = ""


def _hospital(id_, ar, en, area, beds, **more) -> Named:
    large = beds >= 200
    return Named(id_, ar, en, area, beds=beds, departments=_LARGE if large else _GENERAL,
                 services=_CRITICAL_SERVICES if large else _GENERAL_SERVICES, **more)


def _office(area: str, ar: str, en: str) -> list[Named]:
    return [Named("directorate-office", ar, en, area, "ADMINISTRATIVE_OFFICE", kind="office"),
            Named("central-warehouse", "المستودع المركزي", "Central warehouse", area, "WAREHOUSE",
                  kind="office"),
            Named("public-health-laboratory", "مخبر الصحة العامة", "Public health laboratory", area,
                  "LABORATORY", kind="laboratory", services=("public-health-laboratory",)),
            Named("rehabilitation-centre", "مركز إعادة التأهيل", "Rehabilitation centre", area,
                  "REHABILITATION_CENTRE", kind="rehabilitation", services=("rehabilitation",))]


@dataclass(frozen=True)
class Profile:
    """One directorate."""

    id: str
    ar: str
    en: str
    fr: str
    country: str
    time_zone: str
    languages: str
    prefix: str
    seed: int
    named: tuple
    words: dict
    working_time: WorkingTime
    # People on record (0: the directorate reports counts only), and the requirement aimed at.
    staff: int
    required: int
    # Where the requirement comes from: WISN, NORM or ESTABLISHMENT.
    source: str
    people_per_centre: dict
    urban_density: float
    mobile_clinic_km2: float
    # Use of primary care against the common figures: 1 where the directorate is the only provider.
    demand: float
    # Areas whose facilities are short of staff although they are dense: suburbs that grew fast.
    underserved: tuple = ()

_WORDS_SY = {"HEALTH_CENTRE": {"ar": "المركز الصحي في {}", "en": "{} Health Centre"},
             "CLINIC": {"ar": "النقطة الطبية في ريف {}", "en": "{} Rural Clinic"},
             "MOBILE_CLINIC": {"ar": "العيادة المتنقلة في {}", "en": "{} Mobile Clinic"}}
_WORDS_EG = {"HEALTH_CENTRE": {"ar": "مركز طب أسرة {}", "en": "{} Family Health Centre"},
             "CLINIC": {"ar": "وحدة طب أسرة ريف {}", "en": "{} Rural Family Health Unit"},
             "MOBILE_CLINIC": {"ar": "القافلة الطبية {}", "en": "{} Mobile Clinic"}}
_WORDS_DZ = {"HEALTH_CENTRE": {"ar": "العيادة متعددة الخدمات {}", "en": "{} Polyclinic",
                               "fr": "Polyclinique de {}"},
             "CLINIC": {"ar": "قاعة العلاج {}", "en": "{} Treatment Room", "fr": "Salle de soins de {}"},
             "MOBILE_CLINIC": {"ar": "العيادة المتنقلة {}", "en": "{} Mobile Clinic",
                               "fr": "Clinique mobile de {}"}}
_WORDS_LY = {"HEALTH_CENTRE": {"ar": "مركز {} الصحي", "en": "{} Health Centre"},
             "CLINIC": {"ar": "وحدة الرعاية الأولية {}", "en": "{} Primary Care Unit"},
             "MOBILE_CLINIC": {"ar": "العيادة المتنقلة {}", "en": "{} Mobile Clinic"}}

HOMS = Profile(
    id="homs", ar="مديرية صحة حمص", en="Homs Health Directorate", fr="Direction de la santé de Homs",
    country="SY", time_zone="Asia/Damascus", languages="ar;en", prefix="HMS", seed=4,
    named=(
        _hospital("al-waleed", "مستشفى الوليد", "Al-Waleed Hospital", "sy040100", 560,
                  catchment=1803000, referral=True, critical=True),
        _hospital("homs-paediatric", "مستشفى الأطفال في حمص", "Homs Children's Hospital", "sy040100",
                  180, kind="paediatric", catchment=900000, critical=True),
        _hospital("homs-maternity", "مستشفى التوليد في حمص", "Homs Maternity Hospital", "sy040100",
                  160, kind="maternity", catchment=900000),
        _hospital("al-qusayr", "مستشفى القصير", "Al-Qusayr Hospital", "sy040200", 140),
        _hospital("tall-kalakh", "مستشفى تلكلخ", "Tall Kalakh Hospital", "sy040300", 120,
                  catchment=129000),
        _hospital("ar-rastan", "مستشفى الرستن", "Ar-Rastan Hospital", "sy040400", 140,
                  catchment=128000),
        _hospital("tadmor", "مستشفى تدمر", "Tadmor Hospital", "sy040500", 150, catchment=77000,
                  critical=True),
        _hospital("al-makhrim", "مستشفى المخرم", "Al-Makhrim Hospital", "sy040600", 80,
                  catchment=52000),
        _hospital("al-qaryatayn", "مستشفى القريتين", "Al-Qaryatayn Hospital", "sy040106", 70,
                  catchment=54000, critical=True),
        Named("homs-dialysis", "مركز الكلية في حمص", "Homs Dialysis Centre", "sy040100",
              "SPECIALISED_CENTRE", kind="centre", catchment=600000, services=("dialysis",)),
        *_office("sy040100", "مبنى مديرية الصحة", "Directorate office")),
    words=_WORDS_SY, working_time=WorkingTime(5, 7, 24, 12, 8, 4), staff=4000, required=4480,
    source="WISN", people_per_centre={True: 30000, False: 16000}, urban_density=600,
    mobile_clinic_km2=3000, demand=1.0, underserved=("sy040101", "sy040401", "sy040110"))

ASSIUT = Profile(
    id="assiut", ar="مديرية الشؤون الصحية بأسيوط", en="Assiut Health Directorate",
    fr="Direction de la santé d'Assiout", country="EG", time_zone="Africa/Cairo", languages="ar;en",
    prefix="AST", seed=25,
    named=(
        _hospital("assiut-university", "مستشفيات جامعة أسيوط", "Asyut University Hospital", "eg2503", 300,
                  catchment=4407000, referral=True, critical=True, location=(27.1848, 31.1663),
                  code="osm-4229667120"),
        _hospital("el-eman", "مستشفى الإيمان العام", "El-Eman General Hospital", "eg2501", 160,
                  catchment=410000),
        _hospital("dayrut", "مستشفى ديروط المركزي", "Dayrut District Hospital", "eg2510", 90),
        _hospital("al-qusia", "مستشفى القوصية المركزي", "Al-Qusia District Hospital", "eg2509", 80),
        _hospital("manfalut", "مستشفى منفلوط المركزي", "Manfalut District Hospital", "eg2512", 90),
        _hospital("abnub", "مستشفى أبنوب المركزي", "Abnub District Hospital", "eg2504", 70),
        _hospital("el-fath", "مستشفى الفتح المركزي", "El-Fath District Hospital", "eg2513", 60),
        _hospital("abu-tig", "مستشفى أبو تيج النموذجي", "Abu Tig Model Hospital", "eg2505", 80),
        _hospital("al-badari", "مستشفى البداري المركزي", "Al-Badari District Hospital", "eg2506", 60,
                  critical=True),
        _hospital("al-ghanayem", "مستشفى الغنايم المركزي", "Al-Ghanayem District Hospital", "eg2508", 50,
                  critical=True),
        *_office("eg2502", "ديوان المديرية", "Directorate office")),
    words=_WORDS_EG, working_time=WorkingTime(6, 6, 30, 14, 8, 5), staff=3000, required=3420,
    source="WISN", people_per_centre={True: 60000, False: 60000}, urban_density=100000,
    mobile_clinic_km2=10000, demand=0.47, underserved=("eg2510", "eg2512", "eg2513"))

MOSTAGANEM = Profile(
    id="mostaganem", ar="مديرية الصحة لولاية مستغانم", en="Mostaganem Health Directorate",
    fr="Direction de la santé de la wilaya de Mostaganem", country="DZ", time_zone="Africa/Algiers",
    languages="ar;fr", prefix="MST", seed=27,
    named=(
        _hospital("kharouba", "مستشفى خروبة (المركز الاستشفائي الدكتور بن إسماعين بومدين)",
                  "Kharouba Hospital (Mostaganem CHU)", "dz029017", 240, catchment=737000, referral=True,
                  critical=True, location=(35.9624, 0.1044), code="osm-561771007"),
        _hospital("sidi-ali", "المؤسسة الاستشفائية سيدي علي", "Sidi Ali Hospital", "dz029024", 90,
                  catchment=220000),
        _hospital("ain-tedeles", "المؤسسة الاستشفائية عين تادلس", "Ain Tedeles Hospital", "dz029006", 80,
                  catchment=160000),
        _hospital("achaacha", "المؤسسة الاستشفائية عشعاشة", "Achaacha Hospital", "dz029002", 50,
                  catchment=81000, critical=True),
        *_office("dz029017", "مقر مديرية الصحة", "Directorate office")),
    words=_WORDS_DZ, working_time=WorkingTime(5, 8, 30, 9, 8, 4), staff=1200, required=1380,
    source="NORM", people_per_centre={True: 30000, False: 22000}, urban_density=700,
    mobile_clinic_km2=10000, demand=0.8, underserved=("dz029007", "dz029027"))

LIBYA = Profile(
    id="libya", ar="الخدمات الصحية في الغرب والوسط", en="Western and Central Libya Health Services",
    fr="Services de santé de l'ouest et du centre de la Libye", country="LY",
    time_zone="Africa/Tripoli", languages="ar;en", prefix="LBY", seed=218,
    named=(
        _hospital("abu-salim-trauma", "مستشفى أبو سليم للحوادث", "Abu Salim Trauma Hospital", "ly021105",
                  300, catchment=1200000, referral=True, critical=True, location=(32.8541, 13.1745),
                  code="osm-167504193"),
        _hospital("al-khadra", "مستشفى الخضراء (الهضبة الخضراء العام)",
                  "Al-Khadra / Hadba Al-Khadra General Hospital", "ly021104", 420, catchment=900000,
                  referral=True, location=(32.8548, 13.1923), code="osm-101518198"),
        _hospital("tajoura-heart", "المركز الوطني لجراحة وعلاج القلب تاجوراء",
                  "Tajoura National Heart Centre", "ly021102", 160, catchment=1800000, critical=True,
                  location=(32.8773, 13.3962), code="osm-452121114"),
        _hospital("misrata-central", "مستشفى مصراتة المركزي", "Misurata Central Hospital", "ly021401", 400,
                  catchment=680000, referral=True, critical=True, location=(32.3589, 15.0772),
                  code="osm-461359580"),
        _hospital("ibn-sina-sirte", "مستشفى ابن سينا التعليمي", "Ibn Sina Teaching Hospital", "ly020803",
                  260, catchment=217000, critical=True, location=(31.1842, 16.5844),
                  code="osm-491393896"),
        _hospital("bani-walid", "مستشفى بني وليد العام", "Bani Walid General Hospital", "ly021404", 140),
        _hospital("zliten", "مستشفى زليتن التعليمي", "Zliten Teaching Hospital", "ly021402", 210),
        *_office("ly021104", "مقر الإدارة", "Head office")),
    words=_WORDS_LY, working_time=WorkingTime(5, 7, 30, 11, 8, 4), staff=0, required=6200,
    source="ESTABLISHMENT", people_per_centre={True: 45000, False: 26000}, urban_density=900,
    mobile_clinic_km2=6000, demand=1.0, underserved=("ly021204", "ly021202", "ly021201"))

PROFILES = [HOMS, ASSIUT, MOSTAGANEM, LIBYA]
