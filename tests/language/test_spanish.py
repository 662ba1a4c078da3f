"""Spanish read by the engine that reads English: figures, hedges, days, places, sources and every construction."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.comparison import compare
from crosscheck.extraction.extractor import Engine, Extractor, readings
from crosscheck.extraction.sentences import ArticleText
from crosscheck.language import inflection, packs
from crosscheck.model import Article, Claim, Origin, Part, Publication
from crosscheck.rules import Rule, load, shipped

PUBLISHED = date(2023, 1, 11)
CONSTRUCTIONS = packs.table("es", "constructions")
SHARE = """
title = "Respuestas"
kind = "percent"
scope = ["snapshot"]
facets = ["subject", "answer"]
[words.es]
verb = ["desaprobar"]
rate = ["aprobación"]
"""
LENGTH = """
title = "Plazos"
kind = "duration"
scope = ["fixed"]
facets = ["event"]
[words.es]
noun = ["toque de queda", "protestas"]
intransitive = ["regirá"]
"""


def article(text: str, *, lang: str = "es", published: date | None = PUBLISHED, id: str = "a") -> Article:
    publication = Publication(id, f"{id}.jsonl", published=published, lang=lang)
    return Article(publication, Origin(f"{id}.jsonl", start=None), text, (Part("body", 0, len(text)),))


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return load([shipped()])


@pytest.fixture(scope="module")
def extractor(rules: tuple[Rule, ...]) -> Extractor:
    return Extractor(rules)


@pytest.fixture(scope="module")
def engine(rules: tuple[Rule, ...], tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The shipped rules and two that speak of shares and of lengths of time."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "answers.toml").write_text(SHARE, encoding="utf-8")
    (folder / "terms.toml").write_text(LENGTH, encoding="utf-8")
    return Engine((*(rule for rule in rules if rule.enabled), *load([folder])), "es")


def told(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    return [(claim.quantity, claim.mention.surface) for claim in extractor.claims(article(text)).claims]


def only(extractor: Extractor, text: str) -> Claim:
    (claim,) = extractor.claims(article(text)).claims
    return claim


# --- What is read, in the usual orders of words.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doce personas murieron el lunes en Juliaca.", [("deaths", "Doce")]),
        ("Murieron ayer 12 personas en un derrumbe.", [("deaths", "12")]),
        ("Mueren 12 en choque de buses en Puno", [("deaths", "12")]),
        ("Desde diciembre han muerto más de 60 personas.", [("deaths", "60")]),
        ("Perdieron la vida 28 mineros.", [("deaths", "28")]),
        ("El derrumbe dejó 18 muertos en Áncash.", [("deaths", "18")]),
        ("El sismo dejó a nueve sin vida.", [("deaths", "nueve")]),
        ("Hubo al menos 17 muertos y 68 heridos.", [("deaths", "17"), ("injured", "68")]),
        ("12 muertos y 30 heridos deja choque en Cusco", [("deaths", "12"), ("injured", "30")]),
        ("La cifra de muertos por el sismo subió a 47.", [("deaths", "47")]),
        ("La cifra de fallecidos pasó de 25 a 47.", [("deaths", "25"), ("deaths", "47")]),
        ("El alud elevó a 47 la cifra de muertos.", [("deaths", "47")]),
        ("Ya son 47 los fallecidos por las lluvias.", [("deaths", "47")]),
        ("El número de personas heridas llegó a 1.234.", [("injured", "1.234")]),
        ("Fueron detenidas 193 personas en Lima.", [("detained", "193")]),
        ("La policía arrestó el sábado a más de 200 alumnos.", [("detained", "200")]),
        ("Unas 200 personas fueron arrestadas, de las cuales 192 ya fueron liberadas.", [("detained", "200")]),
        ("Detenidas cinco personas por el incendio", [("detained", "cinco")]),
        ("La muerte de 17 civiles conmocionó a la región.", [("deaths", "17")]),
        ("El asesinato de seis sacerdotes y dos mujeres sigue impune.", [("deaths", "seis"), ("deaths", "dos")]),
        ("Los militares asesinaron a unos diez civiles.", [("deaths", "diez")]),
        ("La explosión mató a ocho personas e hirió a otras 20.", [("deaths", "ocho"), ("injured", "20")]),
        ("La represión cobró la vida de 28 personas.", [("deaths", "28")]),
        ("Hallaron los cuerpos de nueve mineros.", [("deaths", "nueve")]),
        ("Ocho personas fueron acribilladas en Ayacucho.", [("deaths", "Ocho")]),
        ("Un hombre de 19 años murió y otros dos resultaron heridos.", [("deaths", "Un"), ("injured", "dos")]),
        ("Una mujer embarazada falleció el lunes.", [("deaths", "Una")]),
        ("Cuatro niños de 5, 7 y 9 años murieron calcinados.", [("deaths", "Cuatro")]),
        ("Otras 68 personas sufrieron heridas leves.", [("injured", "68")]),
        ("Resultaron heridos 68 manifestantes y 20 policías.", [("injured", "68"), ("injured", "20")]),
        ("Cinco viajeros que resultaron heridos fueron llevados a Ilo.", [("injured", "Cinco")]),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_figures_are_bound(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No murieron 12 personas.",
        "Ningún manifestante murió.",
        "El juez dictó 18 meses de prisión para los detenidos.",
        "Los detenidos, de 19 y 23 años, negaron los cargos.",
        "El incendio mató a 200 ovejas y tres perros.",
        "Fueron detenidos tras 12 horas de búsqueda.",
        "Unos 3.000 vecinos marcharon por el centro.",
        "Los soldados fueron asesinados hace 12 años.",
    ],
)
def test_what_counts_nobody_is_left_out(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    "text",
    ["Murieron 12 personas y otras 30 fueron evacuadas.", "Murieron 12 personas y otras 30 lograron escapar."],
)
def test_a_count_with_a_verb_of_its_own_is_none_of_the_dead(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == [("deaths", "12")]


# --- What a figure says.


@pytest.mark.parametrize(
    ("hedged", "modifier"),
    [
        ("Al menos 17", "at_least"),
        ("Por lo menos 17", "at_least"),
        ("Más de 17", "more_than"),
        ("Hasta 17", "at_most"),
        ("Menos de 17", "less_than"),
        ("Unas 17", "approx"),
        ("Cerca de 17", "approx"),
        ("Entre 15 y 17", "range"),
        ("Decenas de", "vague"),
        ("Diecisiete", "exact"),
    ],
)
def test_hedges(extractor: Extractor, hedged: str, modifier: str) -> None:
    assert only(extractor, f"{hedged} personas murieron en el naufragio.").mention.modifier == modifier


@pytest.mark.parametrize(
    ("when", "low", "high"),
    [
        ("el lunes", date(2023, 1, 9), date(2023, 1, 9)),
        ("el 9 de enero", date(2023, 1, 9), date(2023, 1, 9)),
        ("ayer", date(2023, 1, 10), date(2023, 1, 10)),
        ("el jueves 15 de diciembre", date(2022, 12, 15), date(2022, 12, 15)),
        ("en diciembre de 2022", date(2022, 12, 1), date(2022, 12, 31)),
        ("la semana pasada", date(2023, 1, 2), date(2023, 1, 8)),
    ],
)
def test_days(extractor: Extractor, when: str, low: date, high: date) -> None:
    days = only(extractor, f"Doce personas murieron {when} en Juliaca.").when
    assert days is not None
    assert (days.low, days.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Murieron 12 personas en Juliaca.", ("Juliaca", "Puno", "Peru")),
        ("Murieron 12 personas en la región de Puno.", ("Puno", "Peru")),
        ("Murieron 12 personas cerca de Arequipa.", ("Arequipa", "Peru")),
        ("Murieron 12 personas en el sur de Ucrania.", ("Ukraine",)),
        ("Murieron 12 personas en EE.UU. el lunes.", ("United States",)),
        ("La policía peruana informó que 12 personas murieron en Ilave.", ("Ilave", "Puno", "Peru")),
    ],
)
def test_places_have_one_name_in_all_languages(extractor: Extractor, text: str, path: tuple[str, ...]) -> None:
    place = only(extractor, text).facet("place")
    assert place is not None
    assert place.path == path


def test_each_figure_of_a_list_has_its_place(extractor: Extractor) -> None:
    text = "Han muerto 37 personas: Puno (19), Ayacucho (10), Apurímac (6) y Cusco (2)."
    whole, *parts = extractor.claims(article(text)).claims
    found = [(part.mention.surface, part.facets[0].value, part.scope) for part in parts]
    assert whole.mention.surface == "37"
    assert found == [
        ("19", "Puno", "part"),
        ("10", "Ayacucho", "part"),
        ("6", "Apurímac", "part"),
        ("2", "Cusco", "part"),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Murieron 12 personas, según la fiscalía.", "la fiscalía"),
        ("Murieron 12 personas, informó el Ministerio de Salud.", "Ministerio de Salud"),
        ("El Ministerio de Salud informó que murieron 12 personas.", "El Ministerio de Salud"),
        ("Murieron 12 personas, dijo el alcalde Rubén Mamani en una entrevista.", "alcalde Rubén Mamani"),
        ("Murieron 12 personas, informó el jueves el servicio de prisiones.", "servicio de prisiones"),
        ("El alcalde dijo que la policía halló 12 muertos.", "El alcalde"),
        ("Murieron 12 personas.", None),
    ],
)
def test_sources_stand_before_or_behind_their_verb(extractor: Extractor, text: str, source: str | None) -> None:
    assert only(extractor, text).source == source


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Murieron 20 personas.", "asserted"),
        ("Presuntamente murieron 20 personas.", "alleged"),
        ("El ministro negó que hubieran muerto 20 personas.", "denied"),
    ],
)
def test_how_sure_a_figure_is(extractor: Extractor, text: str, modality: str) -> None:
    assert only(extractor, text).modality == modality


@pytest.mark.parametrize(
    ("text", "noun", "group"),
    [
        ("Murieron 12 soldados peruanos.", "soldados", "soldiers"),
        ("Dos niños heridos fueron llevados a Puno.", "niños", "children"),
        ("Murieron tres víctimas del alud.", "víctimas", "people"),
        ("Hubo 18 muertos.", None, "people"),
    ],
    ids=["adjective behind", "state behind", "of a thing", "the state alone"],
)
def test_the_noun_counted_is_the_first(extractor: Extractor, text: str, noun: str | None, group: str) -> None:
    mention = only(extractor, text).mention
    assert (mention.noun, mention.group) == (noun, group)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Murieron 19 personas, entre ellas dos niños.", ["event", "part"]),
        ("Murieron nueve personas, dos de ellas mujeres.", ["event", "part"]),
        ("Dos de los heridos son menores.", ["part"]),
        ("Entre los muertos hay tres menores de edad.", ["part"]),
        ("El choque dejó al menos 17 muertos y 68 heridos.", ["event", "event"]),
        ("Disparos desde un helicóptero mataron a tres personas.", ["event"]),
        ("Han muerto 60 personas desde diciembre.", ["running_total"]),
        ("Los disturbios causaron 60 muertes desde el 7 de diciembre.", ["running_total"]),
    ],
)
def test_scopes(extractor: Extractor, text: str, scopes: list[str]) -> None:
    assert [claim.scope for claim in extractor.claims(article(text)).claims] == scopes


# --- The pack itself.


@pytest.mark.parametrize("construction", CONSTRUCTIONS["construction"], ids=lambda each: each["id"])
def test_a_construction_reads_its_own_example(engine: Engine, construction: dict[str, str]) -> None:
    text = construction["example"] + "."
    sentences = ArticleText(article(text), "es").sentences
    read = {each.construction for sentence in sentences for _, found in readings(engine, sentence) for each in found}
    assert construction["id"] in read


@pytest.mark.parametrize("chunk", CONSTRUCTIONS["chunk"], ids=lambda each: each["example"])
def test_a_chunk_covers_its_own_example(engine: Engine, chunk: dict[str, str]) -> None:
    (sentence,) = ArticleText(article(chunk["example"]), "es").sentences
    items = engine.itemizer.itemize(sentence.tokens, sentence.figures)
    (piece,) = engine.binder.chunk(items).pieces
    assert (piece.kind, list(piece.also)) == (chunk["id"], chunk.get("also", []))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("persona", "personas"),
        ("mujer", "mujeres"),
        ("juez", "jueces"),
        ("joven", "jóvenes"),
        ("peatón", "peatones"),
        ("víctima mortal", "víctimas mortales"),
        ("agente de policía", "agentes de policía"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert inflection.plural(one, "es") == many
    assert inflection.singular(many, "es") == one


def test_verbs_have_forms_for_number_and_gender() -> None:
    forms = inflection.verb_forms("detenido", "es")
    assert forms.past == ("detuvo", "detuvieron")
    assert forms.third == ("detiene", "detienen")
    assert set(forms.agreeing) == {"detenida", "detenidos", "detenidas"}
    phrase = inflection.verb_forms("hallado muerto", "es")
    assert set(phrase.agreeing) == {"hallada muerta", "hallados muertos", "halladas muertas"}
    assert inflection.verb_forms("se ahogaron", "es").past == ("se ahogaron",)


# --- Languages side by side.


def test_articles_in_two_languages_contradict_each_other(rules: tuple[Rule, ...], extractor: Extractor) -> None:
    spanish = article("El 9 de enero murieron 17 personas en Juliaca.", id="es")
    english = article("On January 9, 21 people were killed in Juliaca.", lang="en", id="en")
    found = compare(tuple(map(extractor.claims, (spanish, english))), rules).discrepancies
    assert [(each.kind, each.quantity, each.severity) for each in found] == [("value_conflict", "deaths", "conflict")]


def test_articles_in_two_languages_agree(rules: tuple[Rule, ...], extractor: Extractor) -> None:
    spanish = article("El 9 de enero murieron al menos 17 personas en Perú, en la ciudad de Juliaca.", id="es")
    english = article("On January 9, 18 people were killed in Juliaca, Peru.", lang="en", id="en")
    assert compare(tuple(map(extractor.claims, (spanish, english))), rules).discrepancies == ()


def test_a_language_without_a_pack_is_told_and_not_read(extractor: Extractor) -> None:
    french = article("Dix-sept personnes sont mortes lundi \u00e0 Juliaca; 12 killed.", lang="fr")
    read = extractor.claims(french)
    assert (read.claims, read.names, read.mentions) == ((), (), 0)
    assert read.notes == ("a.jsonl: no language pack for “fr”: not read",)
    assert extractor.tallies(french) == ()
