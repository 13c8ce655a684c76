# What becomes of files when they are read apart, seen again, heard, recognised and fetched.

problem-reader-crashed = تعطّل قارئ هذا الملف ({ $cause })؛ الملف نفسه محفوظ
problem-reader-timed-out = استغرق قارئ هذا الملف وقتًا أطول من اللازم فأُوقف؛ الملف نفسه محفوظ
problem-reader-out-of-memory = طلب قارئ هذا الملف أكثر من { $limit } ميبيبايت من الذاكرة فأُوقف؛ الملف نفسه محفوظ
reader-unconfined = ملاحظة: قارئات الملفات ليست معزولة عزلًا تامًا في هذا النظام (الناقص: { $missing })

alike-picture = { $item } يُظهر الصورة نفسها التي في { $other } (المسافة { $distance } من 64)
alike-text = { $item } له النص نفسه الذي في { $other }
alike-much-of-the-text = { $item } يشترك في معظم نصه مع { $other } (المسافة { $distance } من 64)
alike-none = لا توجد مواد متشابهة.
