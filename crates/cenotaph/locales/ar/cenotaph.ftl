# ما يقوله البرنامج في الطرفية. «err-…» يقول ما حدث، و«rec-…» ما العمل.

-name = Cenotaph

error = خطأ: { $text }
hint = إرشاد: { $text }

## Making an archive

init-done = أُنشئ الأرشيف «{ $name }» في `{ $path }`
init-key = سجلُّه موقّع بالمفتاح `{ $key }`
init-policy = أعطِ `{ $policy }` لمن عليه أن يتحقق منه، واحتفظ بالمجلد `keys` لنفسك

## Adding files

add-item = { $number }  { $digest }  { $path }
add-known = { $number }  { $digest }  { $path }  (كانت هنا من قبل)
add-total = { $count ->
    [zero] لا أدلة
    [one] دليل واحد
    [two] دليلان
    [few] { $count } أدلة
    [many] { $count } دليلًا
   *[other] { $count } دليل
  }، الجديد منها { $new }

## Importing

import-done = { $rows ->
    [zero] لم يُقرأ أي صف
    [one] قُرئ صف واحد
    [two] قُرئ صفان
    [few] قُرئت { $rows } صفوف
    [many] قُرئ { $rows } صفًّا
   *[other] قُرئ { $rows } صف
  }: مداخل جديدة { $records }، ادعاءات جديدة { $claims }، ادعاءات معروفة من قبل { $known }
import-more = الجديد: مصادر { $sources }، أدلة { $items }، قرارات { $judgements }، اقتراحات { $suggestions }
import-restricted = الجدول وما أُخذ منه مقيّد؛ لعرضه في المعرض استورده ثانية مع `--access public`
import-nothing = لا جديد؛ السجل كما كان
import-problems = لم يؤخذ { $left }، وأُخذ مع تنبيه { $flagged }
problem-place-file = { $file }
problem-place-column = { $file }، العمود «{ $column }»
problem-place-row = { $file }، الصف { $row }
problem-place-cell = { $file }، الصف { $row }، العمود «{ $column }»
problem-left = لم يؤخذ: { $place }: { $reason }
problem-flagged = تنبيه: { $place }: { $reason }

