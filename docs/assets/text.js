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

  window.handbookTooltip(text.querySelectorAll("a.hb-term"), function (term) {
    var name = window.handbookLine("b", term.dataset.name + " · ");
    name.append(window.handbookLine("i", term.dataset.other, term.dataset.otherLang));
    return [name].concat(term.dataset.means.split("\n").map(function (words) {
      return window.handbookLine("span", words);
    }));
  });

  /* Going to a provision as people cite it: 9, 9(2), article 4(5), 第九条第二款, 四条（五）项. */
  var number = self.handbookSearch.numbers.number;

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
