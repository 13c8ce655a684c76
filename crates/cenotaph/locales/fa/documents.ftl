# What can be wrong or remarkable in documents and tables.

problem-locked = با گذرواژه قفل شده و خوانده نشد
problem-encrypted = رمز شده است، و بی گذرواژه باز می‌شود
problem-document-damaged = سند خواندنی نیست: { $why }
problem-hidden-layers = لایه‌های خاموش که خوانده نشد: { $count }
problem-former-states = فایل هنوز { $count } حالت پیشین خود را دارد؛ آخری { $bytes } بایت نخست آن است
problem-scripts = اسکریپت‌های درون آن: { $count }؛ هیچ‌یک اجرا نشد
problem-starts-programs = جاهایی که برنامه‌ای را راه می‌اندازد: { $count }؛ هیچ‌یک راه نیفتاد
problem-sends-data = جاهایی که نوشته‌ها را می‌فرستد: { $count }؛ چیزی فرستاده نشد
problem-media-inside = صدا، فیلم یا مدل درون آن که دیده نشد: { $count }
problem-comments = یادداشت‌های کنار متن: { $count }
problem-files-inside = فایل‌های درون آن: { $count }
problem-form-not-read = فرمی دارد از گونه‌ای که خوانده نمی‌شود (XFA)
problem-too-many-pages = { $count } صفحه بیش از { $limit } صفحه‌ای است که خوانده می‌شود
problem-no-text-layer = صفحه‌هایی که عکس بی‌متن‌اند: { $count } (صفحه‌های { $pages })؛ تنها با بازشناسی خوانده می‌شوند
problem-page-damaged = صفحه‌های آسیب‌دیده که خوانده نشد: { $count } (صفحه‌های { $pages })
problem-page-overfull = صفحه‌هایی که بیش از حد خواندن در خود دارند: { $count } (صفحه‌های { $pages })
problem-letters-without-meaning = نویسه‌هایی که فایل نمی‌گوید چیستند: { $count }؛ به جای آن‌ها � خوانده شد
problem-hidden-text = نویسه‌هایی که در فایل هست و دیده نمی‌شود: { $count }
problem-covered-text = نویسه‌هایی که رویشان پوشانده شده و هنوز هست: { $count }؛ اگر قرار بود نامی سیاه شود، نشده است
problem-recognised-text = صفحه‌هایی که متنشان را ماشین بازشناخته است: { $count }؛ شاید نادرست باشد
problem-no-pages = صفحه‌ای ندارد