problem-unreadable = لا يمكن قراءة الملف: { $cause }
problem-file-too-large = حجم الملف { $found } بايت، ويُقرأ { $limit } على الأكثر
problem-text-too-long = النص أطول من { $limit } بايت؛ لم يُقرأ الباقي
problem-too-deep = التداخل أعمق من { $limit }؛ أُهمل ما تحته من بنية
problem-replaced-bytes = لا معنى في هذا الترميز لعدد { $count } من البايتات، أولها عند { $byte }؛ قُرئت �
problem-declared-encoding-wrong = الترميز المعلن { $declared }، لكن الملف مكتوب بـ { $found }
problem-declared-encoding-unknown = الترميز المعلن { $declared } غير معروف
problem-encoding-guessed = لم يُعلن ترميز؛ قُرئ على أنه { $found }
problem-nul-characters = في النص { $count } من محارف NUL، أولها عند { $byte }
problem-ragged-row = خلايا الصف { $found }، وخلايا الترويسة { $expected }: { $raw }
problem-unclosed-quote = علامة اقتباس فُتحت ولم تُغلق: { $raw }
problem-text-after-quote = نص بين علامة اقتباس مغلقة والخلية التالية: { $raw }
problem-cell-too-long = طول الخلية { $found } بايت، ويُقرأ { $limit } على الأكثر
problem-too-many-columns = خلايا الصف { $found }، ويُقرأ { $limit } على الأكثر
problem-too-many-rows = { $count } من الصفوف فوق الحد { $limit } الذي يُقرأ
problem-duplicate-header = الترويسة «{ $header }» ترد مرتين؛ سُمّي هذا العمود «{ $called }»
problem-empty-header = لا ترويسة للعمود
problem-no-header = لا ترويسة، فلا جدول
problem-no-such-column = تطلب الخريطة هذا العمود، وليس في الجدول
problem-unused-column = لم يؤخذ شيء من هذا العمود
problem-empty = الخلية فارغة، والخريطة تطلبها
problem-no-key = لا شيء يقول عن أي مدخل يتحدث الصف
problem-unknown-source = المصدر «{ $key }» غير معروف
problem-not-a-number = «{ $text }» ليس عددًا
problem-reversed = الحد الأدنى { $low } فوق الحد الأعلى { $high }
problem-not-a-date = «{ $text }» ليس تاريخًا بصيغة EDTF؛ أُبقي بلفظه
problem-no-such-date = «{ $text }» تاريخ لا وجود له؛ أُبقي كما ذُكر
problem-not-a-calendar = «{ $text }» ليس تقويمًا
problem-not-a-term = «{ $text }» ليس من ألفاظ المعجم
problem-not-a-position = «{ $latitude }»، «{ $longitude }» ليس مكانًا على الأرض
problem-not-a-precision = «{ $text }» ليس درجة دقة؛ عُدّ المكان منطقة تقريبية
problem-not-a-link = «{ $text }» ليس عنوانًا على الشبكة
problem-not-a-language = «{ $text }» ليس لغة؛ أُخذت الألفاظ بلا لغة
problem-not-an-access = «{ $text }» ليس public ولا restricted ولا confidential؛ عُدّ سريًّا
problem-not-readable = لا يمكن قراءته: { $text }
problem-nothing-here = لا شيء فيه من هذه الصيغة
problem-capture-failed = لم تُلتقط الصفحة («{ $text }»)؛ أُخذ عنوانها وحده
problem-unknown-kind = ليس في هذا الأرشيف سجلات لشيء هو «{ $text }»
problem-unknown-item = { $text } ليس في هذا الأرشيف؛ أُبقي الادعاء، ومرجعه لا يؤدي إلى شيء
problem-anchor = المقطع الخاص بـ { $row } لا يرد في التقرير مرة واحدة بالضبط
problem-bad-judgement = «{ $text }» ليس قرارًا يجوز لقضية أن تأتي به
problem-picture-kind = صورة من نوع لا يُقرأ هنا؛ لن تُعرض
problem-picture-pixels = قياسها { $width } × { $height } بكسل، ولا تُقرأ إلا صور لا تزيد على { $limit } بكسل؛ لن تُعرض
problem-picture-cut = ينتهي الملف قبل نهاية الصورة؛ لن تُعرض
problem-picture-damaged = تتعذّر قراءته كصورة؛ لن يُعرض
problem-picture-locked = الملف مقفل بكلمة مرور؛ لن تُعرض صفحاته
problem-picture-no-alt = لم يكتب أحد ما يُرى فيها؛ ولا تُعرض من دون هذا الوصف
problem-bad-claim = الادعاء لا يوافق المعجم: { $detail }
problem-replaced-characters = محارف لا تُقرأ بصيغة UTF-8: { $count }؛ قُرئت �
problem-row-too-long = الصف أطول مما يُقرأ: { $raw }
problem-no-pair = لا علامة جدولة (tab)، فلا زوج: { $raw }
problem-match-not-a-date = «{ $text }» ليس تاريخًا؛ عُدّ غير مذكور
problem-match-no-such-day = «{ $text }» يوم ليس في تقويمه؛ يُعتدّ بشهره أو سنته
problem-match-day-or-month = «{ $text }»: لا يتميز اليوم من الشهر ولا القائمة تقول؛ يُعتدّ بالسنة
problem-match-not-that-calendar = سنة «{ $text }» لا تكون من التقويم المسمّى؛ عُرف التقويم من السنة
problem-match-future = «{ $text }» لم يأتِ بعد؛ عُدّ غير مذكور
problem-match-not-an-age = «{ $text }» ليس عمرًا يبلغه إنسان؛ عُدّ غير مذكور
problem-match-not-a-calendar = «{ $text }» ليس تقويمًا؛ عُرف من السنة
problem-match-not-a-sex = «{ $text }» ليس رجلًا ولا امرأة؛ عُدّ غير مذكور
problem-match-key-twice = «{ $text }» ورد في صف سابق؛ أُعطي هذا الصف مفتاحًا خاصًّا به
problem-match-column-twice = يرد العمود مرتين؛ يُعتدّ بالأول
problem-match-name-differs = «{ $text }» يخالف الاسم واسم العائلة، وهما المعتدّ بهما
problem-match-name-too-long = أجزاء «{ $text }» أكثر مما يُقارن؛ يُعتدّ بالأولى منها
problem-match-mixed-scripts = «{ $text }» يخلط خطوطًا في كلمة واحدة؛ قد يكون خداعًا أو زلّة
problem-match-cell-count = عدد خلايا الصف ليس عدد خلايا الترويسة: { $text }
problem-match-says-nothing = لا شيء في الصف يعرّف بشخص؛ يبقى وحده
problem-match-too-many-lists = القوائم أكثر مما يُميَّز؛ «{ $text }» في آخرها
problem-match-other = «{ $text }» لم يمكن أخذه كما هو
problem-judgement-row = تعذّرت قراءة القرار: { $raw }
problem-judgement-unknown = ليس في الجدول مدخل «{ $raw }»
problem-judgement-itself = «{ $raw }» مقارن بنفسه
problem-judgement-word = «{ $raw }» ليس same ولا different ولا undecided
problems-more = … وغيرها من هذا النوع: { $count }

