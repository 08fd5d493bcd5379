"""The desk a page is made at: turns elements of one rulebook into pieces in one language.

Everything a page shows of a duty, a fact or a party is put together here once, so that the same
statement reads the same on every page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from posixpath import dirname, relpath
from typing import Any

from macros.derive import effective, links
from macros.derive.meetings import must_attend
from macros.derive.references import References
from macros.model import Bilingual, Citation, Duty, Party, Rhythm, Rulebook, Step
from macros.model import Fact as ModelFact
from macros.model.local import LocalFacts
from macros.render import pieces, words
from macros.render.rhythm import rhythm_words


def relative(target: str, here: str) -> str:
    """Turn an address from the site's root into one from the page `here`."""
    path, _, fragment = target.partition("#")
    if path == here and fragment:
        return f"#{fragment}"
    return relpath(path, dirname(here) or ".") + (f"#{fragment}" if fragment else "")


@dataclass(frozen=True)
class Desk:
    """One rulebook, one language, one page."""

    rulebook: Rulebook
    references: References
    language: str
    here: str
    """The page's address from the site's root, such as `en/rulebooks/x/duties/index.html`."""
    local: LocalFacts | None = None
    """What the office says of itself; no desk that files are made at has it."""
    cache: dict[str, Any] = field(default_factory=dict)
    """What pages of the same rulebook and language share; holds nothing that depends on `here`."""

    @property
    def other(self) -> str:
        """The other language."""
        return "en" if self.language == "zh" else "zh"

    def ui(self, key: str, **values: object) -> str:
        """Return a phrase of the interface."""
        return words.ui(key, self.language, **values)

    def of(self, text: Bilingual | None) -> str:
        """Return a text in the page's language; nothing for nothing."""
        return text.of(self.language) if text else ""

    def tag(self, name: str, value: str) -> pieces.Tag:
        """Return a value of a closed list with its label and explanation."""
        return pieces.Tag(
            name, value, words.label(name, value, self.language), words.meaning(name, value, self.language)
        )

    def href(self, kind: str, thing: str = "", language: str = "") -> str:
        """Return the address of a thing or a file, in the page's language unless told, relative to it."""
        return relative(links.url(self.rulebook.id, kind, thing, language or self.language), self.here)

    def page(self, path: str) -> str:
        """Return the address of a page below the rulebook's (`duties/`), relative to this page."""
        root = "" if self.language == "zh" else "en/"
        return relative(f"{root}rulebooks/{self.rulebook.id}/{path}index.html", self.here)

    def link(self, collection: str, thing: str, text: str = "") -> pieces.Link:
        """Return a link to an element of the rulebook, under its own name unless told."""
        return pieces.Link(self.href(KINDS[collection], thing), text or self.name(collection, thing))

    def point_link(self, collection: str, thing: str, point: str) -> pieces.Link:
        """Return a link to a meeting or document that says which point of it is meant."""
        text = f"{self.name(collection, thing)}{self.ui('dot')}{self.tag('point', point).label}"
        return self.link(collection, thing, text)

    def name(self, collection: str, thing: str) -> str:
        """Return what an element is called in the page's language."""
        element = getattr(self.rulebook, collection)[thing]
        if isinstance(element, Duty):
            return self.act(element)
        for attribute in ("name", "label", "asks"):
            if hasattr(element, attribute):
                return self.of(getattr(element, attribute))
        raise KeyError(collection)

    def act(self, duty: Duty) -> str:
        """Return a duty's action for where no modality stands beside it: a ban must not read as an order."""
        action = self.of(duty.action)
        if duty.modality != "must-not":
            return action
        return f"{self.tag('modality', duty.modality).label}{self.ui('colon')}{action}"

    def question(self, question: str) -> pieces.Question:
        """Return an open question in short."""
        kind = self.rulebook.open_questions[question].kind
        return pieces.Question(self.link("open_questions", question), self.tag("question_kind", kind))

    def questions(self, collection: str, thing: str) -> tuple[pieces.Question, ...]:
        """Return the open questions that touch a thing, or that it names."""
        return tuple(self.question(item[0]) for item in self.references.touched.get(f"{collection}/{thing}"))

    def maybe_question(self, question: str | None) -> pieces.Question | None:
        """Return an open question in short, if one is named."""
        return self.question(question) if question else None

    def standing(self, statement: Any, review: bool = True) -> pieces.Standing:
        """Return how far a statement is to be trusted."""
        state = getattr(statement, "review", None) if review else None
        return pieces.Standing(
            self.tag("review", state) if state else None,
            getattr(statement, "reviewed_on", None) or "",
            statement.inferred,
            self.of(statement.note),
        )

    def quotes(self, citations: Iterable[Citation]) -> tuple[pieces.Quote, ...]:
        """Return quoted words with their provisions; English pages add the provision in English."""
        out = []
        for citation in citations:
            text = self.rulebook.provisions[citation.at].text
            translation = text.en if text and self.language == "en" else ""
            out.append(pieces.Quote(citation.quote, self.link("provisions", citation.at), translation))
        return tuple(out)

    def party(self, party: Party) -> pieces.PartyPiece:
        """Return a party in words: 主任或授权副主任（其中之一）."""
        names = [self.link("roles", role) for role in party.roles]
        names += [self.link("meetings", meeting) for meeting in party.meetings]
        last = self.ui("or" if party.relation == "one-of" else "and")
        if party.relation == "unstated":
            last = self.ui("comma")  # neither "and" nor "or" may be read into the words
        joined = tuple(
            ("" if not index else last if index == len(names) - 1 else self.ui("comma"), name)
            for index, name in enumerate(names)
        )
        lone = party.relation == "single" or (party.relation == "unstated" and len(names) == 1)
        relation = None if lone else self.tag("relation", party.relation)
        return pieces.PartyPiece(
            joined, relation, self.tag("capacity", party.capacity), self.maybe_question(party.question)
        )

    def parties(self, duty: Duty) -> tuple[pieces.PartyPiece, ...]:
        """Return a duty's bearer and counterparts."""
        bearer = (duty.bearer,) if duty.bearer else ()
        return tuple(self.party(party) for party in (*bearer, *duty.counterparts))

    def qualifiers(self, duty: Duty | None) -> tuple[pieces.Tag, ...]:
        """Return a duty's qualifiers."""
        return tuple(self.tag("qualifier", value) for value in duty.qualifiers) if duty else ()

    def fact(self, point: str, fact: ModelFact) -> pieces.Fact:
        """Return a fact with what it inherits from its duty, or as not stated."""
        tag = self.tag("point", point)
        question = self.maybe_question(fact.question)
        if effective.is_unstated(fact):
            why = self.unstated(fact.question)
            return pieces.Fact(tag, why, question=question, standing=self.standing(fact))
        duty = effective.home(fact, self.rulebook.duties)
        rhythm = rhythm_words(fact, self.language) if isinstance(fact, Rhythm) else ""
        text = self.of(fact.text) or rhythm or (self.act(duty) if duty else "")
        at_least = getattr(fact, "at_least", None)
        if at_least:
            text = self.quorum(Fraction(at_least))
        names = [self.link("roles", role) for role in fact.roles]
        names += [self.link("meetings", meeting) for meeting in fact.meetings]
        parties = self.parties(duty) if duty and not isinstance(fact, Rhythm) else ()
        if question in [party.question for party in parties]:
            question = None  # asked once already, beside the party it is about
        return pieces.Fact(
            point=tag,
            text=text,
            parties=parties,
            tags=self.qualifiers(duty),
            names=tuple(names),
            duty=self.link("duties", duty.id) if duty else None,
            condition=self.of(duty.condition) if duty else "",
            quotes=self.quotes(effective.citations(fact, self.rulebook)),
            question=question,
            standing=self.standing(fact),
        )

    def parties_to(self, point: str, fact: ModelFact) -> tuple[pieces.PartyPiece, ...]:
        """Return whom a fact names as a document's point asks: who does it, or those it is addressed to."""
        return tuple(self.party(party) for party in effective.fact_parties(fact, point, self.rulebook))

    def quorum(self, share: Fraction) -> str:
        """Return how many must attend, with worked numbers: half of 9 is 4.5, so 5 must."""
        examples = [
            self.ui("quorum_example", should=should, must=must_attend(share, should))
            for should in QUORUM_EXAMPLES
        ]
        return self.ui("quorum_text", fraction=share, examples=self.ui("list_comma").join(examples))

    def unstated(self, question: str | None) -> str:
        """Return how a matter left open is called: silence is not stated, an ambiguity has two readings."""
        kind = self.rulebook.open_questions[question].kind if question else "silence"
        return self.ui(
            {"silence": "not_stated", "ambiguity": "read_two_ways", "undefined": "not_defined"}[kind]
        )

    def step_link(self, procedure: str, step: Step) -> pieces.Link:
        """Return a link to a step of a procedure."""
        text = self.of(effective.label(step, self.rulebook)) or self.tag("step_kind", step.kind).label
        return pieces.Link(self.href("step", f"{procedure}/{step.id}"), text)


QUORUM_EXAMPLES = (8, 9, 10)
"""Numbers of people who should attend, an odd one among them, for which a quorum is worked out."""

KINDS = {
    "provisions": "provision",
    "duties": "duty",
    "roles": "role",
    "meetings": "meeting",
    "documents": "document",
    "procedures": "procedure",
    "terms": "term",
    "open_questions": "question",
}
"""What `links.url` calls a member of each collection."""
