# واژه‌های نمایشگاه به فارسی. آنچه جای‌گذاری می‌شود ($number، $date و …) پیش‌تر به رقم‌های فارسی نوشته شده است.

## قاب صفحه
skip = رفتن به متن
made-up = داده‌های ساختگی برای آزمایش: هیچ نامی در این‌جا از آنِ کسی، زنده یا درگذشته، نیست.
languages = زبان‌ها
rooms = تالارها
room-number = تالار { $number }
as-of = تا { $date }
as-of-never = هنوز چیزی ثبت نشده است
footer-about = دربارهٔ این نمایشگاه، منبع‌های آن و راه وارسی آن
pages = صفحه‌ها
page-of = صفحهٔ { $number } از { $total }
page-previous = صفحهٔ پیشین
page-next = صفحهٔ بعد
notes = منبع‌ها
moved = این صفحه جابه‌جا شده است. دو مدخل از یک چیز بودند:

## تالارها
room-people = قربانیان
room-graves = گورها
room-documents = اسناد
room-remarks = گفته‌ها
room-commission = هیئت‌ها
room-tolls = رقم‌ها
room-timeline = گاه‌شمار
room-book = دفتر یادبود
room-programme = برنامه
room-demands = خواسته‌ها
room-press = مطبوعات
room-about = درباره

## ورودی
content-note = پیش از ورود
contact = تماس و تصحیح
credits = سپاس و پروانه‌ها

## شمارش
count-names = { $n ->
    [one] { $shown } نام
   *[other] { $shown } نام
}
count-sites = { $n ->
    [one] { $shown } محل
   *[other] { $shown } محل
}
count-items = { $n ->
    [one] { $shown } مدرک
   *[other] { $shown } مدرک
}
count-sources = { $n ->
    [one] { $shown } منبع
   *[other] { $shown } منبع
}
count-remarks = { $n ->
    [one] { $shown } گفته
   *[other] { $shown } گفته
}
count-named = { $n ->
    [one] { $shown } تن نام‌برده
   *[other] { $shown } تن نام‌برده
}
count-demands = { $n ->
    [one] { $shown } خواسته
   *[other] { $shown } خواسته
}
count-events = { $n ->
    [one] { $shown } رویداد
   *[other] { $shown } رویداد
}
count-figures = { $n ->
    [one] { $shown } رقم منتشرشده
   *[other] { $shown } رقم منتشرشده
}
count-records = { $n ->
    [one] { $shown } مدخل
   *[other] { $shown } مدخل
}
count-bytes = { $n ->
    [one] { $shown } بایت
   *[other] { $shown } بایت
}
and-more = { $n ->
    [one] و { $shown } مورد دیگر
   *[other] و { $shown } مورد دیگر
}
years-without = { $n ->
    [one] { $shown } سال بدون رویداد
   *[other] { $shown } سال بدون رویداد
}

## کسان
wall-latin = نام‌ها به خط لاتین
wall-arabic = نام‌ها به خط فارسی و عربی
wall-other = نام‌ها به خط‌های دیگر
wall-order = نام‌ها به ترتیب حرف‌هایشان، چنان‌که نوشته شده‌اند و از نخستین واژه، آمده‌اند. حرف‌های بی‌نام نشان داده می‌شوند، اما پیوندی ندارند.
wall-marks = سال‌ها سال‌هایی است که منبع‌ها برای درگذشت گفته‌اند، در دو گاه‌شماری. عدد درون کروشه شمار منبع‌هایی است که از این کس سخن می‌گویند.
search-label = جست‌وجو در دیوار
search-button = بجوی
search-hint = به هر خطی. نام می‌تواند با املای نادرست یا ناقص نوشته شود.
search-found = کسانی که یافت شدند:
search-first = کسانی که یافت شدند؛ نخستین‌ها:
search-none = کسی یافت نشد. همه بر دیوار، زیر حرف‌های پایین، هستند.
search-failed = جست‌وجو بار نشد. همه بر دیوار، زیر حرف‌های پایین، هستند.
letter-title = نام‌ها، حرف { $name }
letter-rest = نشانه‌های دیگر
unnamed = کسانی که نامشان نشان داده نمی‌شود یا دانسته نیست
unnamed-person = کسی که نامش دانسته نیست
blank-leaves = این دیوار کامل نیست. جای خالی این‌جا از آنِ کسانی است که نامشان ثبت نشده است.