## Reading

read-type = { $type }، { $encoding }
read-title = العنوان: { $text }
read-byline = بقلم: { $text }
read-place = المكان: { $text }
read-date = التاريخ: { $text }
read-language = اللغة: { $text }
read-length = { $count } من محارف النص
read-entity = { $kind }: { $text } ({ $place })
read-quote = مقتبس: { $speaker }: «{ $text }» ({ $place })
read-nobody = المتكلم غير مؤكد
read-flag = علامة { $code }: { $note }
read-fact = { $name }: { $value }
read-part = فيه: { $name } ({ $type }، { $size } بايت)

## Matching

progress-reading = الصفوف المقروءة { $rows }
progress-keys = ترتيب بحسب ما يُنطق متشابهًا
progress-pairs = قورن { $done } من { $all } من الأزواج
progress-weights = تعلّم وزن كل حقل، الدورة { $round }
progress-clusters = من الأزواج إلى الأشخاص
progress-writing = كتابة
match-done = { $rows ->
    [zero] لم يُقرأ أي صف
    [one] قُرئ صف واحد
    [two] قُرئ صفان
    [few] قُرئت { $rows } صفوف
    [many] قُرئ { $rows } صفًّا
   *[other] قُرئ { $rows } صف
  }: المداخل { $records }، القوائم { $lists }
match-clusters = المجموعات { $clusters }، منها ما فيه أكثر من مدخل { $shared }؛ الأزواج المحفوظة { $pairs }
match-largest = مداخل أكبر مجموعة { $records }، أولها `{ $first }`
match-judged = القرارات المرعية: شخص واحد { $same }، شخصان { $different }، لم يُحسم { $undecided }
match-held = أزواج تبدو شخصًا واحدًا ويفرّق بينها قرار أو قائمة بلا تكرار: { $count }
match-not-linkable = مداخل تقول أقل من أن تُطابق بأحد: { $count }؛ لا تعدّها أشخاصًا آخرين بهذا العدد
match-learned = الأوزان متعلَّمة من هذه المداخل
match-shipped = الأوزان هي التي تأتي مع { -name }
match-reach = يُظن أن نحو { $percent } ٪ من الأزواج التي هي شخص واحد قد قورنت
match-expected = بحسب هذه الأوزان، المتوقع من الأزواج الخاطئة داخل المجموعات { $wrong }، ومن الصحيحة الفائتة { $missed }
match-note-shipped-weights-few-records = لم يُتعلّم شيء: المداخل قليلة ({ $fact })
match-note-shipped-weights-few-strict-pairs = لم يُتعلّم شيء: الأزواج التي لا شك فيها قليلة ({ $fact })
match-note-shipped-weights-too-many-matches = لم يُتعلّم شيء: الأزواج التي عُدّت شخصًا واحدًا أكثر مما ينبغي ({ $fact })
match-note-shipped-weights-name-speaks-against = لم يُتعلّم شيء: بدا اتفاق الأسماء دليلًا على شخصين
match-note-capped-blocks = جماعات متشابهة النطق أكبر من أن تُقارن كلها: { $fact }
match-note-not-an-identifier = معرّف تشترك فيه مداخل ({ $fact })؛ لم يُعتدّ به
match-note-cannot-be-told-apart = لا يُميَّز بعضها من بعض: { $fact }
match-note-not-scored-on-demand = أزواج داخل المجموعات بقيت بلا وزن: { $fact }
match-written = كُتب `{ $path }`

