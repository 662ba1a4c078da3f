"""The operations that a language's date patterns may name."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.language import clock, date_compounds, date_days, date_spans
from crosscheck.language.date_readings import Found, Reading, Scene

Operation = Callable[[Found, Scene], Reading | None]

OPERATIONS: dict[str, Operation] = {
    "day": date_days.on_day,
    "numeric": date_days.in_digits,
    "slash": date_days.in_slash,
    "day_of_turn": date_days.on_day_of_turn,
    "day_alone": date_days.on_day_alone,
    "days": date_days.days_in_a_row,
    "weekday": date_days.on_weekday,
    "weekdays_away": date_days.weekdays_away,
    "nth_weekday": date_days.on_nth_weekday,
    "holiday": date_days.on_holiday,
    "name": date_days.nothing,
    "shift": date_spans.by_shift,
    "overnight": date_spans.overnight,
    "weekend": date_spans.on_weekend,
    "rolling": date_spans.rolling,
    "away": date_spans.away,
    "within": date_spans.within,
    "running": date_compounds.running,
    "moments": date_spans.moments,
    "month": date_spans.in_month,
    "year": date_spans.in_year,
    "years": date_spans.in_years,
    "decade": date_spans.in_decade,
    "century": date_spans.in_century,
    "season": date_spans.in_season,
    "quarter": date_spans.in_quarter,
    "half_year": date_spans.in_half,
    "clock": clock.at_time,
    "clocks": clock.between_times,
    "part": date_compounds.part_of,
    "until_now": date_compounds.until_now,
    "from_now": date_compounds.from_now,
    "same": date_compounds.same,
    "nth": date_compounds.nth_of,
    "holding": date_compounds.holding,
    "from": date_compounds.from_day,
    "span": date_compounds.span,
}