## شخص
names-as-written = نام، چنان‌که منبع‌ها نوشته‌اند
lists-naming = فهرست‌هایی که از این شخص نام می‌برند، کنار هم
lists-signs = ≈ با نوشتهٔ فهرستی دیگر فرق دارد · ≠ نمی‌تواند هم‌زمان با فهرستی دیگر درست باشد · – این فهرست چیزی نمی‌گوید
list-silent = این فهرست چیزی نمی‌گوید
list-otherwise = با نوشتهٔ فهرستی دیگر فرق دارد
what-is-said = آنچه منبع‌ها می‌گویند
sources-differ = منبع‌ها یکسان نیستند
open-pairs = شاید همان کس
open-pairs-other = شاید یکی باشند
pair-same = شاید همان باشد که
pair-different = جز این دانسته شده:
pair-by = پیشنهاد از
pair-undecided = دربارهٔ آن تصمیمی گرفته نشده
mentions = جاهایی که از آن یاد شده
not-known = آنچه این‌جا دانسته نیست
unknown-born = تاریخ تولد: هیچ منبعی در این بایگانی آن را نمی‌گوید.
unknown-arrested = بازداشت: هیچ منبعی در این بایگانی از آن سخن نمی‌گوید.
unknown-died = تاریخ درگذشت: هیچ منبعی در این بایگانی آن را نمی‌گوید.
unknown-place-of-death = محل درگذشت: هیچ منبعی در این بایگانی آن را نمی‌گوید.
unknown-buried-at = خاک‌سپاری: هیچ منبعی در این بایگانی نمی‌گوید کجا.
correct = چیزی نادرست است، کم است، یا نباید این‌جا باشد؟
correct-how = راه تصحیح یا برداشتن یک مدخل
identifier = نشانی این مدخل که تغییر نمی‌کند:

## گونه‌های مدخل
kind-person = شخص
kind-group = گروه
kind-place = مکان
kind-event = رویداد
kind-statement = گفته
kind-remark = گفته
kind-demand = خواسته
kind-proceeding = رسیدگی

## نشانه‌ها، یادداشت‌ها و جاهای خالی
withheld = نشان داده نمی‌شود: { $reason }
withheld-whole = برخی مدخل‌ها، مدرک‌ها یا منبع‌ها یکسره نشان داده نمی‌شوند:
reason-missing = به آن اشاره شده، اما در بایگانی نیست
reason-restricted = ویژهٔ خوانندگان مجاز
reason-confidential = برای حفظ جان یا امنیت کسی
reason-erased = به درخواست کسی یا به حکم، برای همیشه پاک شده است
no-source = منبعی داده نشده است
voice-said-by = گفتهٔ
voice-reported-by = به نقل از
voice-withheld = گوینده‌ای که نشان داده نمی‌شود
locator-page = صفحهٔ { $page }
locator-text = نویسه‌های { $from } تا { $to }
locator-row = ردیف { $row }
locator-time = { $from } تا { $to }
not-given = گفته نشده
source = منبع
according-to = بنا بر

## تاریخ و عدد
date-unreadable = چنان‌که آمده؛ تاریخی از آن خوانده نمی‌شود
date-as-stated = چنین آمده:
date-about = نزدیک به { $date }
date-uncertain = { $date }، در منبع نامطمئن
date-from = از { $date } به بعد
date-until = تا { $date }
date-unknown = تاریخ دانسته نیست
calendar-lunar-hijri = هجری قمری
year-gregorian = { $number } میلادی
year-solar = { $number }
season-spring = بهار
season-summer = تابستان
season-autumn = پاییز
season-winter = زمستان
month-january = ژانویهٔ
month-february = فوریهٔ
month-march = مارس
month-april = آوریل
month-may = مهٔ
month-june = ژوئن
month-july = ژوئیهٔ
month-august = اوت
month-september = سپتامبر
month-october = اکتبر
month-november = نوامبر
month-december = دسامبر
month-farvardin = فروردین
month-ordibehesht = اردیبهشت
month-khordad = خرداد
month-tir = تیر
month-mordad = مرداد
month-shahrivar = شهریور
month-mehr = مهر
month-aban = آبان
month-azar = آذر
month-dey = دی
month-bahman = بهمن
month-esfand = اسفند
number-or-more = { $number } یا بیشتر
number-at-most = حداکثر { $number }

