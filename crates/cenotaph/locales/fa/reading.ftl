# What becomes of files when they are read apart, seen again, heard, recognised and fetched.

problem-reader-crashed = خوانندهٔ این فایل ناگهان از کار افتاد ({ $cause })؛ خودِ فایل نگه داشته می‌شود
problem-reader-timed-out = خواندن این فایل بیش از اندازه طول کشید و متوقف شد؛ خودِ فایل نگه داشته می‌شود
problem-reader-out-of-memory = خوانندهٔ این فایل بیش از { $limit } مبی‌بایت حافظه می‌خواست و متوقف شد؛ خودِ فایل نگه داشته می‌شود
reader-unconfined = توجه: خوانندگان فایل در این سامانه کاملاً محصور نیستند (نبود: { $missing })

alike-picture = { $item } همان تصویر { $other } را نشان می‌دهد (فاصله { $distance } از ۶۴)
alike-text = { $item } همان متن { $other } را دارد
alike-much-of-the-text = { $item } بخش بزرگی از متن خود را با { $other } مشترک دارد (فاصله { $distance } از ۶۴)
alike-none = هیچ دو مدرکی همانند نیستند.
