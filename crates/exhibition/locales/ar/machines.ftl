# Feeds, data to take away, cards, banners.

## Data in the pages (JSON-LD)
linked-named-by = بحسب { $who }: { $what }

## الخلاصات
feed-title = الجديد
feed-of = { $what }: الجديد
feed-added = وثيقة جديدة: { $what }
feed-changed = تغيّر: { $what }
feed-withdrawn = سُحب: { $what }
feed-release = الإصدار { $number }

## بيانات للأخذ
data-title = البيانات
data-text = كل ما تعرضه هذه الصفحات في ملفات لجدول حسابي أو لبرنامج: لكل قول صف، مع مصدره وموضعه فيه.
data-files = الملفات
data-what = المحتوى
data-rows = الصفوف
data-size = الحجم
data-take = الملفات
data-people = أقوال عن أشخاص
data-groups = أقوال عن جماعات
data-places = أقوال عن أماكن
data-events = أقوال عن أحداث
data-statements = أقوال عن تصريحات
data-proceedings = أقوال عن إجراءات قضائية
data-sources = المصادر
data-items = الأدلة
data-kilobytes = { $number } كيلوبايت
data-count = { $n ->
    [zero] لا ملفات
    [one] ملف واحد، في القائمة
    [two] ملفان، في القائمة
    [few] { $shown } ملفات، في القائمة
    [many] { $shown } ملفًا، في القائمة
   *[other] { $shown } ملف، في القائمة
}
data-forms = الأقوال في صورتين: CSV للجداول الحسابية وJSON Lines للبرامج. في ملف CSV تبدأ الخلية التي قد ينفذها الجدول بوصفها صيغة بفاصلة عليا، وتُكتب الأوامر الخفية ظاهرة؛ أما ملفات JSON فتحفظ الكلمات كما هي.
data-package = يصف جميع الملفات مع بصمة كل منها (Data Package)
data-list = قائمة بجميع الملفات مع الصفوف والبايتات وSHA-256
data-schema = يبيّن معنى كل عمود من أعمدة القول
data-licence = الترخيص
data-licence-none = لم يُذكر ترخيص. اسألوا قبل إعادة نشر البيانات.
data-check = كيف تتحققون منها
data-check-text = احسبوا SHA-256 للملف وقارنوه بالقائمة. تعود القائمة إلى هذه الحالة من السجل، وكل قيد فيه يمكن إثباته ببرنامج cenotaph-verify. وما حُجب عن الجمهور ليس في هذه الملفات؛ وحيث حُجب جزء من قول يذكر الصف السبب.

## غرفة الصحافة
press-pictures = صور للصحافة
press-pictures-none = لم تُتَح أي صورة للنشر.
press-follow = للمتابعة وللعمل على البيانات
press-banner-page = اللافتة صفحةً تلائم أي إطار
banner-made-up = بيانات مختلَقة للاختبار