## گورها
map-title = نقشهٔ محل‌ها
map-projection = تصویر استوانه‌ای هم‌فاصله؛ طول‌ها بر مدار { $number } درجهٔ شمالی درست است.
map-projection-south = تصویر استوانه‌ای هم‌فاصله؛ طول‌ها بر مدار { $number } درجهٔ جنوبی درست است.
map-borders = مرزها مرزهای امروز است، نه آن زمان؛ از آن پس برخی استان‌ها تقسیم شده‌اند.
map-file = نقشه به صورت فایل
map-rings = اندازهٔ حلقه می‌گوید نقطه با چه دقتی دانسته است و چیزی دربارهٔ شمار کشته‌شدگان نمی‌گوید. چند شماره کنار یک حلقه، محل‌هایی است که نزدیک‌تر از آن‌اند که جدا رسم شوند.
sites-table = محل‌ها، با شماره‌های روی نقشه
sites-not-surveyed = آنچه این‌جا آمده گفتهٔ منبع‌هاست. نمایشگاه از محل نقشه‌برداری نکرده است.
precision-exact = خود نقطه
precision-city = شهر
precision-region = محدوده‌ای تقریبی
precision-country = کشور
no-point = نقطه‌ای داده نشده
column-site = محل
column-precision = دقت نقطه

## اسناد
items = مدرک‌ها
sources = منبع‌ها
column-number = شماره
column-what = چه
column-type = گونه
column-cited-by = استناد برای
column-producer = پدیدآور یا ناشر
column-date = تاریخ
column-row = ردیف
untitled = بی‌عنوان
provenance = از کجا آمده است
item-number = شمارهٔ مدرک
file-name = نام فایل هنگام دریافت
file-type = گونهٔ فایل، چنان‌که یافته شد
file-size = اندازه
ledger-entry = شمارهٔ ثبت در دفتر
obtained-from = دریافت از
obtained-how = چگونگی دریافت
custody = زنجیرهٔ نگهداری
cited-by = آنچه بر آن استوار است
cited-for = آنچه به آن استناد شده
content = محتوا
content-none = از این مدرک چیزی به صورت متن نشان‌دادنی نیست.
content-text-note = واژه‌های خود مدرک. آنچه زیرش خط کشیده شده در نمایشگاه به آن استناد شده است.
source-languages = زبان‌ها
source-reference = کجا یافت می‌شود
source-reliability = اعتبار
source-note = یادداشت
source-items = مدرک‌های این منبع
judged-by = به داوری
leaves = به بیرون از این نمایشگاه می‌رود
property-kind = گونه

## گفته‌ها و خواسته‌ها
remarks-not-ours = این‌ها سخنان کسانی است که نامشان آمده، چنان‌که منبع‌ها گزارش کرده‌اند. نمایشگاه آن‌ها را سخن خود نمی‌داند.
demands-not-ours = این‌ها خواسته‌های کسانی است که نامشان آمده، چنان‌که منبع‌ها گزارش کرده‌اند. خواستهٔ نمایشگاه نیست.
form-gist = مضمون، نه عین واژه‌ها: به زبان دیگری
form-gist-name = مضمون
chain = این سخنان از چه راهی به ما رسیده است
chain-read-in = خوانده‌شده در
speaker-not-named = گوینده نام برده نشده
post-that-day = سمت‌هایی که منبع‌ها برای گوینده در آن روز گفته‌اند
demand-number = خواستهٔ { $number }

## هیئت‌ها
alleged-room = ادعا: کسان این صفحه را منبع‌هایی نام برده‌اند که کنار هر یک آمده است. نمایشگاه خود کسی را متهم نمی‌کند.
alleged-person = ادعا: آنچه این صفحه دربارهٔ نقش در یک هیئت می‌گوید ادعای منبع‌های نام‌برده است. نمایشگاه خود کسی را متهم نمی‌کند.
place-not-given = جایی گفته نشده
column-person = شخص
column-role = نقش، به گفتهٔ منبع
column-named-by = نام‌برده از سوی
posts-title = سمت‌ها در گذر زمان
posts-text = پُر: میان تاریخ‌هایی که یک منبع می‌دهد. خط‌چین: تاریخ دقیق نیست. علامت پرسش: هیچ منبعی در این بایگانی آن سر را نمی‌گوید. خط‌چین عمودی یک فرمان را نشان می‌دهد.
roles-alleged = نقش در هیئت، بنا بر ادعا

