# Feeds, data to take away, cards, banners.

## Data in the pages (JSON-LD)
linked-named-by = به گفتهٔ { $who }: { $what }

## خوراک‌ها
feed-title = تازه‌ها
feed-of = { $what }: تازه‌ها
feed-added = سند تازه: { $what }
feed-changed = تغییریافته: { $what }
feed-withdrawn = پس‌گرفته: { $what }
feed-release = انتشار { $number }

## داده‌ها برای بردن
data-title = داده‌ها
data-text = هر آنچه این صفحه‌ها نشان می‌دهند، به صورت فایل برای صفحه‌گسترده یا برنامه: هر گفته یک سطر، با منبع آن و جای آن در منبع.
data-files = فایل‌ها
data-what = محتوا
data-rows = سطرها
data-size = اندازه
data-take = فایل‌ها
data-people = گفته‌ها دربارهٔ افراد
data-groups = گفته‌ها دربارهٔ گروه‌ها
data-places = گفته‌ها دربارهٔ جاها
data-events = گفته‌ها دربارهٔ رویدادها
data-statements = گفته‌ها دربارهٔ سخنان
data-proceedings = گفته‌ها دربارهٔ دادرسی‌ها
data-sources = منبع‌ها
data-items = مدارک
data-kilobytes = { $number } کیلوبایت
data-count = { $n ->
    [one] { $shown } فایل، در فهرست
   *[other] { $shown } فایل، در فهرست
}
data-forms = گفته‌ها به دو صورت آمده‌اند: CSV برای صفحه‌گسترده و JSON Lines برای برنامه. در فایل CSV، خانه‌ای که صفحه‌گسترده آن را فرمول بگیرد با آپاستروف آغاز می‌شود و فرمان‌های ناپیدا نوشته می‌شوند؛ فایل‌های JSON واژه‌ها را عیناً نگه می‌دارند.
data-package = همهٔ فایل‌ها را با اثر انگشت هر یک شرح می‌دهد (Data Package)
data-list = فهرست همهٔ فایل‌ها با شمار سطرها، بایت‌ها و SHA-256
data-schema = می‌گوید هر ستون یک گفته چه معنایی دارد
data-licence = پروانه
data-licence-none = پروانه‌ای ذکر نشده است. پیش از انتشار دوبارهٔ داده‌ها بپرسید.
data-check = چگونه بررسی کنیم
data-check-text = ‏SHA-256 هر فایل را حساب کنید و با فهرست بسنجید. فهرست از آنِ همین حالت دفتر است که هر ثبت آن را می‌توان با برنامهٔ cenotaph-verify اثبات کرد. آنچه از همگان پنهان است در این فایل‌ها نیست؛ هرجا بخشی از گفته‌ای پنهان باشد، سطر آن دلیلش را می‌گوید.

## اتاق رسانه‌ها
press-pictures = تصویرها برای رسانه‌ها
press-pictures-none = هیچ تصویری برای چاپ آزاد نشده است.
press-follow = برای دنبال کردن و کار با داده‌ها
press-banner-page = بنر به صورت صفحه‌ای که در هر قابی جا می‌گیرد
banner-made-up = داده‌های ساختگی برای آزمایش