## المطابقة داخل الأرشيف
people-matched = قورنت { $people } من مداخل الأشخاص من { $lists } من القوائم
people-accepted = عُدّت شخصًا واحدًا بالقاعدة { $rule }: { $count } من الأزواج. كل قرار مثبت في السجل بأسبابه ويمكن الرجوع عنه
people-proposed = اقتُرح على المراجعين: { $count } من الأزواج الجديدة؛ وينتظر { $waiting }. انظرها بالأمر `cenotaph review`

## المراجعة
review-pair = الزوج { $number } من { $total }
review-also =      عُدّ الشخص نفسه أيضًا: { $name }  ({ $id })
review-proposed-same = اقترح { $by } أنه شخص واحد
review-proposed-different = يرى { $by } أنهما شخصان
review-question = 1 شخص واحد · 2 شخصان · 3 لا يمكن الجزم · w الأوزان والأسباب · u تراجع · n التالي · q إنهاء
review-keys = اكتب أحد المفاتيح أعلاه ثم Enter
review-recorded = أُثبت في السجل برقم { $entry }
review-odds =      الاحتمال { $percent } ٪، لهذه الأسباب (بالبت):
review-no-odds =      لم يوزن: لا يشهد له إلا القليل
review-undone = رُجع عنه: القيد { $entry } بشأن { $left } و{ $right }؛ وكلاهما باقٍ في السجل
review-nothing-to-undo = ليس لك قرار يُرجع عنه
review-waiting = { $count ->
    [0] لا زوج ينتظر
    [one] ينتظر زوج واحد
    [two] ينتظر زوجان
    [few] تنتظر { $count } أزواج
    [many] ينتظر { $count } زوجًا
   *[other] ينتظر { $count } زوج
}

## Names

names-done = الأزواج المقيَّمة { $pairs }، الصفوف { $rows }
names-part = { $part }  { $role }
names-nothing = لا شيء يمكن مقارنته
names-cut = أجزاء تُركت خارج المقارنة: { $count }
names-mixed = كلمة تخلط خطوطًا؛ تُقرأ حرفًا حرفًا
role-title = لقب رسمي
role-given = اسم
role-particle = أداة
role-patronymic = اسم الأب
role-kunya = كنية
role-laqab = لقب
role-nisba = نسبة إلى مكان أو قبيلة
role-nickname = اسم شهرة
role-family = اسم العائلة
role-initial = حرف أول
role-suffix = لاحقة
role-unknown = جزء لا يُعرف نوعه

## Searching, log

search-hit = { $id }  { $name }
search-snippet = { "    " }{ $snippet }
search-none = لم يوجد شيء
search-behind = { $count ->
    [zero] فهرس البحث غير متأخر
    [one] فهرس البحث متأخر بقيد واحد
    [two] فهرس البحث متأخر بقيدين
    [few] فهرس البحث متأخر بـ { $count } قيود
    [many] فهرس البحث متأخر بـ { $count } قيدًا
   *[other] فهرس البحث متأخر بـ { $count } قيد
  }؛ قد ينقصه جديد
log-line = { $index }  { $time }  { $actor }  { $what }
log-erased = { $what } (مُحي محتواه)
log-count = { $name } { $count }
entry-archive-created = أُنشئ الأرشيف
entry-source-described = وُصف مصدر
entry-item-added = أُضيف دليل
entry-claims-recorded = سُجلت ادعاءات
entry-suggestion-made = قُدم اقتراح
entry-judgement-made = اتُّخذ قرار
entry-exhibition-arranged = رُتّب المعرض
entry-release-published = نُشرت نسخة
entry-payloads-erased = مُحي محتوى: { $reason }

receipt-done = كُتب الإيصال `{ $receipt }` والقيد `{ $entry }`؛ تحقق منهما بـ `cenotaph verify` أو `cenotaph-verify`

## Checking