## رقم‌ها
tolls-never-summed = هر ردیف یک رقم منتشرشده است، با همان دامنه‌ای که گفته شده. رقم‌هایی با دامنه‌های گوناگون را نمی‌توان با هم سنجید و هیچ‌یک با دیگری جمع نمی‌شود.
tolls-axis = هر نمودار از ۰ تا { $number } است. پیکان باز یعنی: یا بیشتر.
unit-not-given = یکا گفته نشده
scope-not-given = دامنه گفته نشده
column-figure = رقم
column-drawn = نمودار
column-said-by = گوینده
column-when = کی

## دفتر
book-record = مراسمی که در بایگانی آمده است
book-nothing = در بایگانی نه مراسمی آمده است و نه سخنی از دفتر یادبود.

## مطبوعات
press-facts = آگاهی‌ها
press-no-toll = نمایشگاه رقمی از آنِ خود برای کشته‌شدگان نمی‌دهد؛ رقم‌های منتشرشده در تالار رقم‌ها کنار هم آمده‌اند.
press-text = متن کوتاه
press-banner = بنرها
press-banner-text = چهار اندازه، روشن و تیره: پیوندی گرد یک تصویر، بدون اسکریپت. برای نهادن آن در صفحهٔ خود، کد را رونویسی کنید؛ چیز دیگری بار نمی‌شود و کسی شمرده نمی‌شود.
press-address = ADDRESS-OF-YOUR-COPY

## درباره
about-what = این چیست
about-what-text = نمایشگاهی یادبودی که از یک بایگانی اسناد محاسبه شده است. هر آگاهی با نام گویندگانش و جایی که می‌توان خواند، در کنار گفتهٔ کسانی که جز آن می‌گویند آمده است.
about-never-asserts = نمایشگاه خود هیچ حکمی نمی‌کند. می‌گوید چه کسی چه گفته است و کجا.
about-marks = راه خواندن نشانه‌ها
mark-note = عدد کوچک به منبع‌های آگاهیِ پیش از خود می‌رسد.
mark-disputed = منبع دیگری مقداری می‌دهد که هم‌زمان نمی‌تواند درست باشد. هر دو، به ترتیب منبع‌ها، نشان داده می‌شوند.
mark-unsure = واژه‌ای پس از یک مقدار می‌گوید چه اندازه مطمئن است، هر جا منبع آن را به‌سادگی نگفته باشد.
mark-gap-name = نشان داده نمی‌شود
mark-gap = چیزی دانسته است، اما نشان داده نمی‌شود، و دلیلش این است. هیچ چیز بی‌صدا کنار گذاشته نمی‌شود.
mark-gist = گفته‌ای که در زمینهٔ خاکستری آمده گزارشِ مضمون آن است. تنها آنچه در گیومه است عین سخن است.
about-dates = تاریخ‌ها
about-dates-text = تاریخ‌ها با همان دقتی که گفته شده‌اند، در گاه‌شماری هجری شمسی و میلادی نشان داده می‌شوند. یک سالِ این گاه‌شماری بخش‌هایی از دو سالِ دیگری را دربر می‌گیرد و همین‌گونه نشان داده می‌شود.
correct-title = تصحیح و برداشتن
correct-text = بستگان و دیگران می‌توانند تصحیح، افزودن یا برداشتن بخواهند. از مدخلی که برداشته شود تنها نشانی می‌ماند که چیزی برداشته شده و چرا، و جز آن هیچ.
privacy-title = حریم خصوصی
privacy-text = این صفحه‌ها کوکی نمی‌گذارند و چیزی از جای دیگر بار نمی‌کنند. تنها جست‌وجوی دیوار نام‌ها برنامه‌ای در مرورگر شما اجرا می‌کند؛ چیزی نمی‌فرستد و بی آن نیز همه چیز دیده می‌شود. می‌توان آن‌ها را از یک پوشه و بی‌شبکه خواند.
verify-title = راه وارسی
verify-text = هر چه این‌جاست از دفتری که در زیر آمده محاسبه شده است. هر که بایگانی یا بسته‌ای از آن را دارد می‌تواند ریشه را دوباره حساب کند و بسنجد.
verify-origin = دفتر ثبت
verify-day = وضعیت
verify-size = شمار ثبت‌ها
verify-root = ریشه
verify-program = نسخهٔ برنامه
verify-checkpoint = نقطهٔ وارسی امضاشده
fonts-text = با قلم‌های Source Serif 4 و وزیرمتن، هر دو با پروانهٔ SIL Open Font License 1.1؛ متن پروانه‌ها کنار قلم‌هاست.

