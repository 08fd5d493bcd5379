"""Puts a version's provisions together from its text, the translations and the headings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches

from macros.load import codes
from macros.load.elements import build
from macros.load.files import Reader
from macros.load.labels import label, printed
from macros.load.tree import Node
from macros.model import Bilingual, Element, Place, Provision, ProvisionId
from macros.model.base import IsoDate, Line, Review


class Translation(Element):
    """An English text beside the Chinese it was made from."""

    zh: Line
    en: Line
    review: Review
    reviewed_on: IsoDate | None = None


@dataclass
class Assembly:
    """The nodes that provisions are made of; any of them may be missing."""

    reader: Reader
    text: Node | None
    translations: Node | None
    headings: Node | None
    dropped: dict[str, set[str]]
    ids: dict[str, ProvisionId] = field(default_factory=dict)

    def provisions(self) -> dict[str, Provision]:
        """Return the provisions in the order of the text, an article before its first paragraph."""
        words = self._words()
        count = Counter(id.article for id in self.ids.values() if id.kind == "paragraph")
        articles = {str(id.article) for id in self.ids.values() if id.article}
        headings = self._headings(articles)
        translations = self._translations(words)
        out: dict[str, Provision] = {}
        for name, (text, places) in words.items():
            id = self.ids[name]
            article = f"art_{id.article}"
            if id.article and article not in out:
                out[article] = self._article(id.article, headings.get(article), places["id"])
            translation = translations.get(name)
            english = translation.en if translation else ""
            out[name] = Provision(
                id=name,
                eid=name,
                kind=id.kind,
                parent=self._parent(id),
                label=label(id, count[id.article] == 1),
                printed=printed(id),
                text=Bilingual.model_construct(zh=text, en=english),
                heading=None,
                translation_review=translation.review if translation else None,
                translation_reviewed_on=translation.reviewed_on if translation else None,
                translated_from=translation.zh if translation else None,
                places={**places, **self._translation_places(name, translation)},
            )
        return out

    def _article(self, number: int, heading: Bilingual | None, first: Place) -> Provision:
        id = ProvisionId(2, number)
        places = {"id": first}
        if heading is not None and heading.place() is not None:
            places["heading"] = heading.place() or first
            keys = self.headings.keys if self.headings else {}
            places["heading_key"] = keys.get(str(id), first)
        return Provision(
            id=str(id), eid=str(id), kind="article", parent=None, label=label(id, False),
            printed=printed(id), text=None, heading=heading, translation_review=None, places=places,
        )  # fmt: skip

    def _words(self) -> dict[str, tuple[str, dict[str, Place]]]:
        out: dict[str, tuple[str, dict[str, Place]]] = {}
        if self.text is None:
            self.dropped.setdefault("provisions", set()).add("*")
            return out
        if self.text.entries is None:
            said = ("这里要有若干“条款编号: 原文”", "provision ids with their words are needed here")
            self.reader.report(codes.WRONG_SHAPE.at(self.text.place, *said))
            self.dropped.setdefault("provisions", set()).add("*")
            return out
        for name, node in self.text.entries.items():
            key = self.text.keys[name]
            id = ProvisionId.parse(name)
            if id is None or id.kind == "article":
                self._bad_id(name, key, id)
            elif not (node.text or "").strip():
                said = ("这里要有条款的原文", "the words of the provision are needed here")
                self.reader.report(codes.WRONG_SHAPE.at(node.place, *said))
                self.dropped.setdefault("provisions", set()).add(name)
            else:
                self.ids[name] = id
                out[name] = ((node.text or "").strip(), {"id": key, "text": node.place})
        return out

    def _bad_id(self, name: str, key: Place, id: ProvisionId | None) -> None:
        hint = (
            "写作 art_9__para_2、art_4__para_1__point_5、title、notice__line_1",
            "write art_9__para_2, art_4__para_1__point_5, title, notice__line_1",
        )
        if id is not None:
            hint = (f"条文写在它的款里：{name}__para_1", f"the words are the paragraph's: {name}__para_1")
        said = (f"“{name}”不能作有原文的条款的编号", f'"{name}" is not the id of a provision with words')
        self.reader.report(codes.BAD_ID.at(key, *said, hint))
        # Whoever cites the paragraph meant is right, so it is not reported as missing as well.
        self.dropped.setdefault("provisions", set()).update({name, f"{name}__para_1"})

    def _headings(self, articles: set[str]) -> dict[str, Bilingual]:
        out: dict[str, Bilingual] = {}
        for name, node in self._entries(self.headings, "headings"):
            if not self._belongs(name, self.headings, {f"art_{number}" for number in articles}):
                continue
            heading = build(self.reader, Bilingual, node)
            if heading is None:
                self.dropped.setdefault("headings", set()).add(name)
            else:
                out[name] = heading
        return out

    def _translations(self, words: dict[str, tuple[str, dict[str, Place]]]) -> dict[str, Translation]:
        out: dict[str, Translation] = {}
        for name, node in self._entries(self.translations, "translations"):
            if not self._belongs(name, self.translations, set(words)):
                continue
            versions = node.items if node.items is not None else [node]
            read = [build(self.reader, Translation, version) for version in versions]
            sound = [translation for translation in read if translation is not None]
            if len(sound) < len(versions) or not sound:
                self.dropped.setdefault("translations", set()).add(name)
            if sound:
                fitting = [one for one in sound if one.zh == words[name][0]]
                out[name] = (fitting or sound)[-1]
        return out

    def _entries(self, node: Node | None, collection: str) -> list[tuple[str, Node]]:
        if node is not None and node.entries is not None:
            return list(node.entries.items())
        if node is not None:
            said = ("这里要有若干“条款编号: …”", "provision ids with their entries are needed here")
            self.reader.report(codes.WRONG_SHAPE.at(node.place, *said))
        self.dropped.setdefault(collection, set()).add("*")
        return []

    def _belongs(self, name: str, file: Node | None, known: set[str]) -> bool:
        lost = self.dropped.get("provisions", set())
        if name in known or name in lost or "*" in lost:
            return name in known
        near = get_close_matches(name, sorted(known), n=1)
        hint = (f"是不是“{near[0]}”？", f'did you mean "{near[0]}"?') if near else None
        place = file.keys[name] if file else None
        said = (f"正文里没有“{name}”", f'the text has no "{name}"')
        self.reader.report(codes.NO_PROVISION.at(place, *said, hint))
        return False

    def _parent(self, id: ProvisionId) -> str | None:
        parent = id.parent
        while parent is not None and parent.kind != "article" and str(parent) not in self.ids:
            parent = parent.parent
        return str(parent) if parent else None

    def _translation_places(self, name: str, translation: Translation | None) -> dict[str, Place]:
        if translation is None or self.translations is None:
            return {}
        named = {"translation": "en", "translated_from": "zh", "review": "review"}
        found = {key: translation.place(value) for key, value in named.items()}
        found["translated_from_key"] = self.translations.keys.get(name)
        return {key: place for key, place in found.items() if place is not None}
