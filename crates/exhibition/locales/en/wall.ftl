# The wall of names and its facets.
wall-whole = All names on one page ({ $number } kB)
wall-everybody = All names on one page
wall-hung = The names
letter-second = By the second letter
letter-neighbours = The letters before and after
letter-previous = Before: { $name }
letter-next = After: { $name }
leaves-figures = { $n ->
    [one] { $shown } published figure speaks of more people than this wall names:
   *[other] { $shown } published figures speak of more people than this wall names:
}
facets = By place, time, age and more
facets-note = Only what sources say counts here. Where they differ, a person stands under each. What is withheld stands under none.
facets-capped = There are more such lists than this edition holds; the smallest have no page.
facet-together = Together with
facet-unstated = not stated, or not sharply enough
facet-city = Place of death
facet-prison = Prison
facet-year = Year of death
facet-month = Month of death
facet-solar-year = Year of death, Solar Hijri
facet-solar-month = Month of death, Solar Hijri
facet-age = Age at death
facet-sex = Sex
facet-affiliation = Affiliation
facet-birthplace = Place of birth
facet-arrest-place = Place of arrest
facet-burial = Place of burial
facet-source-count = Number of sources
facet-list = On the list
age-under = under { $number }
age-from = { $number } or older