check-line = { $mark }  { $what }
check-line-note = { $mark }  { $what }: { $note }
mark-holds = صحيح
mark-not-checked = لم يُتحقق منه
mark-does-not-hold = غير صحيح
verdict-holds = كل ما جرى التحقق منه صحيح
verdict-not-checked = تعذّر التحقق من بعضه
verdict-does-not-hold = غير صحيح
check-size = القيود { $entries }، الأدلة { $items }، البايتات { $bytes }
checked-root = الجذر { $root }
check-open = الأرشيف هو ما تقوله نقطة التحقق
check-checkpoint = نقطة التحقق موقّعة كما تطلب السياسة
check-log-signature = وقّع السجل نقطة التحقق
check-witnesses = وقّعها الشهود الذين تطلبهم السياسة
check-entries = بصمة كل قيد هي ورقته، والأوراق كلها معًا تعطي الجذر
check-tiles = البلاطات هي بلاطات القيود
check-root = البلاطات تعطي الجذر الموقّع
check-payloads = كل محتوى هو الذي يلتزم به قيده
check-items = لكل دليل البايتات التي وردت
check-published = البلاطات والحزم ونقطة التحقق هي للسجل
check-claims = كل قيد وكل محتوى يمكن قراءته
check-surplus = لا شيء يعيق (يُسرد ما لا يسميه أي قيد)
check-receipt = يمكن قراءة الإيصال
check-inclusion = القيد في السجل كما يقول الإيصال
repaired = أُصلح: { $what }
repair-leftover-removed = أُزيل ملف كُتب نصفه ({ $path })
repair-published-rewritten = ملف منشور غاب أو اختلف فكُتب من جديد من السجل ({ $path })
repair-superseded-removed = أُزيلت بلاطة ناقصة لم تعد تحتاجها نقطة تحقق ({ $path })
repair-erasure-completed = أُكمل محو كان قد انقطع ({ $digest })
repair-other = رُتّب شيء
repair-migrated = نُقل السجل من الصيغة { $from } إلى الصيغة { $to }
repair-catalog = أُعيد بناء الفهرس ({ $reason })

## Exhibition

exhibit-done = كُتب المعرض في `{ $out }`: الملفات { $files }، { $size }، باللغات { $languages }
exhibit-changed = بقي كما كان { $unchanged }، وأُزيل { $removed }
exhibit-open = افتح `{ $start }` في متصفح
export-done = كُتب في `{ $out }`: السجلات { $records }، الوقائع { $facts }، الملفات { $files }، { $size }
export-left-kind = تُرك، { $count }: سجلات من نوع لا تعرفه الصيغة
export-left-property = تُرك، { $count }: وقائع لا موضع لها في الصيغة
export-left-qualifier = تُرك، { $count }: وقائع يقيّدها شيء؛ وبدونه تقول أكثر من مصدرها
export-left-value = تُرك، { $count }: وقائع لا تتسع الصيغة لقيمتها
export-left-reference = كُتب اسمًا، { $count }: إحالات إلى سجلات أخرى
export-left-language = كُتب بلا لغته، { $count }: ألفاظ
export-left-source = كُتب بلا قائله، { $count }: وقائع
export-left-withheld = ليس لهؤلاء القراء، { $count }: وقائع تظهر فراغًا
export-closed = هذا ليس للعموم. لا يذكر السجل لمن أُعطي: دوّنوا ذلك
export-readme =
    في هذا المجلد ما هو معروف عن قضية. لا حاجة إلى أي برنامج لقراءته.

    claims.csv      ما قيل، كل ادعاء في سطر: عن أي سجل، وماذا، ومن أي مصدر
    sources.csv     من يقول ذلك
    archive.jsonld  الشيء نفسه للآلات (JSON-LD)
    items.csv       ملفات الأرشيف مع SHA-256 لكل منها
    files/          الملفات التي يجوز تسليمها، بأرقامها
    SHA256SUMS      للتحقق من أن شيئًا لم يتغير: sha256sum -c SHA256SUMS

    قد يناقض ادعاءٌ ادعاءً آخر. هكذا تتكلم المصادر، ولم يُصقَل شيء.
exhibit-released = هذه هي النسخة { $number }: أُدخلت في السجل، قائمة الملفات { $manifest }
exhibit-released-before = هذه هي النسخة { $number } كما أُدخلت، قائمة الملفات { $manifest }؛ لا جديد يُدخَل
exhibit-packed = جُمع في `{ $file }`، { $size }
compare-room = { $room }: المضاف { $added }، المتغيّر { $changed }، المحذوف { $removed }
compare-files = ملفات أخرى
compare-same = الملفات المتطابقة: { $same }
panels-done = أُعدّ للطباعة في `{ $out }`: الملفات { $files }، الصفحات { $pages }، { $size }
panels-no-people = لا لوحة لأحد؛ سمِّ الأشخاص بـ `--people`، أو اطلبهم جميعًا بـ `--people all`
panels-picture = صورة ليست على لوحتها: { $cause }

