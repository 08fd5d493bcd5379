"""The text itself, both languages side by side, with all that rests on each provision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from macros.derive.links import url
from macros.derive.references import HEAD
from macros.derive.terms import TermUses
from macros.model import Provision, ProvisionId
from macros.render import pieces
from macros.render.desk import Desk, relative
from macros.render.duty import procedure_link
from macros.render.view import View
from macros.render.words import LANGUAGES

KIND = "text"
SCOPE = "rulebook"
PATH = ""
ORDER = 10


@dataclass(frozen=True)
class Words:
    """A run of a provision's words; a term has a link to the glossary, whose title says what it means."""

    text: str
    link: pieces.Link | None = None
    other: pieces.Text | None = None
    """The term's name in the other language."""


@dataclass(frozen=True)
class Cell:
    """A provision's words in one language (the value of `lang`)."""

    lang: str
    runs: tuple[Words, ...]


@dataclass(frozen=True)
class Group:
    """What of one kind rests on a provision; `key` is the collection, or `mentions`."""

    key: str
    title: str
    links: tuple[pieces.Link, ...]


NOTED = ("duties", "procedures", "open_questions", "mentions")
"""Groups that a printed text carries as notes."""


@dataclass(frozen=True)
class Row:
    """One provision with what is said about it."""

    id: str
    kind: str
    label: str
    printed: Mapping[str, str]
    """The label before the words, by language; none where the source prints none."""
    opens: Mapping[str, str]
    """The article's label by language where the provision is its first; on screen a heading has it."""
    cells: tuple[Cell, ...]
    """The page's language first; none for an article."""
    draft: bool
    cites: tuple[pieces.Text, ...]
    """How to cite it, in both languages."""
    twin: pieces.Link
    """The same provision on the page in the other language."""
    groups: tuple[Group, ...]
    """Duties, steps, facts, questions, terms, citing provisions; none of them empty."""

    @property
    def noted(self) -> bool:
        """Whether anything is said of it that a printed text notes."""
        return any(group.key in NOTED for group in self.groups)


@dataclass(frozen=True)
class Article:
    """An article: its label, editorial heading and rows."""

    id: str
    label: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class TextView(View):
    """The whole text in the order of the source."""

    full_title: str
    number: str
    notice: tuple[Row, ...]
    title_row: tuple[Row, ...]
    articles: tuple[Article, ...]
    colophon: tuple[Row, ...]
    pages: tuple[pieces.Link, ...]


def view(desk: Desk, entry: str) -> TextView:
    """Put the text together."""
    head = desk.rulebook.head
    uses = TermUses(desk.rulebook)
    by_kind: dict[str, list[Provision]] = {}
    for provision in desk.rulebook.provisions.values():
        by_kind.setdefault(provision.kind, []).append(provision)
    inner = (*by_kind.get("paragraph", ()), *by_kind.get("point", ()))
    articles = []
    for article in by_kind.get("article", ()):
        number = _parsed(article.id).article
        rows = sorted(
            (each for each in inner if _parsed(each.id).article == number), key=lambda each: _parsed(each.id)
        )
        articles.append(
            Article(
                article.eid,
                desk.of(article.label),
                desk.of(article.heading),
                tuple(_row(desk, uses, row, None if index else article) for index, row in enumerate(rows)),
            )
        )

    def of_kind(kind: str) -> tuple[Row, ...]:
        return tuple(_row(desk, uses, provision) for provision in by_kind.get(kind, ()))

    return TextView(
        title=desk.of(head.short_title),
        lead=desk.ui("text_lead", title=desk.of(head.title), number=desk.of(head.number)),
        full_title=desk.of(head.title),
        number=desk.of(head.number),
        notice=of_kind("notice"),
        title_row=of_kind("title"),
        articles=tuple(articles),
        colophon=of_kind("colophon"),
        pages=rulebook_pages(desk),
    )


def rulebook_pages(desk: Desk) -> tuple[pieces.Link, ...]:
    """Return links to the pages of a rulebook beside its text."""
    paths = ("guide", "duties", "carrying-out", "matrix", "roles", "procedures", "meetings", "documents",
             "calendar", "glossary", "open-questions", "coverage", "assurance", "history")  # fmt: skip
    return tuple(
        pieces.Link(
            desk.page(f"{path}/"),
            desk.ui(f"{path.replace('-', '_')}_title"),
            desk.ui(f"{path.replace('-', '_')}_lead"),
        )
        for path in paths
    )


