"""What a rulebook is: provisions, statements about them, and nothing of YAML, HTML or MkDocs.

Shapes follow the project's model; provision ids follow the Akoma Ntoso naming convention
(OASIS LegalDocML 1.0), recurrences RFC 5545, procedures a subset of BPMN 2.0.
"""

from macros.model.base import Bilingual, Citation, Element, Place, walk
from macros.model.duty import Duty, DutyLink, Origin, Party
from macros.model.facts import Document, Fact, Meeting, Quorum, Rhythm
from macros.model.finding import Code, Example, Explanation, Finding, Sentence, Severity
from macros.model.procedure import Edge, Procedure, Step
from macros.model.provision import Provision, ProvisionId
from macros.model.rulebook import Category, Excuse, Handbook, Head, Rulebook, Version
from macros.model.vocabulary import OpenQuestion, Role, Term

__all__ = [
    "Bilingual",
    "Category",
    "Citation",
    "Code",
    "Document",
    "Duty",
    "DutyLink",
    "Edge",
    "Element",
    "Example",
    "Excuse",
    "Explanation",
    "Fact",
    "Finding",
    "Handbook",
    "Head",
    "Meeting",
    "OpenQuestion",
    "Origin",
    "Party",
    "Place",
    "Procedure",
    "Provision",
    "ProvisionId",
    "Quorum",
    "Rhythm",
    "Role",
    "Rulebook",
    "Sentence",
    "Severity",
    "Step",
    "Term",
    "Version",
    "walk",
]
