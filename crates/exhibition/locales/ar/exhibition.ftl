# كلمات المعرض بالعربية. ما يُدرج ($number و$date وغيرهما) مكتوب سلفًا بالأرقام العربية.

## إطار الصفحة
skip = الانتقال إلى المحتوى
made-up = بيانات مختلَقة للاختبار: لا يدل أي اسم هنا على شخص، حيًّا كان أو ميتًا.
languages = اللغات
rooms = القاعات
room-number = القاعة { $number }
as-of = حتى { $date }
as-of-never = لم يُسجَّل شيء بعد
footer-about = عن هذا المعرض ومصادره وكيفية التحقق منه
pages = الصفحات
page-of = الصفحة { $number } من { $total }
page-previous = الصفحة السابقة
page-next = الصفحة التالية
notes = المصادر
moved = نُقلت هذه الصفحة. تبيّن أن مدخلين يخصّان الأمر نفسه:

## القاعات
room-people = الضحايا
room-graves = القبور
room-documents = الوثائق
room-remarks = الأقوال
room-commission = اللجان
room-tolls = الأرقام
room-timeline = التسلسل الزمني
room-book = سجل الذكرى
room-programme = البرنامج
room-demands = المطالب
room-press = الصحافة
room-about = عن المعرض

## المدخل
content-note = قبل الدخول
contact = الاتصال والتصحيح
credits = شكر وتراخيص

## الأعداد
count-names = { $n ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $shown } أسماء
    [many] { $shown } اسمًا
   *[other] { $shown } اسم
}
count-sites = { $n ->
    [zero] لا مواقع
    [one] موقع واحد
    [two] موقعان
    [few] { $shown } مواقع
    [many] { $shown } موقعًا
   *[other] { $shown } موقع
}
count-items = { $n ->
    [zero] لا أدلة
    [one] دليل واحد
    [two] دليلان
    [few] { $shown } أدلة
    [many] { $shown } دليلًا
   *[other] { $shown } دليل
}
count-sources = { $n ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $shown } مصادر
    [many] { $shown } مصدرًا
   *[other] { $shown } مصدر
}
count-remarks = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $shown } أقوال
    [many] { $shown } قولًا
   *[other] { $shown } قول
}
count-named = { $n ->
    [zero] لا أشخاص مسمَّين
    [one] شخص واحد مسمّى
    [two] شخصان مسمَّيان
    [few] { $shown } أشخاص مسمَّين
    [many] { $shown } شخصًا مسمّى
   *[other] { $shown } شخص مسمّى
}
count-demands = { $n ->
    [zero] لا مطالب
    [one] مطلب واحد
    [two] مطلبان
    [few] { $shown } مطالب
    [many] { $shown } مطلبًا
   *[other] { $shown } مطلب
}
count-events = { $n ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $shown } أحداث
    [many] { $shown } حدثًا
   *[other] { $shown } حدث
}
count-figures = { $n ->
    [zero] لا أرقام منشورة
    [one] رقم منشور واحد
    [two] رقمان منشوران
    [few] { $shown } أرقام منشورة
    [many] { $shown } رقمًا منشورًا
   *[other] { $shown } رقم منشور
}
count-records = { $n ->
    [zero] لا مداخل
    [one] مدخل واحد
    [two] مدخلان
    [few] { $shown } مداخل
    [many] { $shown } مدخلًا
   *[other] { $shown } مدخل
}
count-bytes = { $n ->
    [zero] لا بايتات
    [one] بايت واحد
    [two] بايتان
    [few] { $shown } بايتات
    [many] { $shown } بايتًا
   *[other] { $shown } بايت
}
and-more = { $n ->
    [zero] لا غير
    [one] وواحد آخر
    [two] واثنان آخران
    [few] { $shown } أخرى
    [many] { $shown } أخرى
   *[other] { $shown } أخرى
}
years-without = { $n ->
    [zero] لا سنوات دون حدث
    [one] سنة واحدة دون حدث
    [two] سنتان دون حدث
    [few] { $shown } سنوات دون حدث
    [many] { $shown } سنة دون حدث
   *[other] { $shown } سنة دون حدث
}

