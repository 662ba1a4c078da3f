"""What fuzzed inputs are put together from: pieces that articles, records, rules and commands are made of."""

from __future__ import annotations

NUMBERS = (
    "17", "seventeen", "1,234.5", "1.234,5", "0", "00", "-3", "1e9", "½", "2½", "1/2", "12:30", "1-2", "1–2", "3rd",
    "３４", "٣٤", "१७", "9" * 46, "dozens", "two-thirds", "40%", "XIV", "1,2,3",
    "10.01.2023", "1.2.3.4", "million", "hundred", "thousand", "1'000", "1\u202f000", "1\xa0000", "1\xad7",
    "1\u200b7", "+", "²", "①",
)  # fmt: skip
HEDGES = (
    "about", "at least", "more than", "up to", "nearly", "some", "between", "from", "to", "and", "or", "not", "no",
    "over", "under", "exactly", "as many as", "so far",
)  # fmt: skip
CUES = (
    "killed", "dead", "died", "deaths", "death toll", "injured", "wounded", "missing", "arrested", "protesters",
    "soldiers", "people", "dollars", "$", "€", "km", "°C", "in favour", "against", "abstentions", "approve",
    "disapprove", "poll", "magnitude", "earthquake", "troops", "displaced", "homes", "cases", "miles", "years old",
    "aged", "strike", "were", "was", "has been", "who", "which", "said", "according to", "reported", "the other",
    "of whom", "another", "each", "percent",
)  # fmt: skip
DAYS = (
    "Monday", "last Thursday", "yesterday", "May 5", "May 5 2023", "31 February", "2023-01-09", "January", "in 2023",
    "two days ago", "overnight", "since December 7", "from April to June", "the week", "Easter", "0000-00-00",
    "9999-12-31", "30 February 2023", "the 1990s", "noon",
)  # fmt: skip
PLACES = (
    "Juliaca", "Puno", "Peru", "Cologne", "the region", "the city", "Lima", "Washington", "São Paulo", "St. John's",
    "Ana Ruiz", "Gen. Díaz", "U.S.",
)  # fmt: skip
SPANISH = (
    "17 muertos", "resultaron heridas", "el lunes", "al menos", "personas", "murieron", "dos millones",
    "el 9 de enero", "ayer", "según", "detenidos",
)  # fmt: skip
MARKS = (
    ".", ",;", ":", "!", "?", "…", "-", "–", "—", "(", ")", "[", "]", "{", "}", "“", "”", '"', "'", "’", "«", "»",
    "*", "**", "_", "`", "```", "~~~", "#", "##", ">", "|", "---", "***", "===", "<b>", "<!--", "-->", "&amp;",
    "![](a)", "[a](b)", "http://a.b/c", "a@b.c", "::error::", "##[error]", "\\", "/", "%", "&", "@", "^", "~", "=", "<",
)  # fmt: skip
ODD = (
    "\x00", "\x01", "\x07", "\x08", "\x1b[31m", "\x1b]0;a", "\x9b2J", "\x7f",
    "\x85", "\xa0", "\xad", "\u0301", "\u0300\u0301", "\u061c",
    "\u200b", "\u200c", "\u200d", "\u200e", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\ufeff", "�",
    "\uffff", "😀", "\U0010ffff", "ﬁ", "İ", "ı", "ẞ", "ǅ", "\u0345", "\u3000", "\u2009", "\ue000",
)  # fmt: skip
BREAKS = (
    "\n", "\n\n", "\r\n", "\r", "\n---\n", "\n\n\n", "\t", "    ", "\x0b", "\x0c", "\x1c", " ", " ", " ",
)  # fmt: skip
HEADS = (
    "---\npublished: 2023-01-10\n---\n", "---\ntitle: Nine dead\noutlet: Post\nlang: es\n---\n",
    "+++\ndate = 2023-01-10\n+++\n", "---\ntitle: [a, b\n", "By Ana Ruiz | May 5, 2023\n\n", "# A title\n\n",
    "\ufeff", "LIMA, Peru (AP) — ", "Posted on May 5, 2023\n",
)  # fmt: skip
ARTICLE = (NUMBERS, HEDGES, CUES, DAYS, PLACES, SPANISH, MARKS, ODD)
RECORD = (
    '{"text": "Nine dead."}', '"text"', '"title"', '"published"', '"lang"', '"id"', '"author"', '"2023-01-10"',
    '"es"', ":", ",", "{", "}", "[", "]", "null", "true", "1", "1e999", "-0", "NaN",
    "9" * 5000,
    '"\\ud800"', '"\\u0000"', '"\\', "\n", '{"text": "On Monday 17 people were killed.", "published": "2023-01-10"}',
    '"Nine people were hurt."',
    "[" * 3000,
    "\x00",
)  # fmt: skip
RULE = (
    'title = "Trees felled"\n', 'unit = "trees"\n', 'scope = ["event"]\n', 'facets = ["place", "when"]\n',
    "[words.en]\n", 'noun = ["trees"]\n', 'participle = ["felled"]\n', 'idiom = ["{n} trees [were] (cut|felled)"]\n',
    "[[pattern]]\n", 'text = "{n} {noun} … felled"\n', "[compare]\n", 'approximate = "10%"\n', "at_most = 100\n",
    "[[example]]\n", "published = 2024-03-12\n", 'claims = [{ surface = "40" }]\n', "[[counterexample]]\n",
    "[[case]]\n", 'expect = "agree"\n', "enabled = false\n", "=", '"', "'", '"""', "[", "]", "{", "}", "\n", "#", ".",
    ",", "1e999999999", "nan", "inf", "0x1F", "true", "2024-13-40", "1979-05-27T07:32:00Z", "\\u0000", "\\", "\x00",
    "[" * 500,
    "a.b.c = 1\n", "extend = ['x']\n", "sum_of_parts = 1\n",
)  # fmt: skip
SETTINGS = (
    'paths = ["a.md"]\n', 'rules = ["rule.toml"]\n', 'extend-rules = ["folder"]\n', 'language = "es"\n',
    'select = ["deaths"]\n', 'ignore = ["injured"]\n', 'fail-on = "tension"\n', 'vagueness = "acled"\n',
    "[limits]\n", "seconds = 1\n", "nesting = 0\n", "article = 99999999999999999999\n", "[severity]\n",
    'deaths = "note"\n', "[[place]]\n", "[[event]]\n", 'name = "Juliaca"\n', 'of = "Puno"\n', 'within = "Peru"\n',
    'place = "Lima"\n', "when = 2023-01-09\n", 'aliases = ["the massacre"]\n', "[[accepted]]\n",
    'id = "635a66b707f8"\n', 'reason = "so"\n', 'by = ""\n', "on = 2023-01-10\n", "[tool.crosscheck]\n",
    "=", '"', "'", "[", "]", "{", "}", "\n", "#", ".", ",", "true", "nan", "1e999999999", "-1", "0x1F", "\x00", "\\",
    "[" * 500,
    'extend = "fuzzed.toml"\n', '["\u202e"]\n',
)  # fmt: skip
PHRASE = (
    "{n}", "{noun}", "{place}", "{when}", "{n side=for}", "{n:place}", "{!n}", "{<n}", "{>noun}", "{", "}", "(", ")",
    "[", "]", "|", "*", "*3", "*?2", "…", "...", "\\", "killed", "were", "a-b", "-", "(a|b)", "[x]", "[x]*", " ",
    "  ", "\t", "\x00", "é", "(" * 12, "[(a|b)]*6", "[[[[x]*]*]*]*",
)  # fmt: skip
ARGUMENTS = (
    "report", "extract", "mentions", "compare", "explain", "schema", "rules", "list", "show", "test", "new", "--help",
    "-h", "--version", "--format", "json", "jsonl", "terminal", "table", "--output", "-o", "out", "--fail-on", "note",
    "never", "--exit-zero", "--show-compatible", "--rules", "--extend-rules", "--jobs", "1", "0", "--no-cache",
    "--stdin-date", "2023-01-10", "2023-02-30", "--color", "always", "-q", "-v", "-", "--", "a.md", "b.txt",
    "c.jsonl", "none", "folder", "rule.toml", "a.md:5", "a.md:999", "a.md:0", "-:1", ":1", "a.md:1:1", "--with",
    "deaths", "deahts", "claim", "", " ", "\x00", "é", "=", "--=", "--format=json", "--jobs=99999999999999999999",
    "-oq", "claims.jsonl", "config.toml", "accept", "check", "--config",
    "x" * 300,
)  # fmt: skip
