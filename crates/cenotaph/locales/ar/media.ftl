# What can be wrong or remarkable in pictures, recordings, letters, web captures and folders packed into one file.

# Files packed into one file.
problem-entry-size-differs = حجم `{ $name }` هو { $found } بايت، والحزمة تقول { $said }
problem-entry-checksum = `{ $name }` لا يطابق مجموعه الاختباري
problem-entry-bomb = يكبر `{ $name }` من { $packed } بايت إلى أكثر من { $limit }؛ لم يُفكّ
problem-entry-damaged = `{ $name }` تالف بعد { $found } بايت؛ لم يُفكّ
problem-entry-cut = `{ $name }` مبتور؛ لم يُفكّ
problem-entry-encrypted = `{ $name }` مشفَّر؛ لم يُفكّ
problem-entry-method = `{ $name }` محزوم بطريقة لا تُقرأ هنا ({ $method })
problem-unpacked-too-large = لم يُفكّ `{ $name }`: بقي { $left } بايت مما يجوز فكّه كله
problem-too-many-entries = فيه { $count } ملفًّا، ولا يُسرد منها أكثر من { $limit }
problem-entry-link = `{ $name }` وصلة إلى `{ $to }`؛ لم تُتبع
problem-entry-device = `{ $name }` جهاز أو أنبوب لا ملف
problem-entry-twice = عدة ملفات تحمل الاسم `{ $name }`
problem-entry-names-alike = الاسمان `{ $name }` و`{ $other }` متشابهان
problem-entry-name-leads-out = يقود الاسم `{ $name }` إلى خارج المجلد الذي يُفكّ فيه
problem-entry-name-invisible = في الاسم `{ $name }` محارف لا تُرى
problem-entry-name-backslash = في الاسم `{ $name }` شرطة معكوسة، وهي مجلد في أنظمة وحرف في أخرى
problem-entry-name-special = يعني الاسم `{ $name }` شيئًا آخر في ويندوز
problem-entry-name-guessed = خُمّن ترميز الاسم `{ $name }`
problem-container-data-before = { $size } بايت قبل الملفات المحزومة
problem-container-data-between = { $size } بايت بين الملفات المحزومة
problem-container-data-after = { $size } بايت بعد النهاية
problem-zip-headers-differ = عن `{ $name }` يقول الفهرس { $said } ({ $what })، ويقول الرأس الذي قبل الملف { $found }
problem-zip-entries-overlap = { $count } ملفات تشغل البايتات نفسها، منها `{ $name }`؛ لم تُفكّ
problem-zip-entry-missing = يذكر الفهرس `{ $name }` وليس حيث يقول
problem-zip-entry-unlisted = `{ $name }` في الملف وليس في فهرسه
problem-zip-two-directories = له فهرسان؛ قد ترى برامج أخرى فيه ملفات أخرى
problem-zip-no-directory = فهرسه مفقود؛ بُحث عما فيه ملفًّا ملفًّا
problem-zip-directory-damaged = فهرسه تالف عند { $offset }
problem-zip-count-differs = في فهرسه { $found } ملفًّا ويقول { $said }
problem-gzip-bomb = يكبر من { $packed } بايت إلى أكثر من { $limit }؛ لم يُفكّ
problem-gzip-damaged = تالف بعد { $found } بايت؛ لم يُفكّ الباقي
problem-gzip-checksum = { $count } من قطعه لا تطابق مجموعها الاختباري
problem-gzip-size-differs = { $count } من قطعه لها حجم غير ما تقول
problem-gzip-members = له أكثر من { $limit } قطعة؛ لم يُفكّ الباقي
problem-nested-too-deep = محزوم أكثر من { $limit } مرات؛ بقي الأعمق محزومًا
problem-tar-header-damaged = ما عند { $offset } تالف؛ لم يُقرأ ما يليه
problem-tar-no-end = لا شيء يقول أين ينتهي؛ قد ينقص شيء