## الأشخاص
wall-latin = أسماء بالحروف اللاتينية
wall-arabic = أسماء بالحروف العربية والفارسية
wall-other = أسماء بخطوط أخرى
wall-order = رُتّبت الأسماء بحسب حروفها كما كُتبت، من أول كلمة فيها. تظهر الحروف التي لا أسماء تحتها، لكنها لا تقود إلى شيء.
wall-marks = السنوات هي التي تضع فيها المصادر الوفاة، بتقويمين. ويدل العدد بين المعقوفين على عدد المصادر التي تذكر الشخص.
search-label = البحث في الجدار
search-button = ابحث
search-hint = بأي خط. يجوز أن يكون الاسم مكتوبًا بخطأ أو معروفًا في جزء منه.
search-found = عدد من عُثر عليهم:
search-first = عُثر على أشخاص، ويظهر أولهم:
search-none = لم يُعثر على أحد. الجميع على الجدار تحت الحروف أدناه.
search-failed = تعذّر تحميل البحث. الجميع على الجدار تحت الحروف أدناه.
letter-title = الأسماء تحت { $name }
letter-rest = علامات أخرى
unnamed = أشخاص لا تُعرض أسماؤهم أو لا تُعرف
unnamed-person = شخص لا يُعرف اسمه
blank-leaves = هذا الجدار غير مكتمل. والفراغ المتروك هنا لمن لم تُسجَّل أسماؤهم.

## الشخص
names-as-written = الاسم كما تكتبه المصادر
lists-naming = القوائم التي تذكر هذا الشخص، جنبًا إلى جنب
lists-signs = ≈ مكتوب على غير ما في قائمة أخرى · ≠ لا يصح مع ما في قائمة أخرى في آن واحد · – هذه القائمة لا تذكر شيئًا
list-silent = هذه القائمة لا تذكر شيئًا
list-otherwise = مكتوب على غير ما في قائمة أخرى
what-is-said = ما تقوله المصادر
sources-differ = تختلف المصادر
open-pairs = لعله الشخص نفسه
open-pairs-other = لعلهما واحد
pair-same = لعله نفسه
pair-different = يُعدّ غير
pair-by = اقترحه
pair-undecided = لم يُبتّ فيه
mentions = مواضع الذكر
not-known = ما لا يُعرف هنا
unknown-born = تاريخ الميلاد: لا يذكره أي مصدر في هذا الأرشيف.
unknown-arrested = الاعتقال: لا يتحدث عنه أي مصدر في هذا الأرشيف.
unknown-died = تاريخ الوفاة: لا يذكره أي مصدر في هذا الأرشيف.
unknown-place-of-death = مكان الوفاة: لا يذكره أي مصدر في هذا الأرشيف.
unknown-buried-at = الدفن: لا يقول أي مصدر في هذا الأرشيف أين.
correct = أهناك خطأ أو نقص، أو ما لا ينبغي أن يكون هنا؟
correct-how = كيفية تصحيح مدخل أو سحبه
identifier = عنوان هذا المدخل، وهو لا يتغيّر:

## أنواع المداخل
kind-person = شخص
kind-group = جماعة
kind-place = مكان
kind-event = حدث
kind-statement = تصريح
kind-remark = قول
kind-demand = مطلب
kind-proceeding = إجراء قضائي

## العلامات والملاحظات والفجوات
withheld = محجوب: { $reason }
withheld-whole = بعض المداخل أو الأدلة أو المصادر محجوب كله:
reason-missing = مشار إليه، لكنه غير موجود في الأرشيف
reason-restricted = لقرّاء مخوَّلين
reason-confidential = لحماية شخص
reason-erased = أُزيل نهائيًا بناء على طلب أو أمر
no-source = لم يُذكر مصدر
voice-said-by = قاله
voice-reported-by = نقله
voice-withheld = صوت محجوب
locator-page = الصفحة { $page }
locator-text = المحارف { $from } إلى { $to }
locator-row = الصف { $row }
locator-time = { $from } إلى { $to }
not-given = غير مذكور
source = المصدر
according-to = بحسب

