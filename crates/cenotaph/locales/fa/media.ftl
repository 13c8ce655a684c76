# What can be wrong or remarkable in pictures, recordings, letters, web captures and folders packed into one file.

# Files packed into one file.
problem-entry-size-differs = `{ $name }` { $found } بایت است، در فهرست { $said } نوشته شده
problem-entry-checksum = `{ $name }` با جمع‌آزمای خود نمی‌خواند
problem-entry-bomb = `{ $name }` از { $packed } بایت به بیش از { $limit } بایت می‌رسد؛ باز نشد
problem-entry-damaged = `{ $name }` پس از { $found } بایت آسیب دیده است؛ باز نشد
problem-entry-cut = `{ $name }` ناتمام است؛ باز نشد
problem-entry-encrypted = `{ $name }` رمزنگاری شده است؛ باز نشد
problem-entry-method = `{ $name }` به روشی بسته شده که اینجا خوانده نمی‌شود ({ $method })
problem-unpacked-too-large = `{ $name }` باز نشد: از آنچه روی هم می‌تواند باز شود { $left } بایت مانده بود
problem-too-many-entries = { $count } پرونده در آن است و دست بالا { $limit } فهرست می‌شود
problem-entry-link = `{ $name }` پیوندی به `{ $to }` است؛ دنبال نشد
problem-entry-device = `{ $name }` دستگاه یا لوله است نه پرونده
problem-entry-twice = چند پرونده نام `{ $name }` دارند
problem-entry-names-alike = نام‌های `{ $name }` و `{ $other }` به هم می‌مانند
problem-entry-name-leads-out = نام `{ $name }` به بیرون از پوشه‌ای که در آن باز شود می‌رود
problem-entry-name-invisible = نام `{ $name }` نویسه‌هایی دارد که دیده نمی‌شوند
problem-entry-name-backslash = نام `{ $name }` ممیز وارونه دارد که در برخی سامانه‌ها پوشه است و در برخی حرف
problem-entry-name-special = نام `{ $name }` در ویندوز معنای دیگری دارد
problem-entry-name-guessed = کدبندی نام `{ $name }` حدس زده شد
problem-container-data-before = { $size } بایت پیش از پرونده‌های بسته‌شده ایستاده است
problem-container-data-between = { $size } بایت میان پرونده‌های بسته‌شده ایستاده است
problem-container-data-after = { $size } بایت پس از پایان ایستاده است
problem-zip-headers-differ = درباره‌ی `{ $name }` فهرست می‌گوید { $said } ({ $what }) و سرآیند پیش از پرونده می‌گوید { $found }
problem-zip-entries-overlap = { $count } پرونده، از جمله `{ $name }`، بر یک جا افتاده‌اند؛ باز نشدند
problem-zip-entry-missing = فهرست از `{ $name }` نام می‌برد که در آنجا نیست
problem-zip-entry-unlisted = `{ $name }` در پرونده هست ولی در فهرست آن نیست
problem-zip-two-directories = دو فهرست دارد؛ برنامه‌های دیگر شاید پرونده‌های دیگری در آن ببینند
problem-zip-no-directory = فهرست ندارد؛ آنچه در آن است پرونده به پرونده جسته شد
problem-zip-directory-damaged = فهرست آن در { $offset } آسیب دیده است
problem-zip-count-differs = فهرست آن { $found } پرونده دارد و می‌گوید { $said }
problem-gzip-bomb = از { $packed } بایت به بیش از { $limit } بایت می‌رسد؛ باز نشد
problem-gzip-damaged = پس از { $found } بایت آسیب دیده است؛ بازمانده باز نشد
problem-gzip-checksum = { $count } تکه‌ی آن با جمع‌آزمای خود نمی‌خواند
problem-gzip-size-differs = اندازه‌ی { $count } تکه‌ی آن جز آن است که می‌گوید
problem-gzip-members = بیش از { $limit } تکه دارد؛ بازمانده باز نشد
problem-nested-too-deep = بیش از { $limit } بار بسته شده است؛ درونی‌ترین بسته ماند
problem-tar-header-damaged = آنچه در { $offset } ایستاده آسیب دیده است؛ دنباله خوانده نشد
problem-tar-no-end = چیزی پایان آن را نمی‌گوید؛ شاید چیزی کم باشد

