# آنچه برنامه در پایانه می‌گوید. «err-…» می‌گوید چه شد و «rec-…» که چه باید کرد.

-name = Cenotaph

error = خطا: { $text }
hint = راهنما: { $text }

## Making an archive

init-done = بایگانی «{ $name }» در `{ $path }` ساخته شد
init-key = دفتر ثبت آن با `{ $key }` امضا می‌شود
init-policy = `{ $policy }` را به هر کس که باید آن را وارسی کند بدهید؛ پوشهٔ `keys` را نزد خود نگه دارید

## Adding files

add-item = { $number }  { $digest }  { $path }
add-known = { $number }  { $digest }  { $path }  (از پیش بود)
add-total = { $count ->
    [one] { $count } مدرک
   *[other] { $count } مدرک
  }، { $new } تازه

## Importing

import-done = { $rows ->
    [one] { $rows } ردیف خوانده شد
   *[other] { $rows } ردیف خوانده شد
  }: { $records } مدخل تازه، { $claims } ادعای تازه، { $known } ادعا از پیش ثبت شده بود
import-more = تازه: { $sources } منبع، { $items } مدرک، { $judgements } تصمیم، { $suggestions } پیشنهاد
import-restricted = دسترسی به جدول و آنچه از آن برداشته شد محدود است؛ برای نشان دادن آن در نمایشگاه، دوباره با `--access public` وارد کنید
import-nothing = چیز تازه‌ای نبود؛ دفتر ثبت همان است که بود
import-problems = { $left } مورد برداشته نشد، { $flagged } مورد با نشان برداشته شد
problem-place-file = { $file }
problem-place-column = { $file }، ستون «{ $column }»
problem-place-row = { $file }، ردیف { $row }
problem-place-cell = { $file }، ردیف { $row }، ستون «{ $column }»
problem-left = برداشته نشد: { $place }: { $reason }
problem-flagged = نشان‌دار: { $place }: { $reason }