## التواريخ والأرقام
date-unreadable = كما ورد؛ ولا يُقرأ منه تاريخ
date-as-stated = ورد هكذا:
date-about = نحو { $date }
date-uncertain = { $date }، غير مؤكد في المصدر
date-from = من { $date } فصاعدًا
date-until = حتى { $date }
date-unknown = التاريخ غير معروف
calendar-lunar-hijri = هجري قمري
year-gregorian = { $number }
year-solar = { $number } هجري شمسي
season-spring = ربيع
season-summer = صيف
season-autumn = خريف
season-winter = شتاء
month-january = كانون الثاني/يناير
month-february = شباط/فبراير
month-march = آذار/مارس
month-april = نيسان/أبريل
month-may = أيار/مايو
month-june = حزيران/يونيو
month-july = تموز/يوليو
month-august = آب/أغسطس
month-september = أيلول/سبتمبر
month-october = تشرين الأول/أكتوبر
month-november = تشرين الثاني/نوفمبر
month-december = كانون الأول/ديسمبر
month-farvardin = فروردين
month-ordibehesht = أرديبهشت
month-khordad = خرداد
month-tir = تير
month-mordad = مرداد
month-shahrivar = شهريور
month-mehr = مهر
month-aban = آبان
month-azar = آذر
month-dey = دي
month-bahman = بهمن
month-esfand = إسفند
number-or-more = { $number } أو أكثر
number-at-most = { $number } على الأكثر

## القبور
map-title = خريطة المواقع
map-projection = إسقاط أسطواني متساوي المسافات، أطواله صحيحة على خط العرض { $number }° شمالًا.
map-projection-south = إسقاط أسطواني متساوي المسافات، أطواله صحيحة على خط العرض { $number }° جنوبًا.
map-borders = الحدود هي حدود اليوم لا حدود ذلك الزمن؛ وقد قُسّمت محافظات منذ ذلك الحين.
map-file = الخريطة ملفًّا
map-rings = يدل حجم الحلقة على مدى الدقة في معرفة النقطة، ولا يدل على عدد القتلى. وتعدّد الأرقام عند حلقة واحدة يعني مواقع أقرب من أن تُرسم منفصلة.
sites-table = المواقع، مرقّمة كما على الخريطة
sites-not-surveyed = ما يُقرأ هنا هو ما تقوله المصادر. ولم يمسح المعرض الموقع.
precision-exact = النقطة نفسها
precision-city = المدينة
precision-region = منطقة تقريبية
precision-country = البلد
no-point = لا نقطة مذكورة
column-site = الموقع
column-precision = دقة النقطة

## الوثائق
items = الأدلة
sources = المصادر
column-number = الرقم
column-what = ما هو
column-type = النوع
column-cited-by = استُشهد به في
column-producer = المؤلف أو الناشر
column-date = التاريخ
column-row = الصف
untitled = بلا عنوان
provenance = من أين جاء
item-number = رقم الدليل
file-name = اسم الملف عند استلامه
file-type = نوع الملف كما وُجد
file-size = الحجم
ledger-entry = القيد في السجل
obtained-from = المصدر الذي أُخذ عنه
obtained-how = كيف أُخذ
custody = سلسلة الحفظ
cited-by = ما يستند إليه
cited-for = ما استُشهد به فيه
content = المحتوى
content-none = لا يمكن عرض شيء من هذا الدليل نصًّا.
content-text-note = كلمات الدليل نفسه. وما تحته خط مستشهَد به في هذا المعرض.
source-languages = اللغات
source-reference = أين يوجد
source-reliability = الموثوقية
source-note = ملاحظة
source-items = أدلة من هذا المصدر
judged-by = بحكم
leaves = يقود إلى خارج هذا المعرض
property-kind = النوع

## الأقوال والمطالب
remarks-not-ours = هذه كلمات الأشخاص المذكورين كما تنقلها المصادر. ولا يتبناها المعرض.
demands-not-ours = هذه مطالب المذكورين كما تنقلها المصادر. وليست مطالب المعرض.
form-gist = المعنى لا اللفظ: بكلمات شخص آخر
form-gist-name = المعنى
chain = كيف وصلتنا هذه الكلمات
chain-read-in = قُرئ في
speaker-not-named = القائل غير مذكور
post-that-day = مناصب تنسبها المصادر إلى القائل في ذلك اليوم
demand-number = المطلب { $number }

