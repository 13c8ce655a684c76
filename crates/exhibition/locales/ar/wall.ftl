# The wall of names and its facets.
wall-whole = كل الأسماء في صفحة واحدة ({ $number } كيلوبايت)
wall-everybody = كل الأسماء في صفحة واحدة
wall-hung = الأسماء
letter-second = بحسب الحرف الثاني
letter-neighbours = الحروف السابقة واللاحقة
letter-previous = قبله: { $name }
letter-next = بعده: { $name }
leaves-figures = { $n ->
    [zero] لا يتحدث أي رقم منشور عن أشخاص أكثر ممن يسمّيهم هذا الجدار:
    [one] رقم منشور واحد يتحدث عن أشخاص أكثر ممن يسمّيهم هذا الجدار:
    [two] رقمان منشوران يتحدثان عن أشخاص أكثر ممن يسمّيهم هذا الجدار:
    [few] { $shown } أرقام منشورة تتحدث عن أشخاص أكثر ممن يسمّيهم هذا الجدار:
    [many] { $shown } رقمًا منشورًا تتحدث عن أشخاص أكثر ممن يسمّيهم هذا الجدار:
   *[other] { $shown } رقم منشور تتحدث عن أشخاص أكثر ممن يسمّيهم هذا الجدار:
}
facets = بحسب المكان والزمان والعمر وغيرها
facets-note = لا يُحسب هنا إلا ما تقوله المصادر. وحيث تختلف يرد الاسم تحت كل قول منها، وما حُجب لا يرد تحت أي منها.
facets-capped = هذه القوائم أكثر مما تتسع له هذه النسخة، وأصغرها بلا صفحة.
facet-together = مع
facet-unstated = لم يُذكر، أو لم يُذكر بدقة كافية
facet-city = مكان الوفاة
facet-prison = السجن
facet-year = سنة الوفاة
facet-month = شهر الوفاة
facet-solar-year = سنة الوفاة بالتقويم الهجري الشمسي
facet-solar-month = شهر الوفاة بالتقويم الهجري الشمسي
facet-age = العمر عند الوفاة
facet-sex = الجنس
facet-affiliation = الانتماء
facet-birthplace = مكان الولادة
facet-arrest-place = مكان الاعتقال
facet-burial = مكان الدفن
facet-source-count = عدد المصادر
facet-list = في قائمة
age-under = أقل من { $number }
age-from = { $number } فأكثر
