# اللوحات المطبوعة.
panels-code = رمز يؤدي إلى { $what }
panels-where = في المعرض
panels-book = سجل الأسماء
panels-unnamed = { $n ->
    [zero] لا أحد على هذا الجدار بلا اسم.
    [one] شخص واحد على هذا الجدار بلا اسم.
    [two] شخصان على هذا الجدار بلا اسم.
    [few] { $shown } أشخاص على هذا الجدار بلا أسماء.
    [many] { $shown } شخصًا على هذا الجدار بلا أسماء.
   *[other] { $shown } شخص على هذا الجدار بلا أسماء.
}
panels-guest = لمن شاء أن يكتب هنا اسمًا أو ذكرى أو بضع كلمات.
panels-date = تاريخ المصدر
panels-source = المصدر
panels-credit = صاحب العمل، الرخصة
panels-added = في الأرشيف منذ
panels-number = رقم الدليل
