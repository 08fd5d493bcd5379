"""HTML fragments computed from the model: one view object a page, one template a view.

Nothing here knows MkDocs. A page is found by its module in `pages/`, so that a new kind of page is
one new module and one new template.
"""

from macros.render.book import Address, Book, Fragment, addresses

__all__ = ["Address", "Book", "Fragment", "addresses"]
