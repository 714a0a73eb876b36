"""The Arabic words of the page for the values that readings hold in English."""

KINDS = {
    "person": "شخص",
    "people": "أشخاص",
    "organization": "جهة",
    "outlet": "وسيلة إعلام",
    "document": "وثيقة",
    "account": "حساب",
    "public": "ناس وشهود",
}

UNNAMED = {
    "person": "شخص غير مسمى",
    "people": "أشخاص غير مسمين",
    "organization": "جهة غير مسماة",
    "outlet": "وسيلة إعلام غير مسماة",
    "document": "وثيقة غير مسماة",
    "account": "حساب غير مسمى",
    "public": "ناس وشهود",
}

FORMS = {
    "direct": "منقول بلفظه",
    "indirect": "منقول بمعناه",
    "mixed": "بعضه بلفظه",
}

TITLE = "تخريج الأخبار"
CONTENTS = "التقارير"
LEGEND = "مفتاح العلامات"
CUE = "لفظ النقل"
SOURCE = "المصدر كما ورد"
TIME = "وقت"
VEILED = "مصدر غير مسمى"
FROM = "عن"
ASKED = "طلب إخفاء اسمه"
TIMES = "الأوقات"
NOTHING = "لم يُعثر في هذا النص على قول منسوب إلى أحد."
STATEMENTS = "أقوال"
ALL_SPEAKERS = "كل القائلين"
SPEAKER = "القائل"
ONLY_UNNAMED = "غير المسمين فقط"
ONLY_RELAYED = "المنقول بواسطة فقط"
READ_CHAIN = "تُقرأ السلسلة من الأقرب إلى القارئ إلى صاحب القول."
NUMBER_OF = "العدد"

EVENTS = "الوقائع"
OWN_VOICE = "بلسان التقرير"
ON_WORD_OF = "نقلا عن"
IN = "في"
PRESENT = "بحضور"
NO_DAY = "بلا تاريخ"

EVENT_TYPES = {
    "AGREE": "اتفاق",
    "CONSULT": "لقاء أو تشاور",
    "SUPPORT": "تأييد",
    "COOPERATE": "تعاون",
    "AID": "مساعدة",
    "CONCEDE": "تنازل أو إفراج",
    "RETREAT": "انسحاب أو هدنة",
    "REQUEST": "دعوة أو طلب",
    "ACCUSE": "اتهام أو إدانة",
    "REJECT": "رفض",
    "THREATEN": "تهديد أو تحذير",
    "PROTEST": "احتجاج",
    "SANCTION": "عقوبة",
    "MOBILIZE": "حشد قوات",
    "COERCE": "إكراه أو توقيف",
    "ASSAULT": "اعتداء",
}

STATUSES = {
    "happened": "وقع",
    "ongoing": "جار",
    "planned": "مزمع",
    "denied": "منفي",
    "called_for": "مطلوب",
    "conditional": "مشروط",
}

PRECISIONS = {
    "city": "في المدينة",
    "near": "قربها",
    "region": "في الإقليم",
    "country": "في البلد",
}
