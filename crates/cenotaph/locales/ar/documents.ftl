# What can be wrong or remarkable in documents and tables.

problem-locked = مقفل بكلمة مرور، ولم يُقرأ
problem-encrypted = مشفّر، ويُفتح بلا كلمة مرور
problem-document-damaged = لا يمكن قراءة المستند: { $why }
problem-hidden-layers = طبقات مطفأة لم تُقرأ: { $count }
problem-former-states = لا يزال الملف يحوي { $count } من حالاته السابقة؛ وآخرها أول { $bytes } بايت منه
problem-scripts = نصوص برمجية فيه: { $count }؛ لم يُشغَّل أي منها
problem-starts-programs = مواضع يشغّل فيها برنامجًا: { $count }؛ لم يُشغَّل أي منها
problem-sends-data = مواضع يرسل منها ما يُكتب فيه: { $count }؛ لم يُرسل شيء
problem-media-inside = أصوات أو أفلام أو مجسمات فيه لم تُفحص: { $count }
problem-comments = ملاحظات كُتبت بجانب النص: { $count }
problem-files-inside = ملفات بداخله: { $count }
problem-form-not-read = فيه استمارة من نوع لا يُقرأ (XFA)
problem-too-many-pages = { $count } من الصفحات فوق الحد { $limit } الذي يُقرأ
problem-no-text-layer = صفحات هي صور بلا نص: { $count } (الصفحات { $pages })؛ لا تُقرأ إلا بالتعرّف الآلي
problem-page-damaged = صفحات تالفة لم تُقرأ: { $count } (الصفحات { $pages })
problem-page-overfull = صفحات فيها أكثر مما يُقرأ: { $count } (الصفحات { $pages })
problem-letters-without-meaning = حروف لا يقول الملف ما هي: { $count }؛ قُرئت �
problem-hidden-text = حروف في الملف لا تُرى: { $count }
problem-covered-text = حروف غُطّيت وما زالت موجودة: { $count }؛ إن كان القصد حجب اسم فلم يُحجب
problem-recognised-text = صفحات تعرّفت آلة على نصها: { $count }؛ وقد يكون خاطئًا
problem-no-pages = لا صفحات فيه
