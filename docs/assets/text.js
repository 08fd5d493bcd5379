/* The text page: what a term means, at the pointer, the focus or a tap; going to a provision; copying one.
   Without this script a term leads to the glossary and every provision to itself. */
(function () {
  "use strict";

  /* From another page: what was asked goes along in the address. */
  document.querySelectorAll("form[data-go-from]").forEach(function (from) {
    from.addEventListener("submit", function (event) {
      event.preventDefault();
      var asked = from.elements["go-to"].value.trim();
      location.assign(from.getAttribute("action") + (asked ? "?go-to=" + encodeURIComponent(asked) : ""));
    });
  });

  var text = document.querySelector(".hb-text");
  if (!text) { return; }

  /* The running title of a printed text; the margin of a page can show no element. */
  document.documentElement.style.setProperty("--hb-running", JSON.stringify(text.dataset.running));

  /* What a term means (WCAG 2.2, 1.4.13: it can be pointed at, stays, and Escape puts it away). */
  var meaning = document.createElement("div");
  meaning.className = "hb-meaning";
  meaning.id = "hb-meaning";
  meaning.setAttribute("role", "tooltip");
  meaning.hidden = true;
  document.body.append(meaning);
  var shown = null;
  var leaving = 0;

  function line(name, words) {
    var made = document.createElement(name);
    made.textContent = words;
    return made;
  }

  function show(term) {
    clearTimeout(leaving);
    if (shown === term) { return; }
    hide();
    shown = term;
    var name = line("b", term.dataset.name + " · ");
    var other = document.createElement("i");
    other.lang = term.dataset.otherLang;
    other.textContent = term.dataset.other;
    name.append(other);
    meaning.replaceChildren(name);
    term.dataset.means.split("\n").forEach(function (words) { meaning.append(line("span", words)); });
    meaning.hidden = false;
    term.setAttribute("aria-describedby", meaning.id);
    var at = term.getClientRects()[0];
    var right = document.documentElement.clientWidth - meaning.offsetWidth - 8;
    var above = at.bottom + meaning.offsetHeight + 8 > window.innerHeight && at.top > meaning.offsetHeight + 8;
    meaning.style.left = Math.max(8, Math.min(at.left, right)) + window.scrollX + "px";
    meaning.style.top = (above ? at.top - meaning.offsetHeight - 2 : at.bottom + 2) + window.scrollY + "px";
  }

  function hide() {
    clearTimeout(leaving);
    if (!shown) { return; }
    shown.removeAttribute("aria-describedby");
    shown = null;
    meaning.hidden = true;
  }

  function leave() { leaving = setTimeout(hide, 200); }

  text.querySelectorAll("a.hb-term").forEach(function (term) {
    var tapped = false;
    term.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") { show(term); } });
    term.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse") { leave(); } });
    term.addEventListener("focus", function () { if (!tapped) { show(term); } });
    term.addEventListener("blur", leave);
    /* The first tap tells, the second follows the link. */
    term.addEventListener("pointerdown", function (event) { tapped = event.pointerType !== "mouse" && shown !== term; });
    term.addEventListener("click", function (event) {
      if (tapped) { event.preventDefault(); show(term); tapped = false; }
    });
  });
  meaning.addEventListener("pointerenter", function () { clearTimeout(leaving); });
  meaning.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
  document.addEventListener("pointerdown", function (event) {
    if (shown && !meaning.contains(event.target) && !shown.contains(event.target)) { hide(); }
  });

  /* Going to a provision as people cite it: 9, 9(2), article 4(5), 第九条第二款, 四条（五）项. */
  var digits = "零一二三四五六七八九";

  function number(words) {
    if (/^\d+$/.test(words)) { return Number(words); }
    var total = 0;
    var current = 0;
    Array.from(words).forEach(function (sign) {
      if (sign === "十" || sign === "百") {
        total += (current || 1) * (sign === "十" ? 10 : 100);
        current = 0;
      } else { current = digits.indexOf(sign); }
    });
    return total + current;
  }

  function places(asked) {
    var one = asked.normalize("NFKC").replace(/\s+/g, "").replace(/^art(icle|\.)?/i, "");
    var sign = "(\\d+|[零一二三四五六七八九十百]+)";
    var chinese = new RegExp("^第?" + sign + "条(?:第?" + sign + "款)?(?:第?\\(?" + sign + "\\)?项?)?$").exec(one);
    if (chinese) {
      var parts = chinese.slice(1).map(function (part) { return part ? number(part) : 0; });
      return parts[2] && !parts[1] ? [parts[0], 1, parts[2]] : parts;
    }
    var short = new RegExp("^" + sign + "(?:\\(" + sign + "\\))?(?:\\(" + sign + "\\))?$").exec(one);
    return short && short.slice(1).map(function (part) { return part ? number(part) : 0; });
  }

  /* 4(5) is point 5 where the article has one paragraph only, as the citations on this page have it. */
  function wanted(parts) {
    var article = "art_" + parts[0];
    var single = parts[1] && !parts[2] && !document.getElementById(article + "__para_2");
    if (single && document.getElementById(article + "__para_1__point_1")) { parts = [parts[0], 1, parts[1]]; }
    return article + (parts[1] ? "__para_" + parts[1] : "") + (parts[2] ? "__point_" + parts[2] : "");
  }

  function go(place) {
    location.hash = place.id;
    place.tabIndex = -1;
    place.focus();
  }

  var form = text.querySelector("[data-go-to]");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var told = form.querySelector("[role=status]");
    var asked = form.elements["go-to"].value.trim();
    var parts = places(asked);
    function tell(words, label) {
      told.textContent = words.replace("{asked}", asked).replace("{label}", label || "");
    }
    told.textContent = "";
    if (!parts) { tell(told.dataset.unread); return; }
    var id = wanted(parts);
    var exact = document.getElementById(id);
    while (id && !document.getElementById(id)) { id = id.split("__").slice(0, -1).join("__"); }
    if (exact) { go(exact); return; }
    var nearest = id && document.getElementById(id);
    if (nearest) {
      tell(told.dataset.unknown, nearest.dataset.label);
      location.hash = nearest.id;
      return;
    }
    var last = Array.from(text.querySelectorAll("h2[data-label]")).pop();
    tell(told.dataset.none, last.dataset.label);
  });

  var sent = new URLSearchParams(location.search).get("go-to");
  if (sent) {
    history.replaceState(null, "", location.pathname);
    form.elements["go-to"].value = sent;
    form.requestSubmit();
  }

  /* Copying a provision's words with their citation, and its address, in the order and language shown. */
  function button(words, copied) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "hb-copy";
    made.textContent = words;
    made.addEventListener("click", function () { window.handbookCopy(copied(), made); });
    return made;
  }

  text.querySelectorAll("details[data-copy-words]").forEach(function (details) {
    details.addEventListener("toggle", function () {
      var about = details.querySelector(".hb-about");
      if (!details.open || about.querySelector(".hb-copies")) { return; }
      var row = details.closest(".hb-row");
      var copies = document.createElement("p");
      copies.className = "hb-copies";
      copies.append(
        button(details.dataset.copyWords, function () {
          var cells = Array.from(row.querySelectorAll(".hb-cell")).filter(function (cell) {
            return getComputedStyle(cell).display !== "none";
          });
          return cells.map(function (cell) {
            var lang = cell.classList.contains("hb-cell--zh") ? "zh" : "en";
            var cite = row.querySelector('code.hb-cite[data-language="' + lang + '"]').textContent;
            return cell.textContent.trim() + (lang === "zh" ? "（" + cite + "）" : " (" + cite + ")");
          }).join("\n\n");
        }),
        button(details.dataset.copyLink, function () {
          return location.href.split("#")[0] + "#" + row.id;
        })
      );
      about.append(copies);
    });
  });
})();