problem-unreadable = فایل خوانده نمی‌شود: { $cause }
problem-file-too-large = فایل { $found } بایت دارد، حداکثر { $limit } بایت خوانده می‌شود
problem-text-too-long = متن بیش از { $limit } بایت است؛ بقیه خوانده نشد
problem-too-deep = تودرتویی بیش از { $limit } لایه است؛ ساختار زیر آن نادیده ماند
problem-replaced-bytes = { $count } بایت در این رمزگذاری معنا ندارد، نخستین در { $byte }؛ به جای آن‌ها � خوانده شد
problem-declared-encoding-wrong = رمزگذاری { $declared } اعلام شده، اما فایل به { $found } نوشته شده است
problem-declared-encoding-unknown = رمزگذاری اعلام‌شدهٔ { $declared } شناخته نیست
problem-encoding-guessed = رمزگذاری اعلام نشده است؛ به صورت { $found } خوانده شد
problem-nul-characters = { $count } نویسهٔ NUL در متن هست، نخستین در { $byte }
problem-ragged-row = ردیف { $found } خانه دارد و سرستون { $expected }: { $raw }
problem-unclosed-quote = گیومه‌ای باز شده و بسته نشده است: { $raw }
problem-text-after-quote = میان گیومهٔ بسته و خانهٔ بعدی متنی هست: { $raw }
problem-cell-too-long = خانه { $found } بایت دارد، حداکثر { $limit } بایت خوانده می‌شود
problem-too-many-columns = ردیف { $found } خانه دارد، حداکثر { $limit } خانه خوانده می‌شود
problem-too-many-rows = { $count } ردیف بیش از { $limit } ردیفی است که خوانده می‌شود
problem-duplicate-header = سرستون «{ $header }» دو بار آمده است؛ این ستون «{ $called }» خوانده می‌شود
problem-empty-header = ستون سرستون ندارد
problem-no-header = سرستونی نیست، پس جدولی هم نیست
problem-no-such-column = نگاشت این ستون را می‌خواهد، اما جدول آن را ندارد
problem-unused-column = از این ستون چیزی برداشته نشد
problem-empty = خانه خالی است، اما نگاشت آن را می‌خواهد
problem-no-key = چیزی نمی‌گوید که ردیف دربارهٔ کدام مدخل است
problem-unknown-source = منبع «{ $key }» شناخته نیست
problem-not-a-number = «{ $text }» عدد نیست
problem-reversed = کران پایین { $low } از کران بالا { $high } بزرگ‌تر است
problem-not-a-date = «{ $text }» تاریخ EDTF نیست؛ همان‌گونه که هست نگه داشته شد
problem-no-such-date = «{ $text }» تاریخی است که وجود ندارد؛ همان‌گونه که گفته شده نگه داشته شد
problem-not-a-calendar = «{ $text }» گاه‌شمار نیست
problem-not-a-term = «{ $text }» از واژه‌های واژگان نیست
problem-not-a-position = «{ $latitude }»، «{ $longitude }» جایی بر زمین نیست
problem-not-a-precision = «{ $text }» درجهٔ دقت نیست؛ جا را محدوده‌ای تقریبی گرفتیم
problem-not-a-link = «{ $text }» نشانی وب نیست
problem-not-a-language = «{ $text }» زبان نیست؛ واژه‌ها بی‌زبان برداشته شد
problem-not-an-access = «{ $text }» نه public است، نه restricted و نه confidential؛ محرمانه گرفته شد
problem-not-readable = خوانده نمی‌شود: { $text }
problem-nothing-here = چیزی در آن از این قالب نیست
problem-capture-failed = صفحه ضبط نشده است («{ $text }»)؛ تنها نشانی آن برداشته شد
problem-unknown-kind = این بایگانی برای «{ $text }» مدخلی ندارد
problem-unknown-item = { $text } در این بایگانی نیست؛ ادعا نگه داشته شد، اما ارجاع آن به جایی نمی‌رسد
problem-anchor = قطعهٔ مربوط به { $row } درست یک بار در گزارش نیامده است
problem-bad-judgement = «{ $text }» تصمیمی نیست که یک مورد بتواند بیاورد
problem-picture-kind = تصویری است از گونه‌ای که اینجا خوانده نمی‌شود؛ نشان داده نمی‌شود
problem-picture-pixels = اندازهٔ آن { $width } × { $height } پیکسل است و تصویرهایی با حداکثر { $limit } پیکسل خوانده می‌شوند؛ نشان داده نمی‌شود
problem-picture-cut = پرونده پیش از پایان تصویر تمام می‌شود؛ نشان داده نمی‌شود
problem-picture-damaged = نمی‌توان آن را همچون تصویر خواند؛ نشان داده نمی‌شود
problem-picture-locked = با گذرواژه قفل شده است؛ صفحه‌هایش نشان داده نمی‌شوند
problem-picture-no-alt = هنوز کسی ننوشته است که در آن چه دیده می‌شود؛ بی این نوشته نشان داده نمی‌شود
problem-bad-claim = ادعا با واژگان نمی‌خواند: { $detail }
problem-replaced-characters = { $count } نویسه را به صورت UTF-8 نمی‌توان خواند؛ به جای آن‌ها � خوانده شد
problem-row-too-long = ردیف از آنچه خوانده می‌شود درازتر است: { $raw }
problem-no-pair = جهش (tab) نیست، پس جفتی هم نیست: { $raw }
problem-match-not-a-date = «{ $text }» تاریخ نیست؛ گفته‌نشده به شمار آمد
problem-match-no-such-day = «{ $text }» روزی است که گاه‌شمار آن ندارد؛ ماه یا سال آن به شمار می‌آید
problem-match-day-or-month = «{ $text }»: روز و ماه از هم شناخته نمی‌شود و فهرست هم نمی‌گوید؛ سال به شمار می‌آید
problem-match-not-that-calendar = سال «{ $text }» نمی‌تواند از گاه‌شماری باشد که نام برده شده؛ گاه‌شمار از روی سال دانسته شد
problem-match-future = «{ $text }» هنوز نرسیده است؛ گفته‌نشده به شمار آمد
problem-match-not-an-age = «{ $text }» سنی نیست که کسی به آن برسد؛ گفته‌نشده به شمار آمد
problem-match-not-a-calendar = «{ $text }» گاه‌شمار نیست؛ از روی سال دانسته شد
problem-match-not-a-sex = «{ $text }» نه مرد است و نه زن؛ گفته‌نشده به شمار آمد
problem-match-key-twice = «{ $text }» پیش‌تر در ردیف دیگری آمده بود؛ این ردیف کلیدی از آنِ خود گرفت
problem-match-column-twice = ستون دو بار آمده است؛ نخستین به شمار می‌آید
problem-match-name-differs = «{ $text }» با نام و نام خانوادگی یکی نیست؛ آن دو به شمار می‌آید
problem-match-name-too-long = «{ $text }» بیش از آنچه سنجیده می‌شود پاره دارد؛ نخستین‌ها به شمار می‌آید
problem-match-mixed-scripts = «{ $text }» در یک واژه چند خط را در هم آمیخته است؛ شاید فریب باشد یا لغزش
problem-match-cell-count = شمار خانه‌های ردیف با سرستون یکی نیست: { $text }
problem-match-says-nothing = هیچ‌چیز در ردیف کسی را نمی‌شناساند؛ تنها می‌ماند
problem-match-too-many-lists = فهرست‌ها بیش از آن است که از هم شناخته شود؛ «{ $text }» در واپسین آن‌هاست
problem-match-other = «{ $text }» را نشد همان‌گونه که هست برداشت
problem-judgement-row = تصمیم خوانده نمی‌شود: { $raw }
problem-judgement-unknown = جدول مدخل «{ $raw }» را ندارد
problem-judgement-itself = «{ $raw }» با خودش سنجیده شده است
problem-judgement-word = «{ $raw }» نه same است، نه different و نه undecided
problems-more = … و { $count } مورد دیگر از همین گونه

