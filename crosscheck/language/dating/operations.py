"""The operations that a language's date patterns may name."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.language.dating import clock, compounds, days, lengths, numeric, periods, weekdays, workdays
from crosscheck.language.dating.readings import Found, Reading, Scene

Operation = Callable[[Found, Scene], Reading | None]

OPERATIONS: dict[str, Operation] = {
    "day": days.on_day,
    "numeric": numeric.in_digits,
    "slash": numeric.in_slash,
    "day_of_turn": days.on_day_of_turn,
    "day_alone": days.on_day_alone,
    "day_listed": days.on_day_listed,
    "days": days.days_in_a_row,
    "weekday": weekdays.on_weekday,
    "weekdays_away": weekdays.weekdays_away,
    "nth_weekday": weekdays.on_nth_weekday,
    "holiday": weekdays.on_holiday,
    "name": weekdays.nothing,
    "shift": lengths.by_shift,
    "overnight": lengths.overnight,
    "weekend": lengths.on_weekend,
    "rolling": lengths.rolling,
    "away": lengths.away,
    "within": lengths.within,
    "running": compounds.running,
    "weekend_with": compounds.weekend_with,
    "week_number": periods.in_week_number,
    "moments": lengths.moments,
    "month": periods.in_month,
    "months": periods.in_months,
    "year": periods.in_year,
    "years": periods.in_years,
    "decade": periods.in_decade,
    "century": periods.in_century,
    "season": periods.in_season,
    "quarter": periods.in_quarter,
    "half_year": periods.in_half,
    "clock": clock.at_time,
    "clocks": clock.between_times,
    "part": compounds.part_of,
    "until_now": compounds.until_now,
    "from_now": compounds.from_now,
    "same": compounds.same,
    "nth": compounds.nth_of,
    "holding": compounds.holding,
    "from": compounds.from_day,
    "span": compounds.span,
    "stretch": compounds.stretch,
    "days_of_week": compounds.days_of_week,
    "weekday_from": weekdays.weekday_from,
    "weekday_away": weekdays.weekday_away,
    "slashes": numeric.in_slashes,
    "workdays": workdays.away,
    "workdays_running": workdays.running,
    "workweek": workdays.in_week,
}
