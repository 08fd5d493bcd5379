"""What several checks need: the elements of a rulebook, their references, the nearest word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, wraps
from typing import Any, TypeVar, get_args
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from macros.derive.names import Names
from macros.model import Bilingual, Citation, Element, Excuse, Handbook, Place, ProvisionId, Rulebook, walk
from macros.model.base import Reference, Trail
from macros.model.provision import head_of
from macros.model.rulebook import COLLECTIONS
from macros.model.vocabulary import AskedAs, Phrases

KINDS = {
    "provisions": ("条款", "provision"),
    "roles": ("角色", "role"),
    "duties": ("职责", "duty"),
    "meetings": ("会议", "meeting"),
    "documents": ("文书", "document"),
    "procedures": ("流程", "procedure"),
    "terms": ("术语", "term"),
    "open_questions": ("未决事项", "open question"),
}
"""What a member of each collection is called in findings."""

Hint = tuple[str, str]


Found = TypeVar("Found")


def once(compute: Callable[[Rulebook], Found]) -> Callable[[Rulebook], Found]:
    """Let what is computed of a rulebook be computed once, however many checks ask for it."""
    known: WeakKeyDictionary[Rulebook, Found] = WeakKeyDictionary()

    @wraps(compute)
    def looked_up(rulebook: Rulebook) -> Found:
        if rulebook not in known:
            known[rulebook] = compute(rulebook)
        return known[rulebook]

    return looked_up


@once
def walked(rulebook: Rulebook) -> tuple[tuple[str, Element, Trail, BaseModel], ...]:
    """Return every model at any depth with its collection, top-level element and trail."""
    return tuple(
        (collection, top, trail, model)
        for collection, top in elements(rulebook)
        for trail, model in walk(top)
    )


@dataclass(frozen=True)
class Written:
    """A bilingual text and where its two languages stand."""

    text: Bilingual
    zh_place: Place | None
    en_place: Place | None
    of_text: bool
    """Whether it is a provision's own, which stands in two files."""


@once
def written(rulebook: Rulebook) -> tuple[Written, ...]:
    """Return the texts and headings of the provisions, then every bilingual text of the statements."""
    found = []
    for provision in rulebook.provisions.values():
        if provision.text is not None:
            places = provision.places
            found.append(Written(provision.text, places.get("text"), places.get("translation"), True))
        if provision.heading is not None:
            found.append(_in_place(provision.heading))
    texts = (model for _, _, _, model in walked(rulebook) if isinstance(model, Bilingual))
    return (*found, *map(_in_place, texts))


def _in_place(text: Bilingual) -> Written:
    return Written(text, text.place("zh"), text.place("en"), False)


@dataclass(frozen=True)
class Phrase:
    """One way of saying or asking for a thing."""

    text: str
    language: str
    place: Place | None


def phrases_of(element: Element) -> Iterator[Phrase]:
    """Return the phrases of an element that lists them by language."""
    for language in ("zh", "en"):
        for index, text in enumerate(getattr(element, language)):
            yield Phrase(text, language, element.place(language, index))


@once
def phrases(rulebook: Rulebook) -> tuple[Phrase, ...]:
    """Return every synonym, and every phrase by which people ask."""
    listed = (one for _, _, _, one in walked(rulebook) if isinstance(one, Phrases | AskedAs))
    return tuple(phrase for one in listed for phrase in phrases_of(one))


def everyday_phrases(handbook: Handbook) -> Iterator[Phrase]:
    """Return what people say beside what rules say."""
    for entry in handbook.everyday:
        yield from phrases_of(entry.say)
        yield from phrases_of(entry.means)


def elements(rulebook: Rulebook) -> Iterator[tuple[str, Element]]:
    """Yield every top-level element with its collection; the head first, excuses last."""
    if "*" not in rulebook.dropped.get("head", ()):
        yield "head", rulebook.head
    for collection in COLLECTIONS:
        for element in getattr(rulebook, collection).values():
            yield collection, element
    for excuse in rulebook.coverage:
        yield "coverage", excuse
    for asked in rulebook.asked:
        yield "asked", asked
    for allowance in rulebook.exceptions:
        yield "exceptions", allowance


def inside(rulebook: Rulebook) -> Iterator[tuple[str, Element, Element]]:
    """Yield every element at any depth: collection, the top-level element, the element itself."""
    for collection, top, _, model in walked(rulebook):
        if isinstance(model, Element):
            yield collection, top, model


@once
def article_words(rulebook: Rulebook) -> dict[str, str]:
    """Return all the words of each article (notice, title, colophon), a line a provision."""
    lines: dict[str, list[str]] = {}
    for provision in rulebook.provisions.values():
        lines.setdefault(head_of(provision.id), []).append(provision.zh)
    return {head: "\n".join(several).strip() for head, several in lines.items()}


@once
def names_of(rulebook: Rulebook) -> Names:
    """Return the names of the rulebook's roles and meetings."""
    return Names(rulebook)