## Reading

read-type = { $type }، { $encoding }
read-title = عنوان: { $text }
read-byline = از: { $text }
read-place = جا: { $text }
read-date = تاریخ: { $text }
read-language = زبان: { $text }
read-length = { $count } نویسهٔ متن
read-entity = { $kind }: { $text } ({ $place })
read-quote = نقل: { $speaker }: «{ $text }» ({ $place })
read-nobody = گوینده قطعی نیست
read-flag = نشان { $code }: { $note }
read-fact = { $name }: { $value }
read-part = در آن: { $name } ({ $type }، { $size } بایت)

## Matching

progress-reading = { $rows } ردیف خوانده شد
progress-keys = مرتب کردن بر پایهٔ هم‌آوایی
progress-pairs = { $done } از { $all } جفت سنجیده شد
progress-weights = آموختن ارزش هر ستون، دور { $round }
progress-clusters = از جفت‌ها به کسان
progress-writing = نوشتن
match-done = { $rows ->
    [one] { $rows } ردیف خوانده شد
   *[other] { $rows } ردیف خوانده شد
  }: { $records } مدخل در { $lists ->
    [one] { $lists } فهرست
   *[other] { $lists } فهرست
  }
match-clusters = { $clusters } خوشه، { $shared } تا از آن‌ها با بیش از یک مدخل؛ { $pairs } جفت نگه داشته شد
match-largest = بزرگ‌ترین خوشه { $records } مدخل دارد که نخستین آن‌ها `{ $first }` است
match-judged = تصمیم‌هایی که رعایت شد: { $same } یک تن، { $different } دو تن، { $undecided } نامعلوم
match-held = { $count } جفت یک تن می‌نمایند و تصمیمی یا فهرستی بی‌تکرار آن‌ها را جدا نگه می‌دارد
match-not-linkable = { $count } مدخل کمتر از آن می‌گویند که با کسی یکی دانسته شوند؛ آن‌ها را همین شمار آدمِ دیگر به حساب نیاورید
match-learned = وزن‌ها از همین مدخل‌ها آموخته شد
match-shipped = وزن‌ها همان است که با { -name } می‌آید
match-reach = گمان می‌رود حدود { $percent } ٪ از جفت‌هایی که یک تن‌اند سنجیده شده باشد
match-expected = بر پایهٔ این وزن‌ها، انتظار می‌رود { $wrong } جفت درون خوشه‌ها نادرست باشد و { $missed } جفت درست از قلم افتاده باشد
match-note-shipped-weights-few-records = چیزی آموخته نشد: { $fact } مدخل کم است
match-note-shipped-weights-few-strict-pairs = چیزی آموخته نشد: { $fact } جفتِ بی‌گمان کم است
match-note-shipped-weights-too-many-matches = چیزی آموخته نشد: جفت‌هایی که یک تن شمرده می‌شدند بیش از اندازه بود ({ $fact })
match-note-shipped-weights-name-speaks-against = چیزی آموخته نشد: همخوانی نام‌ها نشان دو تن بودن درآمد
match-note-capped-blocks = { $fact } دستهٔ هم‌آوا بزرگ‌تر از آن بود که یکجا سنجیده شود
match-note-not-an-identifier = شناسه‌ای میان { $fact } مدخل مشترک است؛ شناسه به شمار نیامد
match-note-cannot-be-told-apart = از هم شناخته نمی‌شوند: { $fact }
match-note-not-scored-on-demand = { $fact } جفت درون خوشه‌ها بی‌وزن ماند
match-written = `{ $path }` نوشته شد

## تطبیق در بایگانی
people-matched = { $people } مدخل از اشخاص، از { $lists } فهرست، با هم سنجیده شد
people-accepted = با قاعدهٔ { $rule } یک شخص دانسته شد: { $count } جفت. هر تصمیم با دلیل‌هایش در دفتر می‌ماند و می‌توان آن را پس گرفت
people-proposed = پیشنهاد به بازبینان: { $count } جفت تازه؛ { $waiting } جفت در انتظار است. با `cenotaph review` ببینید

