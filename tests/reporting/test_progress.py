"""The bar watches and never changes what it watches."""

from __future__ import annotations

import pytest

from crosscheck.reporting import progress


def test_short_runs_show_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress.watched("abc", len, lambda: pytest.fail("asked"))) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("total", [3, None], ids=["known", "unknown"])
def test_long_runs_show_a_bar_on_standard_error(
    total: int | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_LONG", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(progress.watched("abc", len, lambda: total)) == ["a", "b", "c"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading" in err