## اللجان
alleged-room = ادعاءات: سمّت أشخاصَ هذه الصفحة المصادرُ المذكورة بجانب كل منهم. والمعرض نفسه لا يتهم أحدًا.
alleged-person = ادعاءات: ما تقوله هذه الصفحة عن دور في لجنة هو ادعاء المصادر المذكورة. والمعرض نفسه لا يتهم أحدًا.
place-not-given = لم يُذكر مكان
column-person = الشخص
column-role = الدور بكلمات المصدر
column-named-by = سمّاه
posts-title = المناصب عبر الزمن
posts-text = الممتلئ: بين التاريخين اللذين يذكرهما مصدر. الإطار المنقّط: التاريخ غير دقيق. علامة الاستفهام: لا يذكر أي مصدر في هذا الأرشيف ذلك الطرف. والخط المنقّط العمودي يدل على مرسوم.
roles-alleged = الدور في لجنة، بحسب الادعاء

## الأرقام
tolls-never-summed = كل صف رقم منشور واحد، بالنطاق الذي ذُكر فيه. ولا تُقارن أرقام مختلفة النطاق، ولا يُجمع رقم إلى آخر.
tolls-axis = يمتد كل رسم من ٠ إلى { $number }. والسهم المفتوح يعني: أو أكثر.
unit-not-given = الوحدة غير مذكورة
scope-not-given = النطاق غير مذكور
column-figure = الرقم
column-drawn = الرسم
column-said-by = القائل
column-when = متى

## السجل
book-record = المراسم المسجَّلة في الأرشيف
book-nothing = لا يذكر الأرشيف مراسم ولا سجلَّ ذكرى.

## الصحافة
press-facts = حقائق
press-no-toll = لا يعطي المعرض رقمًا خاصًا به للقتلى؛ والأرقام المنشورة معروضة جنبًا إلى جنب في قاعة الأرقام.
press-text = نص قصير
press-banner = لافتات
press-banner-text = أربعة مقاسات، فاتحة وداكنة: رابط حول صورة، بلا برنامج. لتضمين واحدة انسخوا رمزها؛ لا تحمّل شيئًا آخر ولا تعدّ أحدًا.
press-address = ADDRESS-OF-YOUR-COPY

## عن المعرض
about-what = ما هذا
about-what-text = معرض تذكاري محسوب من أرشيف أدلة. تُعرض كل معلومة مع من يقولها والموضع الذي تُقرأ فيه، إلى جانب ما يقوله من يخالفها.
about-never-asserts = لا يجزم المعرض نفسه بشيء. بل يقول مَن قال ماذا، وأين.
about-marks = كيف تُقرأ العلامات
mark-note = العدد الصغير يقود إلى مصادر المعلومة التي قبله.
mark-disputed = يعطي مصدر آخر قيمة لا يمكن أن تصح معها في الوقت نفسه. تُعرض القيمتان بترتيب المصادر.
mark-unsure = كلمة بعد القيمة تبيّن مدى التأكد منها، حيث لا ينص عليها المصدر ببساطة.
mark-gap-name = محجوب
mark-gap = هناك ما هو معروف لكنه لا يُعرض، وهذا سببه. ولا يُترك شيء في صمت.
mark-gist = القول في حقل رمادي نقل لمعناه. وما بين علامتي التنصيص وحده لفظ.
about-dates = التواريخ
about-dates-text = تُعرض التواريخ بالدقة التي ذُكرت بها، بالتقويم الميلادي والهجري الشمسي. والسنة في أحدهما تشمل أجزاء من سنتين في الآخر، وتُعرض كذلك.
correct-title = التصحيح والسحب
correct-text = للأقارب ولغيرهم أن يطلبوا تصحيحًا أو إضافة أو سحبًا. ولا يبقى من المدخل المسحوب إلا علامة على أن شيئًا أُزيل ولماذا.
privacy-title = الخصوصية
privacy-text = لا تضع هذه الصفحات ملفات تعريف ولا تحمّل شيئًا من مكان آخر. ولا يشغّل برنامجًا إلا البحث في جدار الأسماء، وذلك في متصفحك؛ وهو لا يرسل شيئًا ويمكن الاستغناء عنه. ويمكن قراءتها من مجلد بلا شبكة.
verify-title = كيفية التحقق
verify-text = كل ما هنا محسوب من السجل الموصوف أدناه. ومن لديه الأرشيف أو حزمة منه يستطيع أن يحسب الجذر من جديد ويقارن.
verify-origin = السجل
verify-day = الحالة
verify-size = القيود
verify-root = الجذر
verify-program = إصدار البرنامج
verify-checkpoint = نقطة تحقق موقّعة
fonts-text = بخطّي Source Serif 4 ووزيرمتن، وكلاهما برخصة SIL Open Font License 1.1؛ ونصوص الرخص بجانب الخطوط.