# Pictures.
problem-exif-damaged = { $count } من بيانات الكاميرا لا تُقرأ
problem-exif-loop = بيانات الكاميرا تعود إلى نفسها عند { $offset }
problem-position-zero = الموقع 0، 0، وهو ما تكتبه كاميرا لا تعرف موقعها
problem-position-range = الموقع { $latitude }، { $longitude } ليس مكانًا على الأرض
problem-position-damaged = الموقع لا يُقرأ
problem-exif-datum = الموقع معطى على المرجع { $datum } لا WGS 84؛ وهو على الخريطة في مكان آخر
problem-exif-time-none = «{ $text }» ليس وقتًا في التقويم
problem-exif-times-reversed = عُدّلت ({ $changed }) قبل أن تُلتقط ({ $made })
problem-exif-time-place = الساعة تبعد { $hours } ساعات عن UTC، وليس كذلك عند خط الطول { $longitude }
problem-exif-clocks-differ = تقول ساعة الكاميرا { $made }، وقالت الأقمار { $satellites }
problem-dates-differ = مؤرخة { $one } في موضع و{ $other } في آخر
problem-thumbnail-differs = الصورة المصغرة فيها تُظهر غيرها (المتوسط { $mean }، وفي موضع { $worst } من 255 درجة رمادية)
problem-thumbnail-damaged = الصورة المصغرة فيها لا تُقرأ
problem-data-after-picture = { $size } بايت ({ $kind }) بعد نهاية الصورة
problem-png-checksum = { $count } قطع لا تطابق مجموعها الاختباري
problem-made-by-algorithm = تقول إن آلة صنعتها أو صنعت جزءًا منها ({ $kind })
problem-c2pa-damaged = لا تُقرأ بيانات اعتماد محتواها (C2PA)
problem-c2pa-content-differs = بيانات الاعتماد عن بايتات أخرى: غُيّرت الصورة بعد التوقيع
problem-c2pa-content-not-checked = لم يُتحقق أن بيانات الاعتماد عن هذه البايتات ({ $kind })
problem-c2pa-assertion-differs = ما تقوله بيانات الاعتماد في «{ $label }» ليس ما وُقّع
problem-c2pa-bytes-left-out = { $size } بايت من الصورة خارج ما وُقّع
problem-c2pa-signature-wrong = توقيع بيانات الاعتماد خاطئ
problem-c2pa-signature-not-checked = توقيع بيانات الاعتماد من نوع لا يُتحقق منه هنا ({ $algorithm })
problem-c2pa-signer-not-looked-up = لم يُبحث عن موقّع بيانات الاعتماد في قائمة موثوقين

# Sound and film.
problem-recording-cut = ينتهي الملف قبل التسجيل
problem-recording-without-head = ما يصف الفيلم مفقود؛ لا يمكن تشغيله
problem-recording-end-damaged = نهاية التسجيل تالفة، أو بعدها شيء
problem-data-after-recording = { $size } بايت ({ $kind }) بعد نهاية التسجيل

# Letters.
problem-letter-date-none = «{ $text }» ليس تاريخًا
problem-letter-cut = لا شيء يغلق أجزاءها؛ قد ينقص شيء
problem-letter-coding-damaged = { $count } من محارف `{ $name }` لا تُفكّ
problem-letter-encrypted = مشفَّرة؛ لم يُقرأ نصها
problem-letter-signature-not-checked = موقّعة ({ $kind })؛ لم يُتحقق من التوقيع
problem-letter-attachment-closed = المرفق `{ $name }` رسالة أو كائن قائم بذاته ولم يُستخرج
problem-ole-damaged = فهرس الملف تالف؛ قد ينقص شيء

# Captures of the web, folders with proofs, and stamps.
problem-warc-cut = السجل الأخير مبتور؛ ينتهي الملف عند { $offset }
problem-warc-damaged = ما عند { $offset } ليس سجلًّا؛ لم يُقرأ الباقي
problem-warc-digest-differs = ما التُقط من { $name } لا يطابق بصمته
problem-warc-digest-not-checked = لم يُتحقق من البصمات من نوع { $kind }
problem-capture-error = أجاب { $address } بخطأ ({ $status })؛ الصفحة ليست في الالتقاط
problem-capture-login-wall = يطلب { $address } كلمة مرور؛ لم يُلتقط ما وراءها
problem-capture-empty = لا كلمات في الصفحة { $address }
problem-capture-without-page = لا صفحة في الالتقاط
problem-capture-parts-missing = { $count } ملفات تطلبها الصفحة أجابت بخطأ
problem-wacz-list-damaged = قائمة ما فيه لا تُقرأ
problem-wacz-index-differs = { $count } من سطور الفهرس لا تقود إلى السجل الذي تسميه
problem-wacz-signed-other = ما وُقّع ليس القائمة التي فيه
problem-wacz-signature-not-checked = وقّعه { $who }؛ لم يُتحقق من التوقيع
problem-bundle-file-missing = تذكر القائمة `{ $name }` وليس فيه
problem-bundle-file-differs = `{ $name }` لا يطابق بصمته
problem-bundle-file-unlisted = `{ $name }` فيه وليس في أي قائمة
problem-bundle-digest-not-checked = لم يُتحقق من البصمات من نوع { $kind }
problem-bundle-signatures-not-checked = { $count } من توقيعات OpenPGP فيه لم يُتحقق منها
problem-bag-size-differs = تقول الحقيبة { $said } (بايت، ملفات) وفيها { $found }
problem-proof-damaged = الإثبات `{ $name }` لا يُقرأ
problem-proof-file-missing = الإثبات `{ $name }` عن ملف ليس بجانبه ({ $digest })
problem-stamp-not-checked = لم يُتحقق من توقيعاته؛ يلزم لذلك مفاتيح الموقّعين
problem-stamp-damaged = طابع زمني لا يُقرأ
