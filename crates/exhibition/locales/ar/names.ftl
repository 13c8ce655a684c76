# How names are written.
machine-name = كتبته آلة
machine-note = كتبت آلة هذا الاسم بهذه الحروف بحسب أصواته. لا يكتبه أي مصدر هكذا.