# Pictures.
problem-exif-damaged = { $count } یادداشت دوربین خوانده نمی‌شود
problem-exif-loop = یادداشت‌های دوربین در { $offset } به خود بازمی‌گردند
problem-position-zero = جایگاه ۰، ۰ است، همان که دوربینِ بی‌خبر می‌نویسد
problem-position-range = جایگاه { $latitude }، { $longitude } جایی بر زمین نیست
problem-position-damaged = جایگاه خوانده نمی‌شود
problem-exif-datum = جایگاه بر مبنای { $datum } داده شده نه WGS 84؛ روی نقشه جای دیگری است
problem-exif-time-none = «{ $text }» زمانی در تقویم نیست
problem-exif-times-reversed = پیش از گرفته شدن ({ $made }) تغییر یافته است ({ $changed })
problem-exif-time-place = ساعت { $hours } ساعت با UTC فرق دارد و در طول جغرافیایی { $longitude } چنین نیست
problem-exif-clocks-differ = ساعت دوربین می‌گوید { $made } و ماهواره‌ها می‌گفتند { $satellites }
problem-dates-differ = در یک جا تاریخش { $one } است و در جای دیگر { $other }
problem-thumbnail-differs = تصویر کوچک درون آن چیز دیگری نشان می‌دهد (میانگین { $mean }، در یک جا { $worst } از ۲۵۵ پله‌ی خاکستری)
problem-thumbnail-damaged = تصویر کوچک درون آن خوانده نمی‌شود
problem-data-after-picture = { $size } بایت ({ $kind }) پس از پایان تصویر ایستاده است
problem-png-checksum = { $count } تکه با جمع‌آزمای خود نمی‌خواند
problem-made-by-algorithm = می‌گوید که دستگاهی آن را یا بخشی از آن را ساخته است ({ $kind })
problem-c2pa-damaged = گواهی‌های محتوای آن (C2PA) خوانده نمی‌شود
problem-c2pa-content-differs = گواهی‌های محتوا درباره‌ی بایت‌های دیگری است: تصویر پس از امضا تغییر کرده است
problem-c2pa-content-not-checked = آزموده نشد که گواهی‌های محتوا درباره‌ی همین بایت‌هاست ({ $kind })
problem-c2pa-assertion-differs = آنچه گواهی‌های محتوا در «{ $label }» می‌گوید آن نیست که امضا شده
problem-c2pa-bytes-left-out = { $size } بایت تصویر از آنچه امضا شده بیرون مانده است
problem-c2pa-signature-wrong = امضای گواهی‌های محتوا نادرست است
problem-c2pa-signature-not-checked = امضای گواهی‌های محتوا از گونه‌ای است که اینجا آزموده نمی‌شود ({ $algorithm })
problem-c2pa-signer-not-looked-up = امضاکننده‌ی گواهی‌های محتوا در فهرست معتمدان جسته نشد

# Sound and film.
problem-recording-cut = پرونده پیش از پایان ضبط تمام می‌شود
problem-recording-without-head = آنچه می‌گوید فیلم چیست نیست؛ پخش نمی‌شود
problem-recording-end-damaged = پایان ضبط آسیب دیده یا چیزی پس از آن ایستاده است
problem-data-after-recording = { $size } بایت ({ $kind }) پس از پایان ضبط ایستاده است

# Letters.
problem-letter-date-none = «{ $text }» تاریخ نیست
problem-letter-cut = چیزی بخش‌های آن را نمی‌بندد؛ شاید چیزی کم باشد
problem-letter-coding-damaged = { $count } نویسه از `{ $name }` رمزگشایی نمی‌شود
problem-letter-encrypted = رمزنگاری شده است؛ متن آن خوانده نشد
problem-letter-signature-not-checked = امضا شده است ({ $kind })؛ امضا آزموده نشد
problem-letter-attachment-closed = پیوست `{ $name }` خود نامه یا شیئی جداست و بیرون نیامد
problem-ole-damaged = فهرست پرونده آسیب دیده است؛ شاید چیزی کم باشد

# Captures of the web, folders with proofs, and stamps.
problem-warc-cut = آخرین رکورد ناتمام است؛ پرونده در { $offset } تمام می‌شود
problem-warc-damaged = آنچه در { $offset } ایستاده رکورد نیست؛ بازمانده خوانده نشد
problem-warc-digest-differs = آنچه از { $name } گرفته شده با چکیده‌اش نمی‌خواند
problem-warc-digest-not-checked = چکیده‌های گونه‌ی { $kind } آزموده نشد
problem-capture-error = { $address } با خطا ({ $status }) پاسخ داد؛ صفحه در آن نیست
problem-capture-login-wall = { $address } گذرواژه می‌خواهد؛ آنچه پشت آن است گرفته نشده
problem-capture-empty = صفحه‌ی { $address } نوشته‌ای ندارد
problem-capture-without-page = در آن صفحه‌ای نیست
problem-capture-parts-missing = { $count } پرونده که صفحه می‌خواهد با خطا پاسخ دادند
problem-wacz-list-damaged = فهرست آنچه در آن است خوانده نمی‌شود
problem-wacz-index-differs = { $count } سطر نمایه به رکوردی که نام می‌برد نمی‌رسد
problem-wacz-signed-other = آنچه امضا شده فهرست درون آن نیست
problem-wacz-signature-not-checked = { $who } آن را امضا کرده است؛ امضا آزموده نشد
problem-bundle-file-missing = فهرست از `{ $name }` نام می‌برد که در آن نیست
problem-bundle-file-differs = `{ $name }` با چکیده‌اش نمی‌خواند
problem-bundle-file-unlisted = `{ $name }` در آن هست ولی در هیچ فهرستی نیست
problem-bundle-digest-not-checked = چکیده‌های گونه‌ی { $kind } آزموده نشد
problem-bundle-signatures-not-checked = { $count } امضای OpenPGP درون آن آزموده نشد
problem-bag-size-differs = کیسه می‌گوید { $said } (بایت، پرونده) و { $found } دارد
problem-proof-damaged = گواه `{ $name }` خوانده نمی‌شود
problem-proof-file-missing = گواه `{ $name }` درباره‌ی پرونده‌ای است که کنارش نیست ({ $digest })
problem-stamp-not-checked = امضاهایش آزموده نشد؛ برای آن کلید امضاکنندگان لازم است
problem-stamp-damaged = مهری است که خوانده نمی‌شود