## بازبینی
review-pair = جفت { $number } از { $total }
review-also =      این هم همان دانسته شده: { $name }  ({ $id })
review-proposed-same = پیشنهاد { $by }: یک شخص
review-proposed-different = نظر { $by }: دو شخص
review-question = 1 یک شخص · 2 دو شخص · 3 نمی‌توان گفت · w وزن‌ها و دلیل‌ها · u پس گرفتن · n بعدی · q پایان
review-keys = یکی از کلیدهای بالا را بزنید و سپس Enter
review-recorded = با شمارهٔ { $entry } در دفتر ثبت شد
review-odds =      احتمال { $percent } درصد، به این دلیل‌ها (به بیت):
review-no-odds =      سنجیده نشده: چیز زیادی به سود آن نیست
review-undone = پس گرفته شد: ثبت { $entry } دربارهٔ { $left } و { $right }؛ هر دو در دفتر می‌مانند
review-nothing-to-undo = تصمیمی از شما نیست که پس گرفته شود
review-waiting = { $count ->
    [0] هیچ جفتی در انتظار نیست
   *[other] { $count } جفت در انتظار است
}

## Names

names-done = { $pairs } جفت نمره گرفت، { $rows } ردیف
names-part = { $part }  { $role }
names-nothing = چیزی نیست که بتوان سنجید
names-cut = { $count } پارهٔ دیگر سنجیده نمی‌شود
names-mixed = واژه‌ای چند خط را در هم آمیخته است؛ حرف به حرف خوانده می‌شود
role-title = عنوان
role-given = نام
role-particle = وند
role-patronymic = نام پدر
role-kunya = کنیه
role-laqab = لقب
role-nisba = نسبت به جا یا ایل
role-nickname = نام خودمانی
role-family = نام خانوادگی
role-initial = حرف نخست
role-suffix = پسوند
role-unknown = پاره‌ای که گونهٔ آن دانسته نیست

## Searching, log

search-hit = { $id }  { $name }
search-snippet = { "    " }{ $snippet }
search-none = چیزی پیدا نشد
search-behind = { $count ->
    [one] نمایه { $count } ثبت عقب است
   *[other] نمایه { $count } ثبت عقب است
  }؛ شاید برخی چیزهای تازه پیدا نشود
log-line = { $index }  { $time }  { $actor }  { $what }
log-erased = { $what } (محتوای آن پاک شده است)
log-count = { $name } { $count }
entry-archive-created = بایگانی ساخته شد
entry-source-described = منبع شناسانده شد
entry-item-added = مدرک افزوده شد
entry-claims-recorded = ادعاها ثبت شد
entry-suggestion-made = پیشنهاد داده شد
entry-judgement-made = تصمیم گرفته شد
entry-exhibition-arranged = نمایشگاه چیده شد
entry-release-published = نسخه منتشر شد
entry-payloads-erased = محتوا پاک شد: { $reason }

receipt-done = رسید `{ $receipt }` و ثبت `{ $entry }` نوشته شد؛ آن‌ها را با `cenotaph verify` یا `cenotaph-verify` وارسی کنید

## Checking

check-line = { $mark }  { $what }
check-line-note = { $mark }  { $what }: { $note }
mark-holds = درست
mark-not-checked = وارسی نشد
mark-does-not-hold = نادرست
verdict-holds = هر چه وارسی شد درست است
verdict-not-checked = بخشی از آن را نشد وارسی کرد
verdict-does-not-hold = درست نیست
check-size = { $entries } ثبت، { $items } مدرک، { $bytes } بایت
checked-root = ریشه { $root }
check-open = بایگانی همان است که نقطهٔ وارسی آن می‌گوید
check-checkpoint = نقطهٔ وارسی چنان‌که سیاست می‌خواهد امضا شده است
check-log-signature = دفتر ثبت نقطهٔ وارسی را امضا کرده است
check-witnesses = گواهانی که سیاست می‌خواهد آن را امضا کرده‌اند
check-entries = چکیدهٔ هر ثبت برگ آن است و همهٔ برگ‌ها با هم ریشه را می‌دهند
check-tiles = کاشی‌ها از همین ثبت‌هاست
check-root = کاشی‌ها ریشهٔ امضاشده را می‌دهند
check-payloads = هر محتوا همان است که ثبت به آن متعهد است
check-items = هر مدرک همان بایت‌هایی را دارد که وارد شد
check-published = کاشی‌ها، بسته‌ها و نقطهٔ وارسی از همین دفتر ثبت است
check-claims = هر ثبت و هر محتوا خواندنی است
check-surplus = چیزی مزاحم نیست (آنچه هیچ ثبتی نام نمی‌برد فهرست شده است)
check-receipt = رسید خواندنی است
check-inclusion = ثبت، چنان‌که رسید می‌گوید، در دفتر ثبت هست
repaired = ترمیم شد: { $what }
repair-leftover-removed = فایلی نیمه‌نوشته برداشته شد ({ $path })
repair-published-rewritten = فایلی منتشرشده نبود یا فرق داشت و از دفتر ثبت دوباره نوشته شد ({ $path })
repair-superseded-removed = کاشی ناتمامی که دیگر هیچ نقطهٔ وارسی به آن نیاز ندارد برداشته شد ({ $path })
repair-erasure-completed = پاک‌کردنی که نیمه‌کاره مانده بود تمام شد ({ $digest })
repair-other = چیزی سر جایش گذاشته شد
repair-migrated = دفتر ثبت از قالب { $from } به قالب { $to } درآمد
repair-catalog = فهرستگان از نو ساخته شد ({ $reason })