## الخصائص
property-name = الاسم
property-title = العنوان
property-listed-as = مُدرج بصفة
property-sex = الجنس
property-father-name = اسم الأب
property-born = الميلاد
property-place-of-birth = مكان الولادة
property-age = العمر
property-affiliation = الانتماء
property-arrested = الاعتقال
property-prison = السجن
property-died = الوفاة
property-place-of-death = مكان الوفاة
property-buried-at = الدفن
property-position = المنصب
property-commission-role = الدور في لجنة
property-place-kind = نوع المكان
property-city = المدينة
property-province = المحافظة
property-location = النقطة
property-condition = الحال
property-event-kind = نوع الحدث
property-statement-kind = نوع التصريح
property-part-of = جزء من
property-order = الترتيب
property-date = التاريخ
property-held-at = مكان الانعقاد
property-speaker = القائل
property-speaker-role = بصفة
property-words = الكلمات
property-occasion = المناسبة
property-addressed-to = موجّه إلى
property-demanded-by = طالب به
property-toll = الرقم
property-described-as = الوصف
property-portrait = صورة شخصية
property-photograph = صورة فوتوغرافية
property-body = الجهة
property-from = من
property-to = إلى
property-place = المكان
property-scope = النطاق
property-unit = الوحدة
property-form = الصيغة
property-as-stated = كما ورد
property-list = القائمة
property-original-language = اللغة الأصلية

## المصطلحات
term-public = علني
term-restricted = لقرّاء مخوَّلين
term-confidential = سري
term-stated = ينص عليه المصدر
term-derived = محسوب
term-inferred = مستنتج
term-alleged = ادعاء المصدر
term-unchecked = لم يُقابَل بالمصدر
term-received = استُلم
term-copied = نُسخ
term-viewed = اطُّلع عليه
term-exported = أُخرج
term-moved = نُقل
term-checked = فُحص
term-request-of-person = بطلب من الشخص
term-request-of-family = بطلب من العائلة
term-order-of-court = بأمر من محكمة
term-wrong-person = يخص شخصًا آخر
term-recorded-by-mistake = سُجّل خطأً
term-decree = مرسوم
term-wave-of-executions = موجة إعدامات
term-conference = مؤتمر
term-exhibition = معرض
term-speech = خطاب
term-trial = محاكمة
term-report = تقرير
term-ceremony = مراسم
term-programme-item = جزء من البرنامج
term-gist = المعنى
term-quote = اقتباس حرفي
term-victim = ضحية
term-mass-grave = مقبرة جماعية
term-cemetery-section = جزء من مقبرة
term-suspected-site = موقع مشتبه به
term-prison = سجن
term-highly-reliable = يُعدّ موثوقًا جدًّا
term-likely-reliable = يُعدّ موثوقًا على الأرجح
term-unsure = غير متيقَّن
term-likely-unreliable = يُعدّ غير موثوق على الأرجح
term-highly-unreliable = يُعدّ غير موثوق إطلاقًا
term-unknown = غير معروف
term-male = رجل
term-female = امرأة
term-press = صحافة
term-book = كتاب
term-testimony = شهادة
term-judgment = حكم قضائي
term-un-document = وثيقة للأمم المتحدة
term-website = موقع إلكتروني
term-dataset = مجموعة بيانات
term-remark = قول
term-demand = مطلب
term-people = أشخاص
term-names = أسماء في قوائم
term-sites = مواقع
term-deaths = وفيات

## لغات المصادر
language-en = الإنجليزية
language-fr = الفرنسية
language-fa = الفارسية
language-ar = العربية
language-de = الألمانية
language-es = الإسبانية
language-it = الإيطالية
language-nl = الهولندية
language-sv = السويدية
language-ku = الكردية
language-tr = التركية