## ویژگی‌ها
property-name = نام
property-title = عنوان
property-listed-as = در فهرست به عنوان
property-sex = جنس
property-father-name = نام پدر
property-born = تولد
property-place-of-birth = زادگاه
property-age = سن
property-affiliation = وابستگی
property-arrested = بازداشت
property-prison = زندان
property-died = درگذشت
property-place-of-death = محل درگذشت
property-buried-at = خاک‌سپاری
property-position = سمت
property-commission-role = نقش در هیئت
property-place-kind = گونهٔ مکان
property-city = شهر
property-province = استان
property-location = نقطه
property-condition = وضع
property-event-kind = گونهٔ رویداد
property-statement-kind = گونهٔ گفته
property-part-of = بخشی از
property-order = ترتیب
property-date = تاریخ
property-held-at = محل برگزاری
property-speaker = گوینده
property-speaker-role = در مقام
property-words = سخنان
property-occasion = مناسبت
property-addressed-to = خطاب به
property-demanded-by = خواستهٔ
property-toll = رقم
property-described-as = توصیف
property-portrait = پرتره
property-photograph = عکس
property-body = نهاد
property-from = از
property-to = تا
property-place = جا
property-scope = دامنه
property-unit = یکا
property-form = شکل
property-as-stated = چنان‌که آمده
property-list = فهرست
property-original-language = زبان اصلی

## اصطلاح‌ها
term-public = همگانی
term-restricted = ویژهٔ خوانندگان مجاز
term-confidential = محرمانه
term-stated = گفتهٔ خود منبع
term-derived = محاسبه‌شده
term-inferred = استنباط
term-alleged = ادعای منبع
term-unchecked = با منبع سنجیده نشده
term-received = دریافت شد
term-copied = رونوشت شد
term-viewed = دیده شد
term-exported = بیرون داده شد
term-moved = جابه‌جا شد
term-checked = وارسی شد
term-request-of-person = به درخواست خود شخص
term-request-of-family = به درخواست خانواده
term-order-of-court = به حکم دادگاه
term-wrong-person = دربارهٔ کس دیگری بود
term-recorded-by-mistake = به اشتباه ثبت شده بود
term-decree = فرمان
term-wave-of-executions = موج اعدام‌ها
term-conference = همایش
term-exhibition = نمایشگاه
term-speech = سخنرانی
term-trial = محاکمه
term-report = گزارش
term-ceremony = مراسم
term-programme-item = بخشی از برنامه
term-gist = مضمون
term-quote = عین سخن
term-victim = قربانی
term-mass-grave = گور جمعی
term-cemetery-section = بخشی از گورستان
term-suspected-site = محل احتمالی
term-prison = زندان
term-highly-reliable = بسیار معتبر دانسته شده
term-likely-reliable = احتمالاً معتبر دانسته شده
term-unsure = نامطمئن
term-likely-unreliable = احتمالاً نامعتبر دانسته شده
term-highly-unreliable = بسیار نامعتبر دانسته شده
term-unknown = نامعلوم
term-male = مرد
term-female = زن
term-press = مطبوعات
term-book = کتاب
term-testimony = گواهی
term-judgment = رأی دادگاه
term-un-document = سند سازمان ملل متحد
term-website = وب‌گاه
term-dataset = مجموعهٔ داده
term-remark = گفته
term-demand = خواسته
term-people = کسان
term-names = نام‌ها در فهرست‌ها
term-sites = محل‌ها
term-deaths = مرگ‌ها

## زبان منبع‌ها
language-en = انگلیسی
language-fr = فرانسوی
language-fa = فارسی
language-ar = عربی
language-de = آلمانی
language-es = اسپانیایی
language-it = ایتالیایی
language-nl = هلندی
language-sv = سوئدی
language-ku = کردی
language-tr = ترکی