def _parsed(provision: str) -> ProvisionId:
    parsed = ProvisionId.parse(provision)
    assert parsed is not None
    return parsed


def _row(desk: Desk, uses: TermUses, provision: Provision, article: Provision | None = None) -> Row:
    head = desk.rulebook.head
    text = provision.text
    cells = (
        tuple(
            Cell(
                language,
                tuple(
                    _term(desk, run.term, run.text) if run.term else Words(run.text)
                    for run in uses.runs(provision.id, text, language)
                ),
            )
            for language in (desk.language, desk.other)
        )
        if text
        else ()
    )
    twin = relative(url(desk.rulebook.id, "provision", provision.id, desk.other), desk.here)
    return Row(
        id=provision.eid,
        kind=provision.kind,
        label=desk.of(provision.label),
        printed={
            "zh": provision.printed,
            "en": _parsed(provision.id).own_label.en if provision.printed else "",
        },
        opens={language: article.label.of(language) for language in LANGUAGES} if article else {},
        cells=cells,
        draft=provision.translation_review != "reviewed",
        cites=(
            pieces.Text(f"《{head.title.zh}》{provision.label.zh}", "zh"),
            pieces.Text(f"{provision.label.en}, {head.title.en}", "en"),
        ),
        twin=pieces.Link(twin, desk.ui("same_in_other")),
        groups=tuple(group for group in _groups(desk, provision.id) if group.links),
    )


def _term(desk: Desk, term: str, text: str) -> Words:
    """Return a term's words; the link's title says what it means, or that nothing does."""
    entry = desk.rulebook.terms[term]
    meaning = [desk.of(entry.definition) or desk.ui("no_definition")]
    meaning += [question.link.text for question in desk.questions("terms", term)]
    link = pieces.Link(desk.href("term", term), desk.of(entry.name), "\n".join(meaning))
    return Words(text, link, pieces.Text(entry.name.of(desk.other), desk.other))


def _groups(desk: Desk, provision: str) -> tuple[Group, ...]:
    found = desk.references.provision.get(provision)

    def of(collection: str, title: str) -> Group:
        links = tuple(_link(desk, *item) for item in found if item[0] == collection)
        return Group(collection, desk.ui(title), links)

    mentions = desk.references.mention.get(provision, ())
    in_head = any(collection == HEAD for collection, _, _ in found)
    return (
        of("duties", "duties_title"),
        of("procedures", "steps"),
        of("meetings", "meetings_title"),
        of("documents", "documents_title"),
        of("open_questions", "open_questions_title"),
        of("roles", "roles_title"),
        of("terms", "glossary_title"),
        Group("history", desk.ui("history_title"), _history(desk) if in_head else ()),
        Group("excuses", desk.ui("rests_excuse"), _excuses(desk, provision)),
        Group(
            "mentions",
            desk.ui("mentioned_in"),
            tuple(desk.link("provisions", source) for source in mentions),
        ),
    )


def _history(desk: Desk) -> tuple[pieces.Link, ...]:
    return (pieces.Link(desk.page("history/"), desk.ui("history_title")),)


def _excuses(desk: Desk, provision: str) -> tuple[pieces.Link, ...]:
    """Return the reasons why words of a provision lie in no duty, each where it is given."""
    page = desk.page("coverage/")
    return tuple(
        pieces.Link(f"{page}#excuse-{number}", desk.tag("excuse_reason", excuse.reason).label)
        for number, excuse in enumerate(desk.rulebook.coverage)
        if excuse.at == provision
    )


def _link(desk: Desk, collection: str, thing: str, detail: str) -> pieces.Link:
    if collection == "procedures":
        return procedure_link(desk, thing, detail)
    if detail and collection in ("meetings", "documents"):
        return desk.point_link(collection, thing, detail)
    link = desk.link(collection, thing)
    if collection == "terms":
        return replace(link, title=desk.of(desk.rulebook.terms[thing].definition))
    return link
