"""A tiny fictional rulebook for tests: the Garden Club's rules, made in memory."""

from __future__ import annotations

from macros.model import (
    Bilingual,
    Document,
    Duty,
    Handbook,
    Head,
    Meeting,
    OpenQuestion,
    Procedure,
    Provision,
    Role,
    Rulebook,
    Term,
)
from macros.model.rulebook import Excuse

ARTICLES = {
    "art_1__para_1": (
        "本会每月初原则上开会一次，由会长或副会长主持。",
        "The club meets early in each month.",
    ),
    "art_1__para_2": (
        "园丁应及时浇水，见第一条第一款。",
        "Gardeners shall water promptly; see Article 1(1).",
    ),
    "art_2__para_1": ("会员可提出建议：", "Members may propose:"),
    "art_2__para_1__point_1": ("种花；", "planting flowers;"),
}
LABELS = {
    "art_1": ("第一条", "Article 1"),
    "art_1__para_1": ("第一条第一款", "Article 1(1)"),
    "art_1__para_2": ("第一条第二款", "Article 1(2)"),
    "art_2": ("第二条", "Article 2"),
    "art_2__para_1": ("第二条", "Article 2"),
    "art_2__para_1__point_1": ("第二条第（一）项", "Article 2(1)"),
}
UNSTATED = {"question": "who-convenes"}


def both(text: str) -> dict[str, str]:
    return {"zh": f"{text}（中）", "en": f"{text} (en)"}


def provisions() -> dict[str, Provision]:
    out = {}
    for id, (zh, en) in LABELS.items():
        words = ARTICLES.get(id)
        kind = "article" if id.count("__") == 0 else "point" if "point" in id else "paragraph"
        out[id] = Provision(
            id,
            id,
            kind,  # type: ignore[arg-type]
            id.rpartition("__")[0] or None,
            Bilingual(zh=zh, en=en),
            zh[:3] if id in ("art_1__para_1", "art_2__para_1") else "",
            Bilingual(zh=words[0], en=words[1]) if words else None,
            Bilingual(zh="开会", en="Meeting") if id == "art_1" else None,
            "draft",
        )
    return out


def duties() -> dict[str, Duty]:
    found = [
        {
            "id": "chair",
            "bearer": {"roles": ["president", "vice"], "relation": "one-of", "capacity": "chairs"},
            "bearer_source": "stated",
            "modality": "declared",
            "category": "club",
            "qualifiers": ["in-principle"],
            "action": {"zh": "主持开会", "en": "chair the meeting"},
            "words": {"art_1__para_1": "由会长或副会长主持"},
            "review": "draft",
        },
        {
            "id": "water",
            "bearer": {"roles": ["gardener"], "relation": "each"},
            "bearer_source": "stated",
            "modality": "must",
            "category": "club",
            "qualifiers": ["promptly"],
            "action": {"zh": "浇水", "en": "water the plants"},
            "counterparts": [{"roles": ["president"], "capacity": "informed"}],
            "carries_out": [{"duty": "chair", "inferred": "true", "note": both("because")}],
            "words": {"art_1__para_2": "园丁应及时浇水"},
            "review": "draft",
        },
    ]
    return {item["id"]: Duty.model_validate(item) for item in found}  # type: ignore[misc]


def meeting() -> Meeting:
    points = ("convener", "members", "invitees", "leave", "speaking", "decision", "vote", "record")
    rest = ("minutes", "follow_up", "deferral", "ad_hoc")
    return Meeting.model_validate(
        {
            "id": "monthly",
            "name": both("monthly meeting"),
            "rhythm": {"duty": "chair", "every": "month", "part": "early"},
            "chair": {"duty": "chair"},
            "quorum": UNSTATED,
            "agenda": [],
            **dict.fromkeys((*points, *rest), UNSTATED),
            "review": "draft",
        }
    )


def procedure() -> Procedure:
    return Procedure.model_validate(
        {
            "id": "watering",
            "name": both("watering"),
            "entry": {"text": both("plants are dry"), "inferred": "true", "note": both("sense")},
            "steps": [
                {"id": "begin", "kind": "start", "label": both("dry"), "next": [{"to": "water"}]},
                {"id": "water", "kind": "task", "duty": "water", "next": [{"to": "done"}]},
                {"id": "done", "kind": "unsettled", "question": "who-convenes"},
            ],
            "review": "draft",
        }
    )


def role(id: str, **more: object) -> Role:
    base = {"id": id, "name": both(id), "kind": "post", "holders": "one", "pool": "inside"}
    return Role.model_validate(base | {"review": "draft"} | more)


def head(title: dict[str, str]) -> Head:
    return Head.model_validate(
        {
            "id": "garden",
            "title": title,
            "short_title": title,
            "number": both("No. 1"),
            "issuer": {"name": both("the club")},
            "dates": [{"event": "in-force"}],
            "status": {"state": "not-verified", "note": both("nobody looked")},
            "versions": [{"date": "2001-02-03", "source": "2001-02-03.txt", "sha256": "0" * 64}],
            "categories": [{"id": "club", "name": both("club")}],
        }
    )


def rulebook(title: str = "Garden rules") -> Rulebook:
    question = OpenQuestion.model_validate(
        {
            "id": "who-convenes",
            "kind": "silence",
            "asks": {"zh": "谁召集？", "en": "Who convenes?"},
            "words": {"art_1__para_1": "开会"},
            "readings": [both("the president"), both("anyone")],
            "stakes": both("who may call"),
            "touches": {"roles": ["president"], "provisions": ["art_1__para_1"]},
            "review": "draft",
        }
    )
    drafted = {"review": "draft"}
    term = Term.model_validate(
        {"id": "club", "name": both("club"), "words": {"art_1__para_1": "本会"}} | drafted
    )
    record = Document.model_validate(
        {"id": "log", "kind": "record", "name": both("log"), "kept_by": {"roles": ["gardener"]}} | drafted
    )
    excuse = Excuse.model_validate({"at": "art_2__para_1", "quote": "会员可提出建议", "reason": "lead-in"})
    return Rulebook(
        head({"zh": title, "en": title}),
        provisions(),
        "",
        duties(),
        {
            "president": role("president"),
            "vice": role("vice", acts_as=[{"role": "gardener", "inferred": "true", "note": both("why")}]),
            "gardener": role("gardener", holders="several"),
        },
        {"monthly": meeting()},
        {"log": record},
        {"watering": procedure()},
        {"club": term},
        {"who-convenes": question},
        (excuse,),
    )


def handbook(title: str = "Garden rules") -> Handbook:
    return Handbook(Bilingual(zh="手册", en="Handbook"), {"garden": rulebook(title)})
