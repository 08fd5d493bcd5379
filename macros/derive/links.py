"""Where each thing is shown: addresses from the site's root, the same in both languages but for `en/`."""

from __future__ import annotations

PATHS: dict[str, str] = {
    "provision": "index.html#{}",
    "duty": "duties/index.html#duty-{}",
    "role": "roles/{}/index.html",
    "meeting": "meetings/{}/index.html",
    "procedure": "procedures/{}/index.html",
    "document": "documents/{}/index.html",
    "term": "glossary/index.html#term-{}",
    "question": "open-questions/index.html#question-{}",
    "rulebook": "index.html",
    "pack": "meetings/{0}/{0}-pack.docx",
    "feed": "calendar/calendar.ics",
    "sheet": "documents/documents.csv",
    "checklist": "assurance/checklist/checklist.csv",
    "source": "assurance/{}.txt",
}


def url(rulebook_id: str, kind: str, id: str, language: str) -> str:
    """Return the address of a thing; a step's id is written `procedure/step`.

    A rulebook's calendar feed, its sheet of documents and its checklist are one each: their id is not used.
    """
    if kind == "step":
        procedure, _, step = id.partition("/")
        path = f"procedures/{procedure}/index.html#step-{step}"
    else:
        path = PATHS[kind].format(id)
    return f"{'en/' if language == 'en' else ''}rulebooks/{rulebook_id}/{path}"
