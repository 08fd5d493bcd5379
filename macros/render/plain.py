"""Pieces as plain text, for files that are no pages: 主任或授权副主任（其中之一、主持）."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.render import pieces

Phrase = Callable[..., str]
"""The interface's phrases in one language, by key: `desk.ui`."""


def party(it: pieces.PartyPiece, ui: Phrase) -> str:
    """Return several roles with the words between them, how they stand to one another, and as what."""
    names = "".join(f"{before}{link.text}" for before, link in it.names)
    marks = [it.relation.label] if it.relation else []
    if it.capacity.value != "responsible":  # what one does who is named and nothing more
        marks.append(it.capacity.label)
    return names + (ui("in_brackets", text=ui("list_comma").join(marks)) if marks else "")


def places(quotes: Iterable[pieces.Quote], ui: Phrase) -> str:
    """Return the provisions that quotes stand in, each once."""
    return ui("list_comma").join(dict.fromkeys(quote.at.text for quote in quotes))


def fact(it: pieces.Fact, ui: Phrase, cite: bool = True) -> str:
    """Return what a fact says, who it is about and where it stands, or that it is not stated."""
    if it.unstated:
        return it.unstated
    who = [party(each, ui) for each in it.parties] + [link.text for link in it.names]
    tags = ui("list_comma").join(tag.label for tag in it.tags)
    said = f"{tags}{ui('comma_after')}{it.text}" if tags and it.text else it.text or tags
    if it.condition:
        said = f"{it.condition}{ui('colon')}{said}"
    out = ui("colon").join(part for part in (ui("semicolon").join(who), said) if part)
    marks = [places(it.quotes, ui) if cite else "", ui("inferred") if it.standing.inferred else ""]
    return out + "".join(ui("in_brackets", text=mark) for mark in marks if mark)


def open_question(it: pieces.Question | None, ui: Phrase) -> str:
    """Return an open question as such; nothing for none."""
    return f"{ui('question')}{ui('colon')}{it.link.text}" if it else ""


def questions(it: pieces.Fact) -> tuple[pieces.Question, ...]:
    """Return every question a fact asks, that of its parties too, each once."""
    asked = [each.question for each in it.parties] + [it.question]
    return tuple(dict.fromkeys(question for question in asked if question))
