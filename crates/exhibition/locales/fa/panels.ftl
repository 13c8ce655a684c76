# تابلوهای چاپی.
panels-code = رمزی که به { $what } می‌رسد
panels-where = در نمایشگاه
panels-book = دفتر نام‌ها
panels-unnamed = { $n ->
    [one] یک تن بی‌نام بر این دیوار است.
   *[other] { $shown } تن بی‌نام بر این دیوارند.
}
panels-guest = هر که بخواهد می‌تواند نامی، یادی یا چند کلمه این‌جا بنویسد.
panels-date = تاریخ منبع
panels-source = منبع
panels-credit = پدیدآور، پروانه
panels-added = در بایگانی از
panels-number = شمارهٔ مدرک