## Exhibition

exhibit-done = نمایشگاه در `{ $out }` نوشته شد: { $files } فایل، { $size }، به { $languages }
exhibit-changed = { $unchanged } بی‌تغییر ماند، { $removed } برداشته شد
exhibit-open = `{ $start }` را در مرورگر باز کنید
export-done = در `{ $out }` نوشته شد: مدخل‌ها { $records }، داده‌ها { $facts }، فایل‌ها { $files }، { $size }
export-left-kind = کنار گذاشته شد، { $count }: مدخل‌هایی که قالب چنین نوعی نمی‌شناسد
export-left-property = کنار گذاشته شد، { $count }: داده‌هایی که قالب جایی برایشان ندارد
export-left-qualifier = کنار گذاشته شد، { $count }: داده‌هایی که قیدی دارند؛ بی آن بیش از منبع خود می‌گفتند
export-left-value = کنار گذاشته شد، { $count }: داده‌هایی که قالب مقدارشان را نمی‌گنجاند
export-left-reference = با نام نوشته شد، { $count }: ارجاع به مدخل‌های دیگر
export-left-language = بی‌نام زبان نوشته شد، { $count }: متن
export-left-source = بی آن که گفته شود چه کسی می‌گوید، { $count }: داده
export-left-withheld = نه برای این خوانندگان، { $count }: داده‌هایی که جایشان خالی نشان داده می‌شود
export-closed = این برای عموم نیست. این که به چه کسی داده شده در دفتر ثبت نمی‌آید: آن را یادداشت کنید
export-readme =
    این پوشه آنچه را دربارهٔ یک مورد دانسته است در بر دارد. برای خواندن آن به هیچ برنامه‌ای نیاز نیست.

    claims.csv      آنچه گفته شده، هر ادعا در یک سطر: دربارهٔ کدام مدخل، چه، از کدام منبع
    sources.csv     چه کسی می‌گوید
    archive.jsonld  همان برای ماشین‌ها (JSON-LD)
    items.csv       فایل‌های بایگانی با SHA-256 آن‌ها
    files/          فایل‌هایی که می‌توان به دست داد، با شماره‌شان
    SHA256SUMS      برای وارسی این که چیزی تغییر نکرده: sha256sum -c SHA256SUMS

    دو ادعا ممکن است با هم ناسازگار باشند. منابع چنین می‌گویند و چیزی هموار نشده است.
exhibit-released = این نسخهٔ { $number } است: در دفتر ثبت شد، فهرست فایل‌ها { $manifest }
exhibit-released-before = این همان نسخهٔ { $number } است که ثبت شده بود، فهرست فایل‌ها { $manifest }؛ چیز تازه‌ای برای ثبت نیست
exhibit-packed = در `{ $file }` گرد آمد، { $size }
compare-room = { $room }: { $added } افزوده، { $changed } دگرگون، { $removed } برداشته
compare-files = فایل‌های دیگر
compare-same = فایل‌های یکسان: { $same }
panels-done = { $files } فایل با { $pages } صفحه ({ $size }) در `{ $out }` آماده شد
panels-no-people = هیچ کس تابلویی ندارد؛ با `--people` نام ببرید، یا همه را با `--people all` بخواهید
panels-picture = عکسی روی تابلوی خود نیست: { $cause }

## Erasing

cover-done = { $place } { $access ->
    [public] برای همه نمایان
    [restricted] برای همگان پوشیده
   *[confidential] برای همه جز امانت‌داران پوشیده
} خواهد بود، همین که نمایشگاه دوباره نوشته شود
erase-done = { $claims } ادعا پاک شد؛ ثبت { $entry } نشان آن است و دفتر ثبت همچنان وارسی‌پذیر است
erase-items = این مدرک‌ها پاک شد: { $items }
erase-still = مدرک‌های { $items } هنوز آنچه را در آن‌ها خوانده شد در خود دارند؛ آن‌ها را هم با `--with-items` پاک کنید