## Erasing

cover-done = { $place }: { $access ->
    [public] ظاهر للجميع
    [restricted] مغطّى عن العموم
   *[confidential] مغطّى عن الجميع سوى الأمناء
}، حالما يُكتب المعرض من جديد
erase-done = الادعاءات الممحوة { $claims }؛ القيد { $entry } شاهد عليها، ولا يزال السجل قابلًا للتحقق
erase-items = مُحيت الأدلة { $items }
erase-still = لا تزال الأدلة { $items } تحمل ما قُرئ فيها؛ امحُها أيضًا بـ `--with-items`

## Made-up cases

synth-done = كُتبت قضية مختلقة من { $people } شخص في `{ $out }`: يرد { $named } منهم في واحدة على الأقل من { $lists } قوائم
synth-next = استوردها بـ `cenotaph init` و`cenotaph import { $out }`؛ لا شيء فيها حقيقي

## Demo

demo-new = يُبنى أرشيف باريس ٢٠١٩ في `{ $path }`
demo-again = `{ $path }` موجود من قبل؛ نواصل به
demo-made = المداخل { $records }، الادعاءات { $claims }، المصادر { $sources }، الأدلة { $items } (من { $first } إلى { $last })
demo-people = الأشخاص على الجدار { $people }؛ أزواج عُدّت شخصًا واحدًا { $same }، وأزواج مقترحة لم تُحسم { $open }
demo-ledger = السجل: القيود { $entries }، الجذر { $root }
demo-report = التقرير هو { $number }، SHA-256 { $digest }
demo-summary = هذا ملخصنا؛ `demo --report FILE` يضع الأصل مكانه
demo-verified = تحققت منه أداة التحقق الخاصة به: { $verdict }
demo-exhibition = المعرض: الملفات { $files }، { $size }، باللغات { $languages }
demo-open = افتح `{ $start }`
demo-serving = يُعرض على { $address }، على هذا الجهاز وحده؛ Ctrl-C ينهيه
demo-took = بُني في { $seconds } ث

## Errors