def quoted(cited: Iterable[Citation]) -> str:
    """Return the words that are cited, a line each."""
    return "\n".join(citation.quote for citation in cited)


def heads_of(cited: Iterable[Citation]) -> set[str]:
    """Return the articles (notice, title, colophon) that are cited."""
    return {head_of(citation.at) for citation in cited}


def words_around(rulebook: Rulebook, cited: Iterable[Citation]) -> str:
    """Return all the words of the articles that are cited."""
    words = article_words(rulebook)
    heads = dict.fromkeys(head_of(citation.at) for citation in cited)
    return "\n".join(words[head] for head in heads if head in words)


@dataclass(frozen=True)
class Mention:
    """A place in data that names a thing by its id."""

    collection: str
    id: str
    place: Place | None
    holder: Element
    top: Element
    """The top-level element the mention stands in."""


@once
def references(rulebook: Rulebook) -> tuple[Mention, ...]:
    """Return every reference of a rulebook, whatever field of the model holds it."""
    return tuple(_references(rulebook))


def _references(rulebook: Rulebook) -> Iterator[Mention]:
    for _, top, model in inside(rulebook):
        for name, collection in _reference_fields(type(model)):
            value = getattr(model, name)
            several: Iterable[tuple[Trail, Any]]
            if isinstance(value, tuple):
                several = [((name, index), one) for index, one in enumerate(value)]
            else:
                several = [((name,), value)]
            for trail, one in several:
                if isinstance(one, str):
                    yield Mention(collection, one, model.place(*trail), model, top)


MANY = 50
"""Of how many ids that name nothing the nearest is looked for: where there are more, it is no slip."""

Misnamed = dict[tuple[str, str], tuple[str, int]]
"""Collection and id of a definition, to the id others write instead and how often they do."""


def misnamed(rulebook: Rulebook) -> Misnamed:
    """Return the definitions whose id nobody writes, though others write nearly the same."""
    named = Counter((mention.collection, mention.id) for mention in references(rulebook))
    out: Misnamed = {}
    unknown = [key for key in named if key[0] != "provisions" and not rulebook.knows(*key)]
    for collection, id in unknown[:MANY]:
        times = named[collection, id]
        unnamed = [other for other in getattr(rulebook, collection) if not named[collection, other]]
        for twin in get_close_matches(id, unnamed, n=1, cutoff=0.8):
            out[collection, twin] = (id, times)
    return out


def named_questions(rulebook: Rulebook) -> set[str]:
    """Return the open questions that some statement names."""
    return {mention.id for mention in references(rulebook) if mention.collection == "open_questions"}


def near(word: str, known: Iterable[str]) -> Hint | None:
    """Return a hint that names the nearest known word, or nothing."""
    found = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return (f"是不是“{found[0]}”？", f'did you mean "{found[0]}"?') if found else None


def provision_hint(rulebook: Rulebook, name: str) -> Hint | None:
    """Return which articles there are if `name` is beyond them, else the nearest provision."""
    id = ProvisionId.parse(name)
    articles = sorted({found.article for found in map(ProvisionId.parse, rulebook.provisions) if found} - {0})
    if id is None or not id.article or not articles:
        return near(name, rulebook.provisions)
    if id.article in articles:
        own = [found for found in rulebook.provisions if "__" in found and _article(found) == id.article]
        listed = (f"第{id.article}条有：{'、'.join(own)}", f"article {id.article} has: {', '.join(own)}")
        return near(name, own) or listed
    if articles[0] < id.article < articles[-1]:
        return (f"正文缺第{id.article}条", f"article {id.article} is missing from the text")
    return (
        f"本规则有第{articles[0]}条至第{articles[-1]}条",
        f"the rules have articles {articles[0]} to {articles[-1]}",
    )


def stands(rulebook: Rulebook, citation: Citation | Excuse) -> bool:
    """Tell whether quoted words stand in their provision; where not, only that is to be spoken of."""
    provision = rulebook.provisions.get(citation.at)
    return provision is not None and citation.quote in provision.zh


def is_lost(rulebook: Rulebook, *collections: str) -> bool:
    """Tell whether a whole file of these collections could not be read."""
    return any("*" in rulebook.dropped.get(collection, ()) for collection in collections)


def clip(text: str, length: int = 24) -> str:
    """Shorten a text for a message."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _article(name: str) -> int:
    id = ProvisionId.parse(name)
    return id.article if id else 0


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    out = []
    for name, info in model.model_fields.items():
        found = next((extra for extra in info.metadata if isinstance(extra, Reference)), None)
        reference = found or _reference_in(info.annotation)
        if reference is not None:
            out.append((name, reference.collection))
    return tuple(out)


def _reference_in(annotation: Any) -> Reference | None:
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, Reference):
            return extra
    for inner in get_args(annotation):
        found = None if isinstance(inner, str) else _reference_in(inner)
        if found is not None:
            return found
    return None
