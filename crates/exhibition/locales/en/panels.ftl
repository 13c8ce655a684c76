# Printed boards.
panels-code = Code that leads to { $what }
panels-where = In the exhibition
panels-book = Book of names
panels-unnamed = { $n ->
    [one] One person stands on this wall without a name.
   *[other] { $shown } people stand on this wall without a name.
}
panels-guest = Whoever wishes may write a name, a memory or a few words here.
panels-date = Date of the source
panels-source = Source
panels-credit = Made by, licence
panels-added = In the archive since
panels-number = Evidence number
