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
        Literal["claim", "mention", "report", "discrepancy", "explanation", "rules", "configuration"],
        typer.Argument(help="What to describe."),
    ],
    output: Output = None,
) -> None:
    """Print the JSON Schema of a record or of a file.

    Records are what the commands print as JSON; files are rules and crosscheck.toml.
    """
    import json

    from crosscheck.configuration.grammar import schema as configuration
    from crosscheck.reporting.schema import SCHEMAS
    from crosscheck.rules.schema import schema as rule_schema

    described = {"rules": rule_schema, "configuration": configuration, **SCHEMAS}[name]()
    publish([json.dumps(described, indent=2, ensure_ascii=False), "\n"], output)
