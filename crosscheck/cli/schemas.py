"""The command that prints what machines may rely on."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from crosscheck.cli.app import app
from crosscheck.cli.options import Output
from crosscheck.cli.output import publish


@app.command()
def schema(
    name: Annotated[
        Literal["claim", "mention", "report", "discrepancy", "explanation", "rules"],
        typer.Argument(help="What to describe."),
    ],
    output: Output = None,
) -> None:
    """Print the JSON Schema of a record that the command prints, or of a rule file."""
    import json

    from crosscheck.reporting.schema import SCHEMAS
    from crosscheck.rules.schema import schema as rule_schema

    described = rule_schema() if name == "rules" else SCHEMAS[name]()
    publish([json.dumps(described, indent=2, ensure_ascii=False), "\n"], output)