## Made-up cases

synth-done = موردی ساختگی با { $people } تن در `{ $out }` نوشته شد: { $named } تن در دست‌کم یکی از { $lists } فهرست آمده‌اند
synth-next = آن را با `cenotaph init` و `cenotaph import { $out }` وارد کنید؛ هیچ‌چیز در آن واقعی نیست

## Demo

demo-new = بایگانی پاریس ۲۰۱۹ در `{ $path }` ساخته می‌شود
demo-again = `{ $path }` از پیش هست؛ ادامه می‌دهیم
demo-made = { $records } مدخل با { $claims } ادعا از { $sources } منبع و { $items } مدرک ({ $first } تا { $last })
demo-people = { $people } تن بر دیوار؛ { $same } جفت یک تن دانسته شده، { $open } جفت پیشنهاد شده و باز است
demo-ledger = دفتر ثبت: { $entries } ثبت، ریشه { $root }
demo-report = گزارش { $number } است، SHA-256 { $digest }
demo-summary = این خلاصهٔ ماست؛ `demo --report FILE` متن اصلی را به جای آن می‌گذارد
demo-verified = با وارسی‌گر خودش وارسی شد: { $verdict }
demo-exhibition = نمایشگاه: { $files } فایل، { $size }، به { $languages }
demo-open = `{ $start }` را باز کنید
demo-serving = در { $address } نشان داده می‌شود، تنها روی همین دستگاه؛ Ctrl-C آن را پایان می‌دهد
demo-took = در { $seconds } ثانیه ساخته شد

## Errors

