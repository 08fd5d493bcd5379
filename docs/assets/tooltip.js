/* What is told at the pointer, the focus or a tap, in one box for the whole page (WCAG 2.2, 1.4.13: it can be
   pointed at, stays, and Escape puts it away). It lies over the page, so that nothing moves. */
(function () {
  "use strict";

  var box = null;
  var shown = null;
  var leaving = 0;

  function make() {
    box = document.createElement("div");
    box.className = "hb-meaning";
    box.id = "hb-meaning";
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    document.body.append(box);
    box.addEventListener("pointerenter", function () { clearTimeout(leaving); });
    box.addEventListener("pointerleave", leave);
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
    document.addEventListener("pointerdown", function (event) {
      if (shown && !box.contains(event.target) && !shown.contains(event.target)) { hide(); }
    });
  }

  function show(element, fill) {
    clearTimeout(leaving);
    if (shown === element) { return; }
    hide();
    var content = fill(element);
    if (!content.length) { return; }
    shown = element;
    box.replaceChildren.apply(box, content);
    box.hidden = false;
    element.setAttribute("aria-describedby", box.id);
    var at = element.getClientRects()[0];
    var right = document.documentElement.clientWidth - box.offsetWidth - 8;
    var above = at.bottom + box.offsetHeight + 8 > window.innerHeight && at.top > box.offsetHeight + 8;
    var x = Math.max(8, Math.min(at.left, right)) + window.scrollX;
    var y = (above ? at.top - box.offsetHeight - 2 : at.bottom + 2) + window.scrollY;
    box.style.transform = "translate(" + x + "px," + y + "px)";
  }

  function hide() {
    clearTimeout(leaving);
    if (!shown) { return; }
    shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  function leave() { leaving = setTimeout(hide, 200); }

  window.handbookLine = function (name, words, lang) {
    var made = document.createElement(name);
    made.textContent = words;
    if (lang) { made.lang = lang; }
    return made;
  };

  /* Let each of the links tell what `fill` makes of it: a list of nodes, empty where there is nothing to tell. */
  window.handbookTooltip = function (links, fill) {
    if (!box) { make(); }
    links.forEach(function (link) {
      var tapped = false;
      link.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") { show(link, fill); } });
      link.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse") { leave(); } });
      link.addEventListener("focus", function () { if (!tapped) { show(link, fill); } });
      link.addEventListener("blur", leave);
      /* The first tap tells, the second follows the link. */
      link.addEventListener("pointerdown", function (event) { tapped = event.pointerType !== "mouse" && shown !== link; });
      link.addEventListener("click", function (event) {
        if (!tapped) { return; }
        tapped = false;
        show(link, fill);
        if (shown === link) { event.preventDefault(); }
      });
    });
  };
})();
