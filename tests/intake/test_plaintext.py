"""Text files of one article and of many, in the shapes in which people keep them."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake.plaintext import read_plain
from crosscheck.intake.words import words
from crosscheck.model import Article, Span
from tests.intake.archives import BUS, FIRST, LAKE, ROAD, SECOND, THIRD, articles, bodies, notes, told

MARCH_3, MARCH_5, MARCH_7 = date(2022, 3, 3), date(2022, 3, 5), date(2022, 3, 7)
THREE = [
    (FIRST, "Ana Ruiz", "Valley Courier", MARCH_3),
    (SECOND, None, "Andes Wire", MARCH_5),
    (THIRD, "Tom Hale", None, MARCH_7),
]


def archive(separator: str, *, lead: str = "", footers: tuple[str, str, str] = ("", "", "")) -> str:
    pieces = (
        f"{FIRST}\n\nBy Ana Ruiz – Valley Courier – March 3, 2022\n\n{ROAD}{footers[0]}",
        f"{SECOND}\n\nAndes Wire | March 5, 2022\n\n{BUS}{footers[1]}",
        f"{THIRD}\n\nBy Tom Hale | 07.03.2022\n\n{LAKE}{footers[2]}",
    )
    return lead + separator.join(pieces) + "\n"


BLOG = archive(
    "\n\n",
    lead="The Valley Log\n\nΝΕΑ\n\n",
    footers=(
        "\n\nMarch 4, 2022 Posted by | Roads, Mines | , | Leave a comment",
        "\n\nMarch 9, 2022 Posted by | Roads | 1 Comment",
        "\n\nMarch 9, 2022 Posted by | Water | , , | Leave a comment",
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BLOG, id="blog-page"),
        pytest.param(archive("\n\n"), id="nothing-between"),
        pytest.param(archive("\n\n-----\n\n"), id="dashes"),
        pytest.param(archive("\n\n* * *\n\n"), id="stars"),
        pytest.param(archive("\n=====\n"), id="rule-without-blank-lines"),
        pytest.param(archive("\n\f"), id="form-feed"),
        pytest.param(archive("\n\n\n\n"), id="blank-lines"),
        pytest.param(archive("\n\n", lead="\n\n\n"), id="blank-lines-first"),
        pytest.param(BLOG.replace("\n", "\r\n"), id="windows-lines"),
        pytest.param(BLOG.replace("\n", "\r"), id="old-lines"),
        pytest.param(archive("\n").replace("\n\n", "\n"), id="no-blank-lines-at-all"),
        pytest.param(BLOG.replace(" ", "\xa0"), id="unbroken-spaces"),
        pytest.param(
            "".join(f"-----\nDocument {n} of 3\n\n{each}" for n, each in enumerate(archive("\f").split("\f"), start=1)),
            id="numbered-documents",
        ),
        pytest.param(
            "".join(f"{n}. {each}\n" for n, each in enumerate(archive("\f").split("\f"), start=1)), id="numbers"
        ),
        pytest.param("\n\n".join(f"## {each}" for each in archive("\f").split("\f")), id="headings-of-markdown"),
        pytest.param("\n".join(textwrap.fill(line, 60) for line in BLOG.split("\n")), id="wrapped"),
    ],
)
def test_archives(text: str) -> None:
    assert told(text) == THREE


def test_bodies_leave_out_titles_bylines_footers_and_the_name_of_the_page() -> None:
    assert bodies(BLOG) == [ROAD, BUS, LAKE]


def test_a_slice_goes_from_the_title_to_the_footer() -> None:
    first, second, third = articles(BLOG)
    assert first.text.startswith(FIRST)
    assert first.text.endswith("| Leave a comment")
    assert second.text.endswith("| 1 Comment")
    assert third.origin.start == BLOG.index(THIRD)


def test_ids_are_the_path_and_the_order() -> None:
    assert [article.publication.id for article in articles(BLOG)] == ["a.txt#1", "a.txt#2", "a.txt#3"]
    assert [article.publication.id for article in articles(f"{FIRST}\n\n{ROAD}")] == ["a.txt"]


def test_places_are_those_of_the_file() -> None:
    second = articles(BLOG)[1]
    start = second.text.index("Twelve")
    place = second.locate(Span(start, start + 6))
    assert BLOG[place.start : place.end] == "Twelve"
    line = BLOG.split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == "Twelve"
    assert place.line == place.end_line


OTHER_SHAPES = [
    pytest.param(
        f"{FIRST}\nBy Ana Ruiz, Valley Courier\nMarch 3, 2022\n\n{ROAD}\n\n-----\n\n{SECOND}\nBy Tom Hale\n\n{BUS}",
        [(FIRST, "Ana Ruiz", "Valley Courier", MARCH_3), (SECOND, "Tom Hale", None, None)],
        id="byline-on-two-lines-and-one-without-a-day",
    ),
    pytest.param(
        f"{FIRST}\nBy Ana Ruiz\nValley Courier\nMarch 3, 2022 10:30 am GMT | 5 min read\n\n{ROAD}",
        [(FIRST, "Ana Ruiz", "Valley Courier", MARCH_3)],
        id="byline-on-three-lines",
    ),
    pytest.param(
        f"{FIRST}\n\nCUSCO, March 3, 2022 (Andes Wire) - {ROAD}\n\n"
        f"{SECOND}\n\nPUNO, March 5, 2022 (Andes Wire) - {BUS}",
        [(FIRST, None, "Andes Wire", MARCH_3), (SECOND, None, "Andes Wire", MARCH_5)],
        id="agency-datelines",
    ),
    pytest.param(
        f"Title: {FIRST}\nAuthor: Ana Ruiz\nDate: 2022-03-03\nSource: Valley Courier\n\n{ROAD}\n\n===\n"
        f"Title: {SECOND}\nAuthor: Tom Hale\nDate: 2022-03-05\nSource: Andes Wire\n\n{BUS}",
        [(FIRST, "Ana Ruiz", "Valley Courier", MARCH_3), (SECOND, "Tom Hale", "Andes Wire", MARCH_5)],
        id="labelled-fields",
    ),
    pytest.param(
        f"3 March 2022 | Valley Courier\n{FIRST}\n\n{ROAD}\n\n5 March 2022 | Valley Courier\n{SECOND}\n\n{BUS}",
        [(FIRST, None, "Valley Courier", MARCH_3), (SECOND, None, "Valley Courier", MARCH_5)],
        id="days-above-titles",
    ),
    pytest.param(
        f"The Valley Log\nRoads and water\n\n{FIRST}\nPosted on March 3, 2022 by Ana | 3 Comments\n\n{ROAD}\n\n"
        f"{SECOND}\nPosted on March 5, 2022 by Ana | Leave a comment\n\n{BUS}",
        [(FIRST, "Ana", None, MARCH_3), (SECOND, "Ana", None, MARCH_5)],
        id="footer-shapes-below-titles",
    ),
    pytest.param(
        f"{FIRST}\n\n{ROAD}\n\nMarch 3, 2022 Posted by | Roads | 3 Comments\n\n{SECOND}\n\n{BUS}\n\n"
        "Filed under: Roads\nMarch 5, 2022 | Leave a comment\n\n« Older posts\n",
        [(FIRST, None, None, MARCH_3), (SECOND, None, None, MARCH_5)],
        id="days-in-footers-alone",
    ),
    pytest.param(
        f"{FIRST}\n3 March 2022\n\n{ROAD}\n\f{SECOND}\n5 March 2022\n\n{BUS}",
        [(FIRST, None, None, MARCH_3), (SECOND, None, None, MARCH_5)],
        id="bare-days-below-form-feeds",
    ),
    pytest.param(
        f"{FIRST}\n\n3 March 2022\n\n{ROAD}\n\n\n\n{SECOND}\n\n5 March 2022\n\n{BUS}",
        [(FIRST, None, None, MARCH_3), (SECOND, None, None, MARCH_5)],
        id="bare-days-below-blank-lines",
    ),
    pytest.param(
        f"{FIRST}\n\n“We stay,” a miner said. | Photo: Rosa Quispe\nteleValle | March 3, 2022\n\n{ROAD}\n\n"
        f"{SECOND}\n\nThe pass on Friday. Picture: fire service\n\nteleValle | March 5, 2022\n\n{BUS}",
        [(FIRST, None, "teleValle", MARCH_3), (SECOND, None, "teleValle", MARCH_5)],
        id="captions-above-bylines",
    ),
    pytest.param(
        f"{FIRST}\n\n{ROAD}\n\n{SECOND}\n\nBy Tom Hale | March 5, 2022\n\n{BUS}",
        [(FIRST, None, None, None), (SECOND, "Tom Hale", None, MARCH_5)],
        id="only-the-second-has-a-byline",
    ),
    pytest.param(
        f"{FIRST}\n{'=' * len(FIRST)}\nMarch 3, 2022\n\n{ROAD}\n\n-----\n\n{SECOND}\n{'=' * len(SECOND)}\n"
        f"March 5, 2022\n\n{BUS}",
        [(FIRST, None, None, MARCH_3), (SECOND, None, None, MARCH_5)],
        id="underlined-titles",
    ),
    pytest.param(
        f"https://valley.example/road\n{FIRST}\nMarch 3, 2022\n\n{ROAD}",
        [(FIRST, None, None, MARCH_3)],
        id="address-above-the-title",
    ),
    pytest.param(
        f"Fire in Callao – March 2, 2022\nBy Ana Ruiz | Valley Courier | March 3, 2022\n\n{ROAD}",
        [("Fire in Callao – March 2, 2022", "Ana Ruiz", "Valley Courier", MARCH_3)],
        id="title-shaped-as-a-byline",
    ),
]


TITLES = [
    "3 dead, 2 hurt as bus falls at the pass",
    "17 found in the lake",
    "iron mine shut after vote",
    "Is the road open?",
    "“We stay,” miners say",
    "Driver accused of leaving the...",
    "Bus falls at the pass.",
    "BUS FALLS AT THE PASS",
    "Peru: bus falls at the pass",
    "Credit dries up in the valley",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("separator", ["\n\n-----\n\n", "\n\nMarch 4, 2022 Posted by | Roads | Leave a comment\n\n"])
def test_titles_of_any_kind_below_a_boundary(title: str, separator: str) -> None:
    text = f"{FIRST}\n\nAndes Wire | March 3, 2022\n\n{ROAD}{separator}{title}\n\nBy Tom Hale | March 5, 2022\n\n{BUS}"
    assert told(text)[1] == (title, "Tom Hale", None, MARCH_5)
    assert bodies(text) == [ROAD, BUS]


@pytest.mark.parametrize("title", [title for title in TITLES if not title.endswith(".") and title[0] != "i"])
def test_titles_of_most_kinds_amid_text(title: str) -> None:
    text = f"{FIRST}\n\nAndes Wire | March 3, 2022\n\n{ROAD}\n\n{title}\n\nBy Tom Hale | March 5, 2022\n\n{BUS}"
    assert told(text)[1] == (title, "Tom Hale", None, MARCH_5)


def test_a_list_of_films_may_stand_between_byline_and_text() -> None:
    films = "\n\n".join(f"{n}:15 The valley in pictures, part {n}" for n in range(12))
    head = f"{FIRST}\n\nAndes Wire | March 3, 2022\n\n{ROAD}"
    text = f"{head}\n\n{SECOND}\n\nBy Tom Hale | March 5, 2022\n\n{films}\n\n{BUS}"
    assert told(text)[1] == (SECOND, "Tom Hale", None, MARCH_5)


@pytest.mark.parametrize(("text", "expected"), OTHER_SHAPES)
def test_other_shapes(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert told(text) == expected


ONE_ARTICLE = [
    pytest.param(f"{ROAD}\n\nUpdated March 4, 2022\n\n{BUS}", id="update"),
    pytest.param(
        f"{ROAD}\n\nMiners on the bridge\nPhoto: Rosa Quispe | Andes Wire | March 2, 2022\n\n{BUS}", id="credit"
    ),
    pytest.param(f"{ROAD}\n\nMiners on the bridge\nRosa Quispe / AW, March 2, 2022\n\n{BUS}", id="slashed-credit"),
    pytest.param(f"{ROAD}\n\nWhat comes next\n\n{BUS}\n\nMarch 5, 2022\n\n{LAKE}", id="bare-day"),
    pytest.param(f"{ROAD}\n\nMarch 5, 2022: the bus falls\n\n{BUS}", id="timeline"),
    pytest.param(f"{ROAD}\n\nDay three\n\nJuliaca – March 5, 2022\n\n{BUS}", id="diary"),
    pytest.param(f"{ROAD}\n\n* * *\n\n{BUS}", id="scene-break"),
    pytest.param(f"{ROAD}\n\n* * *\n\nAfter the vote\n\n{BUS}", id="scene-break-and-subheading"),
    pytest.param(
        f"{ROAD}\n\nDeaths by region\n\nSource: Health Ministry, March 5, 2022\n\n{BUS}", id="source-of-a-table"
    ),
    pytest.param(f"{ROAD}\n\n“We stay until they go\n\n— Rosa Quispe, March 5, 2022\n\n{BUS}", id="signed-quotation"),
    pytest.param(f"{ROAD}\n\nPolice asked for calm\nValley Police (@valleypolice) March 5, 2022\n\n{BUS}", id="handle"),
    pytest.param(f"{ROAD}\n\nShare this: Mail\n\n{BUS}", id="buttons-in-the-middle"),
    pytest.param(f"{ROAD}\n\nBy Monday the valley was quiet again\n\n{BUS}", id="by"),
    pytest.param(
        f"{ROAD}\n\nLocation: 3300 South Road\nDate: March 2, 2022\nTime: 10:30\n\n{BUS}", id="record-of-a-patrol"
    ),
    pytest.param(f"{ROAD}\n\nRosa Quispe, 1960 – 2022\n\n{BUS}", id="years"),
]


@pytest.mark.parametrize("rest", ONE_ARTICLE)
def test_a_running_article_is_not_cut(rest: str) -> None:
    text = f"{FIRST}\n\nBy Ana Ruiz | Valley Courier | March 3, 2022\n\n{rest}\n"
    assert told(text) == [(FIRST, "Ana Ruiz", "Valley Courier", MARCH_3)]
    assert bodies(text) == [rest]


@pytest.mark.parametrize("rest", ONE_ARTICLE)
def test_a_running_article_without_a_day_is_not_cut_either(rest: str) -> None:
    assert told(f"{FIRST}\n\n{rest}\n") == [(FIRST, None, None, None)]


def test_the_byline_comes_before_the_footer() -> None:
    text = f"{FIRST}\n\nValley Courier – 03.03.2022\n\n{ROAD}\n\nMarch 9, 2022 Posted by | Roads | Leave a comment"
    assert told(text) == [(FIRST, None, "Valley Courier", MARCH_3)]


def test_a_caption_is_body_and_no_title() -> None:
    text = f"{FIRST}\n\n“We stay,” a miner said. | Photo: Rosa Quispe\nteleValle | March 3, 2022\n\n{ROAD}"
    assert bodies(text) == [f"“We stay,” a miner said. | Photo: Rosa Quispe | {ROAD}"]


def test_a_deck_is_body_below_the_title() -> None:
    deck = "Police and miners cannot agree, and the town runs out of bread"
    text = f"{FIRST}\n\n{deck}\n\nBy Ana Ruiz\nMarch 3, 2022\n\n{ROAD}"
    assert told(text) == [(FIRST, "Ana Ruiz", None, MARCH_3)]
    assert bodies(text) == [f"{deck} | {ROAD}"]


def test_an_address_above_the_title_is_kept() -> None:
    (article,) = articles(f"https://valley.example/road\n{FIRST}\nMarch 3, 2022\n\n{ROAD}")
    assert article.publication.url == "https://valley.example/road"


def test_a_text_without_title_or_day_is_one_article() -> None:
    assert told(ROAD) == [(None, None, None, None)]
    assert bodies(ROAD) == [ROAD]


def test_a_heading_alone_is_read_as_text() -> None:
    assert told(FIRST) == [(None, None, None, None)]
    assert bodies(FIRST) == [FIRST]


def test_a_signature_dates_an_article_without_a_byline() -> None:
    text = f"{FIRST}\n\n{ROAD}\n\nAna Ruiz, March 5, 2022\n"
    assert told(text) == [(FIRST, "Ana Ruiz", None, MARCH_5)]
    assert bodies(text) == [ROAD]


def test_a_change_is_the_day_where_nothing_else_stands() -> None:
    assert told(f"{FIRST}\nUpdated March 5, 2022\n\n{ROAD}") == [(FIRST, None, None, MARCH_5)]


def test_a_dateline_without_a_year_leaves_the_article_undated_and_says_so() -> None:
    text = f"\n{FIRST}\n\nCUSCO, March 3 (Andes Wire) - {ROAD}"
    assert told(text) == [(FIRST, None, "Andes Wire", None)]
    (note,) = notes(text)
    assert (note.path, note.line, note.column) == ("a.txt", 2, 1)
    assert "“March 3” is no whole date" in note.reason


def test_a_footer_lends_a_dateline_its_year() -> None:
    text = f"{FIRST}\n\nCUSCO, Dec 30 (Andes Wire) - {ROAD}\n\nJanuary 2, 2023 Posted by | Roads | Leave a comment"
    assert told(text) == [(FIRST, None, "Andes Wire", date(2022, 12, 30))]
    assert not notes(text)


def test_a_byline_wins_over_an_agency_dateline_that_fills_what_it_lacks() -> None:
    text = f"{FIRST}\nBy Ana Ruiz\nMarch 3, 2022\n\nCUSCO, March 2 (Andes Wire) - {ROAD}"
    assert told(text) == [(FIRST, "Ana Ruiz", "Andes Wire", MARCH_3)]


LINES = st.sampled_from(
    [
        "",
        "",
        "-----",
        "\f",
        FIRST,
        SECOND,
        "By Ana Ruiz",
        "Andes Wire | March 5, 2022",
        "March 5, 2022",
        "March 4, 2022 Posted by | Roads | Leave a comment",
        "Photo: Rosa Quispe",
        "CUSCO, March 3, 2022 (Andes Wire) - Nine people were hurt.",
        "Nine people were hurt on the road to the south on Tuesday, a nurse at the hospital of the valley said.",
        "  Two died.\xa0",
        "• a point",
        "Title: Nine hurt",
        "https://valley.example/road",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(LINES, max_size=25).map("\n".join)))
def test_every_part_lies_in_its_article_and_every_article_in_its_file(text: str) -> None:
    text = text.replace("\0", "")
    last = 0
    for article in articles(text):
        start = article.origin.start
        assert start is not None
        assert start >= last
        last = start + len(article.text)
        end = 0
        for part in article.parts:
            assert part.field == "text"
            assert end <= part.start < part.end <= len(article.text)
            assert article.text[part.start : part.end].strip()
            end = part.end


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert list(read_plain(text, "a.txt", words("en"))) == list(read_plain(text, "a.txt", words("en")))


def test_pages_put_together_do_not_take_the_name_of_the_site_for_titles() -> None:
    titles = (FIRST, SECOND, THIRD)
    text = BLOG
    for number in range(2, 40):
        page = BLOG
        for title in titles:
            page = page.replace(title, f"{title} ({number})")
        text += page
    found = [each for each in read_plain(text, "a.txt", words("en")) if isinstance(each, Article)]
    assert len(found) == 117
    assert [each.publication.title for each in found[:3]] == list(titles)
    assert [each.publication.title for each in found[-3:]] == [f"{title} (39)" for title in titles]