err-no-archive = در `{ $path }` و بالاتر از آن بایگانی‌ای نیست
rec-no-archive = با `cenotaph init DIR --name NAME` یکی بسازید، یا با `--archive DIR` یکی را نام ببرید
err-not-found = `{ $path }` وجود ندارد
rec-not-found = املا را بررسی کنید؛ مسیرها از پوشهٔ کنونی خوانده می‌شود
err-exists = `{ $path }` خالی نیست
rec-exists = پوشه‌ای برگزینید که هنوز نیست
err-no-alt = تصویرهایی نشان داده می‌شوند که کسی آن‌ها را به واژه درنیاورده است: { $items }
rec-no-alt = بنویسید بر هر یک چه دیده می‌شود (`alt` در چیدمان پرونده)، یا نشانشان ندهید
err-no-manifest = `{ $path }` فهرست فایل‌های نسخهٔ { $release } نیست
rec-no-manifest = فایل `manifest.txt` از پوشهٔ آن نسخه را با این نام سر جایش بگذارید
err-unknown-release = نسخهٔ { $id } نیست
rec-unknown-release = نسخه‌ها از 1 شمرده می‌شوند؛ `cenotaph log` آن‌ها را فهرست می‌کند؛ پوشه را با مسیرش بدهید، مانند `./{ $id }`
err-io = `{ $path }`: { $cause }
rec-io = بررسی کنید که پوشه هست و می‌توان در آن نوشت
err-disk-full = دیسک پر است: `{ $path }`
rec-disk-full = جا باز کنید و دوباره انجام دهید؛ هیچ‌چیز تأییدشده‌ای از دست نرفت و چیزی نیمه‌کاره نماند
err-read-only = در `{ $path }` نمی‌توان نوشت
rec-read-only = بایگانی را به جایی که می‌توانید بنویسید رونوشت کنید؛ دیدن و وارسی همین‌جا هم کار می‌کند
err-locked = بایگانی در دست { $holder } است
rec-locked = صبر کنید تا تمام شود، یا آن را پایان دهید؛ دو نویسنده با هم دفتر ثبت را از هم می‌گسلند
err-newer-form = قالب بایگانی { $found } است، این نسخه تا قالب { $known } را می‌خواند
rec-newer-form = نسخهٔ تازه‌تری از { -name } به کار ببرید
err-older-form = قالب بایگانی { $found } است و نخست باید به قالب { $known } درآید
rec-older-form = هر فرمانی که می‌نویسد این کار را می‌کند، مانند `cenotaph add`؛ نخست رونوشتی از پوشه نگه دارید
err-interrupted = `{ $path }` را نویسنده‌ای که متوقف شد نیمه‌کاره گذاشته است و جایی که نمی‌توان نوشت سامان نمی‌گیرد
rec-interrupted = بایگانی را به جایی که می‌توانید بنویسید رونوشت کنید؛ هر فرمانی که می‌نویسد آن را سامان می‌دهد
err-damaged = دفتر ثبت آسیب دیده است: { $detail }
rec-damaged = در آن ننویسید؛ پوشه را رونوشت کنید، `cenotaph verify` را روی رونوشت اجرا کنید و از پشتیبان بازگردانید
err-archive = بایگانی قابل استفاده نیست: { $cause }
rec-archive = `cenotaph verify` می‌گوید آسیب دیده است یا نه؛ چیزی تغییر نکرد
err-truncated = دفتر ثبت کوتاه شده است: نقطهٔ وارسی از { $promised } ثبت می‌گوید، { $found } ثبت هست
rec-truncated = در آن ننویسید؛ `ledger.db` را از پشتیبان بازگردانید، نقطهٔ وارسی نشان می‌دهد چه کم است
err-foreign-key = نقطهٔ وارسی را `{ $found }` امضا کرده است، نه کلید این بایگانی
rec-foreign-key = `ledger/checkpoint` از بایگانی دیگری است، یا پوشهٔ `keys` عوض شده است؛ نسخهٔ درست را بازگردانید
err-item-too-large = `{ $path }` از { $limit } بایت بزرگ‌تر است
rec-item-too-large = آن را تکه کنید، یا کنار بایگانی نگه دارید و یادداشتی بگذارید که کجاست
err-keys = کلیدهای `{ $path }` قابل استفاده نیست: { $cause }
rec-keys = پوشهٔ `keys` را از پشتیبان بازگردانید؛ بی آن نه می‌توان چیزی افزود و نه جست، اما همه‌چیز همچنان وارسی‌پذیر است
err-randomness = سیستم‌عامل بایت تصادفی نمی‌دهد: { $cause }
rec-randomness = دوباره امتحان کنید؛ اگر چنین ماند، این دستگاه درخور کلید نیست
err-case = `{ $path }`: { $cause }
rec-case = نمونه را در docs/formats/mapping.md و پوشهٔ cases/paris-2019 ببینید
err-map = `{ $path }`: { $cause }
rec-map = آنچه نگاشت می‌تواند بگوید در docs/formats/mapping.md است
err-not-the-report = `{ $path }` آن گزارشی نیست که این مورد از آن ساخته شد: SHA-256 آن { $found } است، نه { $expected }
rec-not-the-report = همان فایل را بایت‌به‌بایت بیاورید؛ در رونوشتی با پایان‌سطرهای دیگر جاها فرق می‌کند
err-unknown-record = { $id } در این بایگانی نیست
rec-unknown-record = هر شناسه تنها از آنِ یک بایگانی است؛ آن شخص را با `cenotaph search` بجویید
err-unknown-item = { $id } در این بایگانی نیست
rec-unknown-item = `cenotaph log` آنچه را رسیده است فهرست می‌کند
err-unknown-proposal = { $id } در انتظار داوری نیست
rec-unknown-proposal = `cenotaph review --claims` آنچه را در انتظار است نشان می‌دهد
err-unknown-entry = ثبت { $id } در دفتر ثبت نیست
rec-unknown-entry = `cenotaph log` ثبت‌ها را فهرست می‌کند؛ شمارش از 0 است
err-unknown-source = منبع { $id } در این بایگانی نیست
rec-unknown-source = `cenotaph search` منبع‌ها را با عنوانشان می‌یابد
err-bad-id = { $cause }
rec-bad-id = همهٔ آن را رونوشت کنید؛ نویسهٔ آخر می‌گوید بقیه درست است یا نه
err-bad-reason = «{ $reason }» دلیلی برای پاک‌کردن نیست
rec-bad-reason = یکی از این‌ها: { $known }
err-erased-already = { $id } پیش‌تر پاک شده است
rec-erased-already = نشان آن ثبت { $entry } است؛ چیزی برای پاک‌کردن نمانده است
err-nothing-to-erase = دربارهٔ { $id } چیزی ثبت نشده است
rec-nothing-to-erase = آن را با `cenotaph search` بجویید
err-archive-record = ثبت { $index } خوانده نمی‌شود: { $cause }
rec-archive-record = شاید از نسخهٔ تازه‌تری از { -name } باشد؛ خود بایگانی دست‌نخورده است
err-catalog = فهرستگان قابل استفاده نیست: { $cause }
rec-catalog = پوشهٔ `catalog` را بردارید؛ از دفتر ثبت دوباره ساخته می‌شود
err-render = صفحه‌ای ساخته نمی‌شود: { $cause }
rec-render = این خطای برنامه است؛ لطفاً گزارش کنید
err-cannot-verify = `{ $path }` چیزی نیست که بتوان وارسی کرد: { $cause }
rec-cannot-verify = یک بایگانی، پوشهٔ دفتر ثبت با `checkpoint`، یا رسیدی با `--data` و `--policy`
err-made-up = دادهٔ ساختگی و واقعی نباید در هم شود: `{ $path }`
rec-made-up = آن را در بایگانی جداگانه‌ای وارد کنید
err-serve = نمایشگاه را نمی‌توان نشان داد: { $cause }
rec-serve = با `--addr` نشانی دیگری برگزینید، یا 127.0.0.1:0 برای هر نشانی آزاد
err-no-reader = برای `{ $path }` که { $type } است خواننده‌ای نیست
rec-no-reader = `cenotaph add` آن را با این همه نگه می‌دارد؛ متن، صفحهٔ وب و جدول خواندنی است
err-too-large = `{ $path }` بیش از { $limit } بایت است
rec-too-large = `cenotaph add` آن را به هر اندازه نگه می‌دارد؛ خواندن در همین حد می‌ایستد
err-one-record = { $id } دو بار نام برده شده
rec-one-record = تصمیم دربارهٔ دو مدخل است
err-bad-answer = «{ $text }» پاسخ نیست
rec-bad-answer = یکی از این‌ها: same، different، cannot-tell
err-words-of-one = «--words» با یک «--accept» می‌آید
rec-words-of-one = یک پیشنهاد را با شناسهٔ آن نام ببرید
err-packed = `{ $path }` تا پایان از فشردگی باز نمی‌شود: { $cause }
rec-packed = چیزی نوشته نشد؛ فایل را دوباره بگیرید، شاید بریده یا دگرگون شده باشد
err-not-utf8 = `{ $path }` به UTF-8 نیست؛ چنین می‌نماید که { $found } باشد
rec-not-utf8 = آن را به صورت UTF-8 ذخیره کنید، برای نمونه با `iconv -f { $found } -t utf-8`
err-no-table-header = `{ $path }` سرستون ندارد، پس جدول نیست
rec-no-table-header = سطر نخست باید ستون‌ها را نام ببرد، مانند `rec_id,list,name,birth,place`
err-no-columns = `{ $path }` این‌ها را ندارد: { $needed }؛ ستون‌های آن: { $found }
rec-no-columns = ستون‌ها را چنان بنامید که docs/formats/match.md می‌گوید؛ جداکننده می‌تواند ویرگول، جهش (tab)، نقطه‌ویرگول یا خط عمودی باشد
err-too-many-table-rows = `{ $path }` بیش از { $limit } ردیف دارد
rec-too-many-table-rows = آن را در چند بخش همسان‌یابی کنید، برای نمونه به تفکیک استان
err-overwrites = `{ $path }` روی آنچه خوانده می‌شود، یا روی خروجی دیگری، نوشته می‌شد
rec-overwrites = به هر فایل نامی از آنِ خود بدهید
err-unknown-list = جدول فهرستی به نام «{ $name }» ندارد
rec-unknown-list = فهرست‌های آن: { $known }
err-contradiction = تصمیم‌ها با هم ناسازگارند: { $chain }، اما تصمیم گرفته شده که { $first } و { $last } دو تن باشند
rec-contradiction = مدخل‌های این زنجیره را دوباره ببینید و یکی از تصمیم‌ها را پس بگیرید
err-names-json = با `--json` خروجی استاندارد تنها یک سند است و جایی برای جفت‌ها ندارد
rec-names-json = با `--out FILE` بگویید جفت‌ها کجا نوشته شود

## پیشنهادهایی که از مدارک خوانده شد
suggest-made = { $count } پیشنهاد از { $item }
suggest-kind =   { $what }: { $count }
suggest-person = نام اشخاص
suggest-position = سمت‌ها و نقش‌ها
suggest-event = آنچه گزارش دربارهٔ خود می‌گوید
suggest-toll = شمار کشته‌شدگان
suggest-remark = سخنان
suggest-demand = خواسته‌ها
suggest-known = { $count } پیش‌تر پیشنهاد، داوری یا ثبت شده بود
suggest-matched =   { $name } شناخته است: { $record }
claims-waiting = { $count ->
    [0] از آنچه خوانده شد چیزی در انتظار نیست
   *[other] { $count } پیشنهاد در انتظار است. با `cenotaph review --claims` ببینید
}
claims-voices =      به گفتهٔ { $voices }
claims-place =      خوانده‌شده در { $item }، نویسه‌های { $place }
claims-decided = پذیرفته: { $accepted }. کنار گذاشته: { $rejected }
claims-changed = با واژه‌های شما به نام { $claim } ثبت شد؛ آنچه خوانده شده بود کنار گذاشته شد