err-no-archive = لا أرشيف في `{ $path }` ولا فوقه
rec-no-archive = أنشئ واحدًا بـ `cenotaph init DIR --name NAME`، أو سمِّ واحدًا بـ `--archive DIR`
err-not-found = `{ $path }` غير موجود
rec-not-found = راجع الإملاء؛ تُقرأ المسارات من المجلد الحالي
err-exists = `{ $path }` ليس فارغًا
rec-exists = اختر مجلدًا لم يوجد بعد
err-no-alt = تُعرض صور لم يصفها أحد بالكلمات: { $items }
rec-no-alt = اكتب ما يُرى في كل منها (`alt` في ترتيب الملف)، أو لا تعرضها
err-no-manifest = `{ $path }` ليس قائمة ملفات النسخة { $release }
rec-no-manifest = أعد الملف `manifest.txt` من مجلد تلك النسخة بهذا الاسم
err-unknown-release = لا توجد نسخة { $id }
rec-unknown-release = تُعدّ النسخ من 1؛ `cenotaph log` يسردها؛ ويُعطى المجلد بمساره، مثل `./{ $id }`
err-io = `{ $path }`: { $cause }
rec-io = تأكد من أن المجلد موجود وأن الكتابة فيه ممكنة
err-disk-full = القرص ممتلئ: `{ $path }`
rec-disk-full = أفسح مكانًا وأعد الكرّة؛ لم يضع شيء أُكّد ولم يبق شيء ناقص
err-read-only = لا يمكن الكتابة في `{ $path }`
rec-read-only = انسخ الأرشيف إلى حيث يمكنك الكتابة؛ ويبقى الاطلاع والتحقق ممكنين على حاله
err-locked = الأرشيف يستعمله { $holder }
rec-locked = انتظر حتى ينتهي، أو أنهِه؛ كاتبان معًا يمزقان السجل
err-newer-form = صيغة الأرشيف { $found }، وهذا الإصدار يقرأ حتى الصيغة { $known }
rec-newer-form = استعمل إصدارًا أحدث من { -name }
err-older-form = صيغة الأرشيف { $found }، ويجب نقله أولًا إلى الصيغة { $known }
rec-older-form = أي أمر يكتب ينقله، مثل `cenotaph add`؛ احتفظ أولًا بنسخة من المجلد
err-interrupted = ترك كاتبٌ أُوقف `{ $path }` في منتصفه، ولا يمكن ترتيبه حيث لا تجوز الكتابة
rec-interrupted = انسخ الأرشيف إلى حيث يمكنك الكتابة؛ أي أمر يكتب يرتبه
err-damaged = السجل متضرر: { $detail }
rec-damaged = لا تكتب فيه؛ انسخ المجلد، ثم شغّل `cenotaph verify` على النسخة واستعِد الأرشيف من نسخة احتياطية
err-archive = لا يمكن استعمال الأرشيف: { $cause }
rec-archive = `cenotaph verify` يقول أمتضرر هو؛ لم يتغير شيء
err-truncated = السجل مبتور: عدد القيود بحسب نقطة تحققه { $promised }، والموجود { $found }
rec-truncated = لا تكتب فيه؛ استعِد `ledger.db` من نسخة احتياطية، فنقطة التحقق تثبت ما ينقص
err-foreign-key = وقّع نقطةَ التحقق `{ $found }`، لا مفتاح هذا الأرشيف
rec-foreign-key = `ledger/checkpoint` من أرشيف آخر، أو استُبدل المجلد `keys`؛ استعِد الصحيح
err-item-too-large = `{ $path }` أكبر من { $limit } بايت
rec-item-too-large = قسّمه، أو احفظه بجانب الأرشيف وأضف ملاحظة عن مكانه
err-keys = لا يمكن استعمال المفاتيح في `{ $path }`: { $cause }
rec-keys = استعِد المجلد `keys` من نسخة احتياطية؛ من دونه لا يمكن إضافة شيء ولا البحث، ويبقى التحقق من كل شيء ممكنًا
err-randomness = لا يعطي نظام التشغيل بايتات عشوائية: { $cause }
rec-randomness = حاول ثانية؛ وإن بقي كذلك فالجهاز لا يصلح للمفاتيح
err-case = `{ $path }`: { $cause }
rec-case = انظر docs/formats/mapping.md والمجلد cases/paris-2019 مثالًا
err-map = `{ $path }`: { $cause }
rec-map = انظر docs/formats/mapping.md لما يجوز أن تقوله خريطة
err-not-the-report = `{ $path }` ليس التقرير الذي صُنعت منه هذه القضية: SHA-256 له { $found } لا { $expected }
rec-not-the-report = خذ الملف نفسه بايتًا بايتًا؛ فالنسخة التي تختلف نهايات أسطرها تختلف مواضعها
err-unknown-record = { $id } ليس في هذا الأرشيف
rec-unknown-record = المعرّف لأرشيف واحد وحده؛ ابحث عن الشخص بـ `cenotaph search`
err-unknown-item = { $id } ليس في هذا الأرشيف
rec-unknown-item = `cenotaph log` يسرد ما ورد
err-unknown-proposal = { $id } لا ينتظر قرارًا
rec-unknown-proposal = `cenotaph review --claims` يعرض ما ينتظر
err-unknown-entry = لا قيد { $id } في السجل
rec-unknown-entry = `cenotaph log` يسرد القيود؛ يبدأ العد من 0
err-unknown-source = المصدر { $id } ليس في هذا الأرشيف
rec-unknown-source = `cenotaph search` يجد المصادر بعناوينها
err-bad-id = { $cause }
rec-bad-id = انسخه كاملًا؛ المحرف الأخير يقول أصحيح ما قبله
err-bad-reason = «{ $reason }» ليس سببًا للمحو
rec-bad-reason = واحد من: { $known }
err-erased-already = مُحي { $id } من قبل
rec-erased-already = القيد { $entry } شاهد عليه؛ لم يبق ما يُمحى
err-nothing-to-erase = لم يُسجل شيء عن { $id }
rec-nothing-to-erase = ابحث عنه بـ `cenotaph search`
err-archive-record = لا يمكن قراءة القيد { $index }: { $cause }
rec-archive-record = قد يكون من إصدار أحدث من { -name }؛ الأرشيف نفسه لم يُمس
err-catalog = لا يمكن استعمال الفهرس: { $cause }
rec-catalog = أزل المجلد `catalog`؛ يُعاد بناؤه من السجل
err-render = لا يمكن صنع صفحة: { $cause }
rec-render = هذا خطأ في البرنامج؛ نرجو الإبلاغ عنه
err-cannot-verify = `{ $path }` ليس شيئًا يمكن التحقق منه: { $cause }
rec-cannot-verify = أرشيف، أو مجلد سجل فيه `checkpoint`، أو إيصال مع `--data` و`--policy`
err-made-up = لا يجوز خلط المختلق بالحقيقي: `{ $path }`
rec-made-up = استورده في أرشيف خاص به
err-serve = لا يمكن عرض المعرض: { $cause }
rec-serve = اختر عنوانًا آخر بـ `--addr`، أو 127.0.0.1:0 لأي عنوان متاح
err-no-reader = لا قارئ لـ `{ $path }`، وهو { $type }
rec-no-reader = `cenotaph add` يحفظه على أي حال؛ تُقرأ النصوص وصفحات الشبكة والجداول
err-too-large = `{ $path }` أكبر من { $limit } بايت
rec-too-large = `cenotaph add` يحفظه دليلًا بأي حجم؛ القراءة تقف عند هذا الحد
err-one-record = ذُكر { $id } مرتين
rec-one-record = القرار يخص سجلين
err-bad-answer = «{ $text }» ليس جوابًا
rec-bad-answer = أحد هذه: same، different، cannot-tell
err-words-of-one = يأتي «--words» مع «--accept» واحد
rec-words-of-one = سمِّ اقتراحًا واحدًا بمعرّفه
err-packed = لا يمكن فك ضغط `{ $path }` إلى آخره: { $cause }
rec-packed = لم يُكتب شيء؛ احصل على الملف ثانية، فلعله مبتور أو مغيَّر
err-not-utf8 = `{ $path }` ليس بترميز UTF-8؛ يبدو أنه { $found }
rec-not-utf8 = احفظه بترميز UTF-8، مثلًا بـ `iconv -f { $found } -t utf-8`
err-no-table-header = لا ترويسة لـ `{ $path }`، فليس جدولًا
rec-no-table-header = يجب أن يسمّي السطر الأول الأعمدة، مثل `rec_id,list,name,birth,place`
err-no-columns = ينقص `{ $path }`: { $needed }؛ أعمدته: { $found }
rec-no-columns = سمِّ الأعمدة كما يقول docs/formats/match.md؛ والفاصل فاصلة أو علامة جدولة أو فاصلة منقوطة أو خط قائم
err-too-many-table-rows = صفوف `{ $path }` أكثر من { $limit }
rec-too-many-table-rows = طابِقه على أجزاء، مثلًا بحسب المحافظة
err-overwrites = كان `{ $path }` سيُكتب فوق ما يُقرأ، أو فوق ناتج آخر
rec-overwrites = أعطِ كل ملف اسمًا خاصًّا به
err-unknown-list = ليس في الجدول قائمة «{ $name }»
rec-unknown-list = قوائمه: { $known }
err-contradiction = قرارات يناقض بعضها بعضًا: { $chain }، لكن تقرر أن { $first } و{ $last } شخصان
rec-contradiction = راجع المداخل على طول هذه السلسلة وارجع عن أحد القرارات
err-names-json = مع `--json` يكون الخرج القياسي مستندًا واحدًا ولا متّسع فيه للأزواج
rec-names-json = قل بـ `--out FILE` أين تُكتب الأزواج

## اقتراحات قُرئت من المواد
suggest-made = { $count } اقتراحات من { $item }
suggest-kind =   { $what }: { $count }
suggest-person = أسماء أشخاص
suggest-position = مناصب وأدوار
suggest-event = ما يقوله التقرير عن نفسه
suggest-toll = أعداد القتلى
suggest-remark = أقوال
suggest-demand = مطالب
suggest-known = { $count } سبق اقتراحها أو البت فيها أو تسجيلها
suggest-matched =   { $name } معروف: { $record }
claims-waiting = { $count ->
    [0] لا شيء مما قُرئ ينتظر
   *[other] اقتراحات تنتظر: { $count }. انظر فيها بالأمر `cenotaph review --claims`
}
claims-voices =      قاله { $voices }
claims-place =      قُرئ في { $item }، الأحرف { $place }
claims-decided = المقبول: { $accepted }. المستبعد: { $rejected }
claims-changed = سُجّل بكلماتك باسم { $claim }؛ واستُبعد ما كان قد قُرئ
