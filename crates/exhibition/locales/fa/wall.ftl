# The wall of names and its facets.
wall-whole = همهٔ نام‌ها در یک صفحه ({ $number } کیلوبایت)
wall-everybody = همهٔ نام‌ها در یک صفحه
wall-hung = نام‌ها
letter-second = با حرف دوم
letter-neighbours = حرف‌های پیش و پس
letter-previous = پیش از این: { $name }
letter-next = پس از این: { $name }
leaves-figures = { $n ->
    [one] { $shown } رقم منتشرشده از کسانی بیش از نام‌های این دیوار سخن می‌گوید:
   *[other] { $shown } رقم منتشرشده از کسانی بیش از نام‌های این دیوار سخن می‌گویند:
}
facets = بر پایهٔ جا، زمان، سن و جز آن
facets-note = این‌جا تنها آنچه منبع‌ها می‌گویند به شمار می‌آید. هر جا که گفته‌ها یکی نیست، نام زیر هر یک از آن‌ها آمده است. آنچه پوشیده مانده زیر هیچ‌یک نیامده است.
facets-capped = شمار این فهرست‌ها بیش از گنجایش این نسخه است؛ کوچک‌ترین‌ها صفحه ندارند.
facet-together = همراه با
facet-unstated = گفته نشده، یا نه چندان دقیق
facet-city = جای درگذشت
facet-prison = زندان
facet-year = سال درگذشت، میلادی
facet-month = ماه درگذشت، میلادی
facet-solar-year = سال درگذشت، خورشیدی
facet-solar-month = ماه درگذشت، خورشیدی
facet-age = سن هنگام درگذشت
facet-sex = جنس
facet-affiliation = وابستگی
facet-birthplace = زادگاه
facet-arrest-place = جای بازداشت
facet-burial = جای خاک‌سپاری
facet-source-count = شمار منبع‌ها
facet-list = در فهرست
age-under = زیر { $number } سال
age-from = { $number } سال و بیشتر
