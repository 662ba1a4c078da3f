"""The gazetteer: names to places, namesakes told apart, names found in sentences, persons left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.errors import ConfigError, PackError
from crosscheck.language.folding import fold, unaccent
from crosscheck.language.places import Alias, Gazetteer, Place, contains
from crosscheck.language.places.build import assemble, with_population
from crosscheck.language.places.index import Index
from crosscheck.language.places.layout import ALIAS, pack_population, unpack_population
from crosscheck.language.places.sources import CITY, COUNTRY, REGION, Source

GAZETTEER = Gazetteer.load()


def resolved(name: str, **asked: Any) -> Place:
    place = GAZETTEER.resolve(name, **asked)
    assert place is not None
    return place


def found(text: str, *countries: str) -> list[tuple[str, str, str]]:
    """What a sentence names for sure: surface, evidence, path."""
    settled = GAZETTEER.places(text, countries=countries)
    return [
        (text[seen.start : seen.end], seen.evidence, ", ".join(place.path)) for seen, place in settled if not seen.weak
    ]


def paths(text: str, *countries: str) -> list[str]:
    return [path for _, _, path in found(text, *countries)]


# Names and namesakes


@pytest.mark.parametrize(
    ("name", "path", "kind"),
    [
        ("Juliaca", ("Juliaca", "Puno", "Peru"), "city"),
        ("Ilave", ("Ilave", "Puno", "Peru"), "city"),
        ("Apurimac", ("Apurímac", "Peru"), "region"),
        ("APURÍMAC", ("Apurímac", "Peru"), "region"),
        ("Apopa", ("Apopa", "San Salvador", "El Salvador"), "city"),
        ("Mejicanos", ("Mejicanos", "San Salvador", "El Salvador"), "city"),
        ("Port au Prince", ("Port-au-Prince", "Ouest", "Haiti"), "city"),
        ("Saint Louis", ("Saint-Louis", "Senegal"), "region"),
        ("Sana'a", ("Sanaa", "Amānat al ‘Āşimah", "Yemen"), "city"),
        ("Cook County", ("Cook County", "Illinois", "United States"), "district"),
        ("U.S.", ("United States",), "country"),
        ("Burma", ("Myanmar",), "country"),
        ("Soviet Union", ("Soviet Union",), "country"),
        ("Ivory Coast", ("Ivory Coast",), "country"),
    ],
)
def test_the_best_known_place_of_a_name_comes_first(name: str, path: tuple[str, ...], kind: str) -> None:
    place = GAZETTEER.candidates(name)[0]
    assert (place.path, place.kind) == (path, kind)


def test_what_one_asks_twice_is_the_same() -> None:
    assert GAZETTEER.candidates("San Miguel") == Gazetteer.load().candidates("San Miguel")


def test_an_unknown_name_has_no_candidates() -> None:
    assert GAZETTEER.candidates("Qwertzuiop") == ()
    assert GAZETTEER.candidates("") == ()


def test_former_and_foreign_names_lead_to_the_same_place() -> None:
    assert GAZETTEER.resolve("Kiev") == GAZETTEER.resolve("Kyiv")
    assert GAZETTEER.resolve("Bombay") == GAZETTEER.resolve("Mumbai")
    assert GAZETTEER.resolve("Fallujah", countries=["IQ"]) == GAZETTEER.resolve("Al Fallūjah", countries=["IQ"])


def test_containment_goes_by_ids() -> None:
    juliaca, puno, peru, lima = (resolved(name) for name in ("Juliaca", "Puno", "Peru", "Lima"))
    assert juliaca.chain[-2:] == ("PE.21", "PE")
    assert contains(puno, juliaca)
    assert contains(peru, juliaca)
    assert contains(puno, puno)
    assert not contains(puno, lima)
    assert not contains(juliaca, puno)


def test_a_path_ends_with_the_path_of_what_holds_the_place() -> None:
    chicago, county = resolved("Chicago"), resolved("Cook County")
    assert chicago.path[-len(county.path) :] == county.path


@pytest.mark.parametrize(
    ("name", "hint", "kind"),
    [("Puno", None, "region"), ("Puno", "city", "city"), ("Puno", "region", "region"), ("Puno", "any", "district")],
)
def test_a_region_goes_before_its_chief_town(name: str, hint: str | None, kind: str) -> None:
    assert resolved(name, hint=hint).kind == kind


@pytest.mark.parametrize("name", ["Lima", "San Salvador", "Bogota", "Quito", "Kabul"])
def test_a_national_capital_goes_before_its_region(name: str) -> None:
    assert resolved(name).kind == "city"


def test_a_province_is_what_the_country_calls_so() -> None:
    argentine = resolved("Mendoza", hint="any", countries=["AR"])
    peruvian = resolved("Carabaya", hint="any", countries=["PE"])
    assert (argentine.kind, peruvian.kind) == ("region", "district")


def test_the_countries_of_the_article_choose_among_namesakes() -> None:
    for country in ("NI", "ES", "CO"):
        assert resolved("Granada", countries=[country], evidence="located").country == country
    for country in ("AR", "CO"):
        assert resolved("Cordoba", countries=[country]).country == country


def test_places_nearby_choose_among_namesakes() -> None:
    ohio, peru = GAZETTEER.candidates("Ohio")[:1], GAZETTEER.candidates("Peru")[:1]
    in_ohio, in_peru = resolved("Lima", near=ohio), resolved("Lima", near=peru)
    assert (in_ohio.country, in_peru.country) == ("US", "PE")


def test_equal_namesakes_stay_open() -> None:
    assert GAZETTEER.resolve("Springfield") is None
    assert GAZETTEER.resolve("Springfield", countries=["US"], evidence="located") is None


def test_a_small_town_needs_more_than_its_name() -> None:
    assert GAZETTEER.resolve("Young") is None
    assert GAZETTEER.resolve("Ilave") is None
    assert GAZETTEER.resolve("Ilave", countries=["PE"], evidence="located")
    assert GAZETTEER.resolve("Ilave", near=GAZETTEER.candidates("Juliaca")[:1])


# Names in sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine miners drowned near Juliaca, Peru.", ["Juliaca, Puno, Peru"]),
        (
            "Two men died in Portland, Oregon, and one in Aurora, Colo., on Friday.",
            ["Portland, Multnomah County, Oregon, United States", "Aurora, Adams County, Colorado, United States"],
        ),
        ("A bus fell off a bridge in Lima, Ohio.", ["Lima, Allen County, Ohio, United States"]),
        ("Paris, Texas, counted 3 deaths.", ["Paris, Lamar County, Texas, United States"]),
        ("Troops entered Juliaca, in the southern region of Puno.", ["Juliaca, Puno, Peru"]),
        ("Flights to Caracas (Venezuela) stopped.", ["Caracas, Distrito Capital, Venezuela"]),
        (
            "The dead were from Ayacucho (9), Apurimac (6) and Junin (3).",
            ["Ayacucho, Peru", "Apurímac, Peru", "Junín, Peru"],
        ),
        ("Lima, Junin and Puno were calm.", ["Lima, Lima Province, Peru", "Junín, Peru", "Puno, Peru"]),
        ("Cook County prosecutors charged him.", ["Cook County, Illinois, United States"]),
        ("He was taken to a New York City clinic.", ["New York City, New York, United States"]),
        ("The convoy reached Port-au-Prince, Haiti's capital.", ["Port-au-Prince, Ouest, Haiti"]),
        ("Shells hit Khan Younis and Rafah in the Gaza Strip.", None),
        ("Gaza officials spoke of 40 dead.", ["Gaza Strip, Palestinian territories"]),
        ("BLAST KILLS 12 IN BOGOTA AND MEDELLIN", ["Bogotá, Bogotá, Colombia", "Medellín, Antioquia, Colombia"]),
        ("Lima-based traders were hurt.", ["Lima, Lima Province, Peru"]),
        ("Washington sent help.", ["Washington, District of Columbia, United States"]),
        ("The US and the U.K. sent help to us all.", ["United States", "United Kingdom"]),
        ("A Texas town buried its dead.", ["Texas, United States"]),
        ("It began in La Libertad, El Salvador.", ["La Libertad, El Salvador"]),
        ("LIMA -- Trains stopped.", ["Lima, Lima Province, Peru"]),
        ("It began in Panama city (Panama).", ["Panama City, Panamá, Panama"]),
        ("Fighting went on in Junin Department, Peru, all day.", ["Junín, Peru"]),
        (
            "Roads in northern Guatemala and in Guatemala City closed.",
            ["Guatemala", "Guatemala City, Guatemala, Guatemala"],
        ),
        (
            "Kansas City mourned, and so did Jackson County, Missouri.",
            ["Kansas City, Jackson County, Missouri, United States", "Jackson County, Missouri, United States"],
        ),
        ("Chicago Police counted them.", ["Chicago, Cook County, Illinois, United States"]),
    ],
)
def test_places_in_a_sentence(text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["Khān Yūnis, Gaza Strip, Palestinian territories", "Rafaḩ, Gaza Strip, Palestinian territories"]
    assert paths(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sidney Smith spoke.",
        "Michael Jordan spoke.",
        "President Santos spoke.",
        "Gen. Santos spoke.",
        "Police found Austin Brown.",
        "Peru Libre lost the vote.",
        "The Chicago Tribune counted them.",
        "He was shot on Madison Street.",
        "Reading was hard; he was reading all day.",
        "It happened in May.",
        "Leaders of Latin America met the White House staff.",
        "A bishop from San Juan de Nosedonde spoke.",
        "The Universidad de Lima closed.",
        "Bush spoke; Jackson and Clinton listened.",
        "Us and them.",
        "He studied at the University of Washington.",
        "Then a SWAT team came to the 300 block of Madrid.",
        "Manolo De Los Santos spoke.",
    ],
)
def test_persons_papers_streets_and_common_words_are_no_places(text: str) -> None:
    assert paths(text) == []


def test_a_surname_is_known_by_the_first_name_elsewhere() -> None:
    text = "Dallas lost the game. Alan Houston spoke. Houston was hurt."
    assert paths(text) == ["Dallas, Dallas County, Texas, United States"]
    assert "Houston, Harris County, Texas, United States" in paths("Houston was hurt by the storm.")


def test_capital_county_words_belong_to_the_name() -> None:
    text = "Officers of Pike County, Miss., came."
    assert found(text) == [("Pike County, Miss.", "composed", "Pike County, Mississippi, United States")]


def test_demonyms_are_weak_and_lead_to_the_country() -> None:
    text = "Peruvian police and two Sri Lankans met Salvadorans."
    seen = GAZETTEER.find_names(text)
    assert [(each.evidence, each.place.country if each.place else "") for each in seen] == [
        ("demonym", "PE"),
        ("demonym", "LK"),
        ("demonym", "SV"),
    ]
    assert all(each.weak for each in seen)


def test_the_region_points_back() -> None:
    text = "Nine died in Juliaca. The region mourned, and the city of Lima too; the country did not."
    back = [(text[seen.start : seen.end], place.path) for seen, place in GAZETTEER.places(text) if seen.weak]
    assert back == [("The region", ("Puno", "Peru")), ("the country", ("Peru",))]


def test_a_district_of_lima_is_not_called_lima() -> None:
    assert paths("A district of Lima was flooded.") == ["Lima, Lima Province, Peru"]


def test_an_article_tells_what_countries_it_speaks_of() -> None:
    text = "Medellin (Colombia). Colombian judges met in Bogota; one had been to Cartago and to Peru."
    assert GAZETTEER.spoken_of(text) == ("CO", "PE")
    assert GAZETTEER.spoken_of("Nothing is named here.") == ()


def test_offsets_count_into_the_whole_text() -> None:
    text = "First line.\nThen nine died in Juliaca on Monday."
    seen = GAZETTEER.find_names(text, 12)
    assert [text[each.start : each.end] for each in seen] == ["Juliaca"]
    assert GAZETTEER.find_names(text, 0, 11) == ()


def test_a_name_may_run_over_a_line_but_not_over_a_paragraph() -> None:
    assert paths("He died in San\nSalvador.") == ["San Salvador, San Salvador, El Salvador"]
    assert "San Salvador, San Salvador, El Salvador" not in paths("The feast of San\n\nSalvador was hurt.")


@given(st.text(alphabet="San Ld'.,’-\n(1)éÑaPeru", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for seen in GAZETTEER.find_names(text):
        assert 0 <= seen.start < seen.end <= len(text)


def test_long_hostile_text_is_read_in_time() -> None:
    for piece in ("Ab", "Aa ", "Ab'", "San de ", "(Aa,", "A."):
        assert len(GAZETTEER.find_names(piece * 5000)) >= 0


# The user's own names


def test_an_alias_leads_to_a_known_place() -> None:
    own = Gazetteer.load([Alias("Llave", of="Ilave, Puno")])
    ((seen, place),) = own.places("Troops came to the town of Llave.")
    assert (seen.name, place.path) == ("llave", ("Ilave", "Puno", "Peru"))


def test_a_new_place_lies_within_a_known_one() -> None:
    own = Gazetteer.load([Alias("Barrio Nuevo Alto", within="Juliaca, Puno")])
    ((_, place),) = own.places("Three died in Barrio Nuevo Alto.")
    assert place.path == ("Barrio Nuevo Alto", "Juliaca", "Puno", "Peru")
    assert contains(own.candidates("Puno")[0], place)
    assert own.resolve("Ilave", near=[place])


def test_an_alias_that_leads_nowhere_is_told_with_its_place_and_the_nearest_name() -> None:
    bad = [Alias("A", of="Juliacca", path="crosscheck.toml", line=3, column=1), Alias("B")]
    with pytest.raises(ConfigError) as raised:
        Gazetteer.load(bad)
    first, second = raised.value.faults
    assert (first.path, first.line) == ("crosscheck.toml", 3)
    assert "did you mean 'Juliaca'?" in str(first)
    assert "`of` or `within`" in str(second)


def test_of_very_many_unknown_places_the_first_get_a_suggestion() -> None:
    with pytest.raises(ConfigError) as raised:
        Gazetteer.load([Alias(str(number), of="Juliacca", path="a.toml") for number in range(900)])
    assert len(raised.value.faults) == 900
    assert 10 < str(raised.value).count("did you mean 'Juliaca'?") < 100


def test_near_misses_are_suggestions() -> None:
    assert "Ayacucho" in GAZETTEER.near_misses("Ayacuchoo")


# Folding, and the index


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Port-au-Prince", "port au prince"),
        ("Sana’a", "sanaa"),
        ("Khān Yūnis", "khan yunis"),
        ("St. Louis", "st louis"),
        ("Łódź", "lodz"),
        ("D.C.", "dc"),
        ("  New\nYork ", "new york"),
    ],
)
def test_folding(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert unaccent(unaccent(name)) == unaccent(name)


@given(st.integers(0, 2_000_000_000))
def test_populations_keep_three_digits(people: int) -> None:
    kept = unpack_population(pack_population(people))
    assert people * 0.999 <= kept <= people


def test_an_index_gives_back_what_it_was_built_from(tmp_path: Path) -> None:
    places = [
        Source(1, "Freedonia", COUNTRY, None, "FD", code="FD", names=(("freedonia", 0),)),
        Source(2, "North", REGION, 1, "FD", code="FD.01", type="Province", names=(("north", 0),)),
        Source(3, "Saint Anne", CITY, 2, "FD", 5000, names=(("saint anne", 0), ("annaburg", ALIAS))),
    ]
    path = tmp_path / "index.bin"
    path.write_bytes(assemble(with_population(places), {"saint": "st"}))
    index = Index(path)
    assert index.find("freedonia") == (0,)
    assert index.find("st anne") == index.find("saint anne") == (2,)
    assert index.find("annaburg") == (2 | ALIAS,)
    assert index.find("nowhere") == ()
    assert index.begins("st")
    assert not index.begins("annaburg")
    assert (index.row(2).container, index.row(1).container, index.row(0).container) == (1, 0, -1)
    assert index.row(0).population == 5000 >> 2 << 2
    assert index.told(1) == ("North", "FD.01", "Province")
    assert list(index.names()) == ["Freedonia", "North", "Saint Anne"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died outside of Juliaca, police said.", "located"),
        ("Two died in the south of Peru.", "located"),
        ("Two died across the north and east of Peru.", "named"),
    ],
)
def test_a_direction_or_a_distance_before_of_locates(text: str, expected: str) -> None:
    assert [evidence for _, evidence, _ in found(text, "PE")] == [expected]


def test_demonyms_that_a_language_writes_small_tell_the_country() -> None:
    spanish = Gazetteer.load(lang="es")
    assert spanish.spoken_of("La policía peruana y dos soldados bolivianos cruzaron el lago.") == ("PE", "BO")
    assert GAZETTEER.spoken_of("The peruvian police crossed the lake.") == ()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Ucrania", "Ukraine"),
        ("EE.UU.", "United States"),
        ("EE. UU.", "United States"),
        ("Nueva York", "New York City, New York, United States"),
        ("la región de Puno", "Puno, Peru"),
        ("la provincia de Melgar, Puno,", "Melgar Province, Puno, Peru"),
    ],
)
def test_spanish_names_mean_the_same_places(name: str, path: str) -> None:
    settled = Gazetteer.load(lang="es").places(f"Dos personas murieron en {name} el lunes.")
    assert [", ".join(place.path) for _, place in settled] == [path]


def test_a_missing_or_foreign_index_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"something else entirely")
    for name in ("none.bin", "other.bin"):
        with pytest.raises(PackError, match=name):
            Index(tmp_path / name)


def test_a_district_that_bears_its_chief_towns_name_is_not_meant_by_it() -> None:
    assert paths("A tram derailed in Cologne.") == ["Köln, Nordrhein-Westfalen, Germany"]
    assert paths("The Cologne region was flooded.") == ["Regierungsbezirk Köln, Nordrhein-Westfalen, Germany"]
