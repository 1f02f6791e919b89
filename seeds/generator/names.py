"""Invented people: given and family names as they are common in a country, combined at random.

Each entry is the Arabic form and the Latin one that the country's own papers would print.
"""

import random

_MEN = {
    "SY": "أحمد Ahmad,محمد Mohammad,عمر Omar,خالد Khaled,سامر Samer,باسل Basel,حسن Hasan,حسين Husein,"
          "علي Ali,يوسف Yousef,مازن Mazen,أنس Anas,وسيم Wasim,طارق Tarek,فراس Firas,نزار Nizar,"
          "جورج George,إلياس Elias,رامي Rami,هيثم Haitham,عبد الله Abdullah,بلال Bilal,ماهر Maher,"
          "غسان Ghassan,إياد Iyad,نبيل Nabil,قصي Qusai,معاذ Muaz,زياد Ziad,ميشيل Michel",
    "EG": "محمد Mohamed,أحمد Ahmed,محمود Mahmoud,مصطفى Mostafa,علي Ali,حسن Hassan,إبراهيم Ibrahim,"
          "عبد الرحمن Abdelrahman,كريم Karim,عمرو Amr,طه Taha,جرجس Girgis,مينا Mina,بيشوي Bishoy,"
          "خالد Khaled,ياسر Yasser,سيد Sayed,رمضان Ramadan,عادل Adel,أشرف Ashraf,هاني Hany,"
          "شريف Sherif,وائل Wael,حسام Hossam,عصام Essam,مرقس Morcos,صلاح Salah,جمال Gamal",
    "DZ": "محمد Mohamed,أحمد Ahmed,عبد القادر Abdelkader,بن عودة Benaouda,الحبيب Habib,كمال Kamel,"
          "رشيد Rachid,مراد Mourad,يوسف Youcef,نور الدين Noureddine,جمال Djamel,عبد الكريم Abdelkrim,"
          "الطاهر Tahar,سفيان Sofiane,بلال Bilel,زكرياء Zakaria,مصطفى Mustapha,قادة Kada,"
          "الجيلالي Djilali,لخضر Lakhdar,عمار Ammar,فريد Farid,حميد Hamid,إسماعيل Smail",
}
_WOMEN = {
    "SY": "ليلى Layla,فاطمة Fatima,رنا Rana,هبة Hiba,نور Nour,سوسن Sawsan,مها Maha,ريم Reem,هالة Hala,"
          "سمر Samar,رغد Raghad,عبير Abeer,لينا Lina,دانا Dana,ميساء Maysaa,جمانة Jumana,سلمى Salma,"
          "غادة Ghada,وفاء Wafaa,خديجة Khadija,ماري Mary,رولا Rola,إيمان Iman,بتول Batoul,نسرين Nisreen,"
          "زينب Zainab,منى Mona,أسماء Asmaa,ديمة Dima,يارا Yara",
    "EG": "فاطمة Fatma,منى Mona,هدى Hoda,أسماء Asmaa,آية Aya,إيمان Eman,سارة Sara,مريم Mariam,نجلاء Naglaa,"
          "شيماء Shaimaa,هناء Hanaa,رشا Rasha,دعاء Doaa,مارينا Marina,إيرين Irene,سعاد Soad,نادية Nadia,"
          "سمية Somaya,أمل Amal,كريمة Karima,صباح Sabah,وردة Warda,نورا Nora,زينب Zeinab,رضا Reda,هالة Hala",
    "DZ": "فاطمة الزهراء Fatima Zohra,خديجة Khadidja,أمينة Amina,سميرة Samira,نادية Nadia,حورية Houria,"
          "خيرة Kheira,نصيرة Nacera,مليكة Malika,زهرة Zohra,ياسمين Yasmine,حليمة Halima,فتيحة Fatiha,"
          "إيمان Imene,سهام Siham,كريمة Karima,نوال Nawel,رشيدة Rachida,ليلى Leila,عائشة Aicha,وهيبة Wahiba,"
          "صابرينة Sabrina,حنان Hanane,أحلام Ahlem",
}
_FAMILIES = {
    "SY": "الحسن Al-Hasan,الأحمد Al-Ahmad,العلي Al-Ali,الحمصي Al-Homsi,الأتاسي Al-Atassi,السباعي Al-Sibai,"
          "الدروبي Al-Droubi,طليمات Tulaimat,الجندي Al-Jundi,رجوب Rajoub,الزعبي Al-Zoubi,خوري Khoury,حداد Haddad,"
          "العبد الله Al-Abdullah,المحمد Al-Mohammad,شاهين Shaheen,درويش Darwish,الشامي Al-Shami,البكور Al-Bakkour,"
          "النجار Al-Najjar,الصباغ Al-Sabbagh,الحلاق Al-Hallaq,عيسى Issa,إبراهيم Ibrahim,سليمان Suleiman,"
          "العمر Al-Omar,الخطيب Al-Khatib,المصري Al-Masri,الرفاعي Al-Rifai,قاسم Qasem,عباس Abbas,نصار Nassar,"
          "التركماني Al-Turkmani,السلوم Al-Salloum,فرحات Farhat,وهبة Wehbe,ديب Deeb,الجمال Al-Jammal",
    "EG": "عبد العال Abdelaal,السيد El-Sayed,حسانين Hassanein,عبد الحميد Abdelhamid,فرغلي Farghaly,مكاوي Mekkawy,"
          "الأسيوطي El-Assiouty,عبد المنعم Abdelmoneim,شحاتة Shehata,بخيت Bekheit,جاد الله Gadallah,ميخائيل Mikhail,"
          "عزيز Aziz,صادق Sadek,منصور Mansour,أبو زيد Abouzeid,الشريف El-Sherif,عثمان Osman,خليفة Khalifa,"
          "رشوان Rashwan,تمام Tamam,قناوي Qenawy,الديروطي El-Dairouty,هاشم Hashem,بطرس Boutros,غبريال Ghobrial,"
          "سليم Selim,عبد الغني Abdelghany,مهران Mahran,عويس Eweis,الهواري El-Hawary,بدوي Badawy",
    "DZ": "بن علي Benali,بلحاج Belhadj,بن يطو Benyettou,بوعزة Bouazza,مداح Meddah,حمو Hammou,بن شيحة Benchiha,"
          "قدور Kaddour,بلعربي Belarbi,زروقي Zerrouki,بوزيد Bouzid,مناد Menad,شريف Cherif,دحماني Dahmani,"
          "بن عيسى Benaissa,طيبي Taibi,منصوري Mansouri,بلقاسم Belkacem,رحماني Rahmani,غالي Ghali,بوخاري Boukhari,"
          "سعيدي Saidi,عمارة Amara,بن زرقة Benzerga,مخطار Mokhtar,حداد Haddad,قايد Caid,لعرج Laaradj,"
          "مولاي Moulay,بودالي Boudali",
}
# Civil service grades, from the entry grade up.
GRADES = {
    "SY": ["الفئة الثالثة", "الفئة الثانية", "الفئة الأولى"],
    "EG": ["الدرجة الرابعة", "الدرجة الثالثة", "الدرجة الثانية", "الدرجة الأولى"],
    "DZ": ["الصنف 9", "الصنف 11", "الصنف 13", "خارج الصنف"],
}


def _pairs(text: str) -> list[tuple[str, str]]:
    """Splits `ليلى Layla` where the Latin letters begin."""
    pairs = []
    for entry in text.split(","):
        start = next(i for i, letter in enumerate(entry) if letter.isascii() and letter.isalpha())
        pairs.append((entry[:start].strip(), entry[start:].strip()))
    return pairs


class Names:
    """Draws names of one country's people."""

    def __init__(self, country: str, rng: random.Random):
        self._rng = rng
        self._country = country
        self._men = _pairs(_MEN[country])
        self._women = _pairs(_WOMEN[country])
        self._families = _pairs(_FAMILIES[country])

    def draw(self, women_share: float) -> tuple[str, str]:
        """A name in Arabic and Latin letters; in Egypt with the father's between, as papers there."""
        given = self._rng.choice(self._women if self._rng.random() < women_share else self._men)
        parts = [given, self._rng.choice(self._families)]
        if self._country == "EG":
            parts.insert(1, self._rng.choice(self._men))
        return " ".join(p[0] for p in parts), " ".join(p[1] for p in parts)
