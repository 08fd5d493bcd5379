"""Roles, terms, meetings and documents bear names the text uses; what a term leads to bears its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.checks._english import counted, stems
from macros.checks._tools import clip, names_of, quoted
from macros.checks.phrases import pairs_of, share
from macros.model import Code, Document, Finding, Meeting, Role, Rulebook, Term

NAME = Code("name-not-in-words", "error", "名称与引文不符", "A name is not in the words it rests on")
LINK = Code(
    "term-leads-elsewhere", "error", "术语指向别的东西", "A term leads to what does not bear its name"
)
NO_LINK = Code(
    "term-without-link", "warning", "术语没有指向同名的东西", "A term does not lead to what bears its name"
)
ENGLISH = Code(
    "name-not-in-translations", "warning", "译文都没有用这个英文名", "No translation uses a name's English"
)

CODES = (NAME, LINK, NO_LINK, ENGLISH)

_BRACKETS = re.compile("[（(]([^（）()]*)[）)]")
_TOO_LITTLE = 0.5
_HARDLY = 0.4


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every name, then at what terms lead to."""
    things: list[Role | Meeting | Term] = [
        *rulebook.roles.values(),
        *rulebook.meetings.values(),
        *rulebook.terms.values(),
    ]
    for thing in things:
        yield from _in_words(rulebook, thing)
        yield from _in_translations(rulebook, thing)
    for document in rulebook.documents.values():
        words = "".join(citation.quote for citation in document.words)
        if words and not document.inferred and share(document.name.zh, words) < _TOO_LITTLE:
            yield _not_there(document)
        yield from _in_translations(rulebook, document)
    for term in rulebook.terms.values():
        yield from _links(term, "role", term.role, rulebook.roles)
        yield from _links(term, "meeting", term.meeting, rulebook.meetings)
        yield from _links(term, "document", term.document, rulebook.documents)


def _forms(name: str) -> list[str]:
    """Return a name without its brackets, and what stands in them."""
    return [form for form in (_BRACKETS.sub("", name).strip(), *_BRACKETS.findall(name)) if form]


def _in_words(rulebook: Rulebook, thing: Role | Meeting | Term) -> Iterator[Finding]:
    words = quoted(thing.words)
    if words and not any(form in words for form in _forms(thing.name.zh)):
        yield _not_there(thing)
        return
    if isinstance(thing, Meeting):
        return
    synonyms = thing.synonyms.zh if isinstance(thing, Term) else ()
    names = names_of(rulebook) if isinstance(thing, Role) else None
    called = {pair for name in (*_forms(thing.name.zh), *synonyms) for pair in pairs_of(name)}
    for citation in thing.words:
        quote = citation.quote
        found = names.found(quote) if names else []
        if all(thing.id not in one.roles for one in found):
            for one in reversed(found):
                quote = f"{quote[: one.start]}、{quote[one.end :]}"
        if called and not any(pair in quote for pair in called):
            said = (
                f"“{clip(citation.quote)}”没有提到“{thing.name.zh}”",
                f'"{clip(citation.quote)}" does not name "{thing.name.zh}"',
            )
            hint = ("引用提到它的字", "quote the words that hold its name")
            yield NAME.at(citation.place("quote"), *said, hint)


def _not_there(thing: Role | Meeting | Term | Document) -> Finding:
    said = (f"引文里没有“{thing.name.zh}”", f'the words do not hold "{thing.name.zh}"')
    hint = ("用原文的名称，或引用提到它的字", "use the name the text uses, or quote the words that hold it")
    # Words that hold hardly a sign of the name are likelier wrong than the name.
    signs = set(thing.name.zh)
    elsewhere = len(signs & set(quoted(thing.words))) <= _HARDLY * len(signs)
    place = thing.place("words", *thing.words[0].trail) if elsewhere else thing.name.place("zh")
    return NAME.at(place, *said, hint)


def _in_translations(rulebook: Rulebook, thing: Role | Meeting | Term | Document) -> Iterator[Finding]:
    zh, name = _forms(thing.name.zh)[0], stems(_BRACKETS.sub("", thing.name.en))
    texts = [
        one.text for one in rulebook.provisions.values() if one.text and zh in one.text.zh and one.text.en
    ]
    if not texts or not name:
        return
    if any(counted(text.en, [name])[name] or set(name) <= set(stems(text.en)) for text in texts):
        return
    said = (
        f"译文里没有一处把“{zh}”译作“{thing.name.en}”",
        f'no translation renders "{zh}" as "{thing.name.en}"',
    )
    hint = (
        "改这里的英文名，或改译文，使两者一致",
        "change the name here or the translations, so that they agree",
    )
    yield ENGLISH.at(thing.name.place("en"), *said, hint)


def _links(
    term: Term,
    kind: str,
    id: str | None,
    things: Mapping[str, Role] | Mapping[str, Meeting] | Mapping[str, Document],
) -> Iterator[Finding]:
    """Report a term that leads to what is not called so, or nowhere though something bears its name."""
    if id is None:
        same = (one.id for one in things.values() if term.id == one.id or one.name.zh == term.name.zh)
        twin = next(same, None)
        if twin is not None:
            said = (f"没有指向“{twin}”", f'the term does not lead to "{twin}", which bears its name')
            yield NO_LINK.at(term.place(), *said, (f"写 {kind}: {twin}", f"write {kind}: {twin}"))
        return
    thing = things.get(id)
    if thing is None:
        return
    own = {term.name.zh, *term.synonyms.zh}
    other = "\n".join((thing.name.zh, *(citation.quote for citation in thing.words)))
    if not any(word in other for word in own) and not any(form in own for form in _forms(thing.name.zh)):
        said = (f"“{id}”不叫“{term.name.zh}”", f'"{id}" is not called "{term.name.zh}"')
        hint = ("指向同名的一个，或删去", "lead to the one of that name, or delete it")
        yield LINK.at(term.place(kind), *said, hint)
