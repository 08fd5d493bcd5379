/* The duty matrix: filters that live in the address, the arrow keys, a CSV of what is shown, print by groups.
   Without this script the whole table stands. */
(function () {
  "use strict";

  var table = document.querySelector("[data-matrix]");
  var form = document.querySelector("[data-matrix-filters]");
  if (!table || !form) { return; }

  var rows = Array.from(table.tBodies[0].rows);
  var heads = Array.from(table.tHead.rows[0].cells);
  var count = form.querySelector("[data-matrix-count]");
  var none = document.querySelector("[data-matrix-none]");
  var selects = Array.from(form.querySelectorAll("select"));

  function column(id) {
    return heads.findIndex(function (head) { return head.dataset.column === id; });
  }

  function fits(row, wanted) {
    return Object.keys(wanted).every(function (name) {
      if (name === "who") { return row.cells[column(wanted.who)].textContent.trim() !== ""; }
      return (row.dataset[name] || "").split(" ").includes(wanted[name]);
    });
  }

  function apply() {
    var wanted = {};
    selects.forEach(function (select) { if (select.value) { wanted[select.name] = select.value; } });
    var shown = rows.filter(function (row) {
      row.hidden = !fits(row, wanted);
      return !row.hidden;
    });
    heads.forEach(function (head, at) {
      var told = head.querySelector("[data-matrix-column-count]");
      if (!told) { return; }
      var filled = shown.filter(function (row) { return row.cells[at].textContent.trim(); }).length;
      told.textContent = String(filled);
      head.classList.toggle("hb-matrix__empty", !filled);
      head.classList.toggle("hb-matrix__chosen", head.dataset.column === wanted.who);
    });
    count.textContent = count.dataset.words
      .replace("{shown}", String(shown.length)).replace("{all}", count.dataset.of);
    none.hidden = shown.length > 0;
    var stop = table.querySelector("[tabindex='0']");
    if (!stop || stop.parentElement.hidden) {
      if (stop) { stop.tabIndex = -1; }
      (shown.length ? shown[0].cells[0] : heads[0]).tabIndex = 0;
    }
    return wanted;
  }

  function remember(wanted) {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      if (wanted[select.name]) { query.set(select.name, wanted[select.name]); } else { query.delete(select.name); }
    });
    var text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  /* What an address asks for and the table does not have is left out, not shown as an empty table. */
  function recall() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      var value = query.get(select.name) || "";
      var known = Array.from(select.options).some(function (option) { return option.value === value; });
      select.value = known ? value : "";
    });
  }

  form.addEventListener("change", function () { remember(apply()); });
  form.addEventListener("reset", function () { setTimeout(function () { remember(apply()); }, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("popstate", function () { recall(); apply(); });

  /* One cell of the grid takes the tab key; the arrows move from there. */
  function cell(row, at) { return row && row.cells[at]; }
  function focus(next) {
    if (!next) { return; }
    var old = table.querySelector("[tabindex='0']");
    if (old) { old.tabIndex = -1; }
    next.tabIndex = 0;
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  function beside(row, step) {
    var all = [table.tHead.rows[0]].concat(rows.filter(function (one) { return !one.hidden; }));
    return all[all.indexOf(row) + step];
  }
  table.setAttribute("role", "grid");
  table.addEventListener("keydown", function (event) {
    var here = event.target.closest("th, td");
    if (!here || event.altKey || event.ctrlKey || event.metaKey) { return; }
    var row = here.parentElement, at = here.cellIndex;
    var next = {
      ArrowRight: cell(row, at + 1), ArrowLeft: at > 0 ? cell(row, at - 1) : null,
      ArrowDown: cell(beside(row, 1), at), ArrowUp: cell(beside(row, -1), at),
      Home: cell(row, 0), End: cell(row, row.cells.length - 1)
    }[event.key];
    if (next) {
      event.preventDefault();
      focus(next);
    } else if (event.key === "Enter" && event.target === here && here.querySelector("a")) {
      here.querySelector("a").click();
    }
  });

  function words(element) { return element.textContent.replace(/\s+/g, " ").trim(); }
  function quoted(text) {
    /* A spreadsheet takes a leading sign for a formula. */
    var safe = /^[=+\-@]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  }
  form.querySelector("[data-matrix-csv]").addEventListener("click", function () {
    var names = heads.map(function (head) { return quoted(words(head.querySelector("a") || head)); });
    var lines = [names.join(",")];
    rows.forEach(function (row) {
      if (row.hidden) { return; }
      lines.push(Array.from(row.cells).map(function (one, at) {
        return quoted(words(at ? one : one.querySelector("a")));
      }).join(","));
    });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = "duty-matrix.csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });

  /* On paper: a table for each group of columns that fits a sheet, empty rows and columns left out. */
  var PER_SHEET = 7;
  var printed = null;
  window.addEventListener("beforeprint", function () {
    var shown = rows.filter(function (row) { return !row.hidden; });
    var used = heads.map(function (_, at) { return at; }).filter(function (at) {
      return at && shown.some(function (row) { return row.cells[at].textContent.trim(); });
    });
    printed = document.createElement("div");
    printed.className = "hb-matrix-print";
    for (var from = 0; from < used.length; from += PER_SHEET) {
      var group = used.slice(from, from + PER_SHEET);
      var copy = table.cloneNode(false);
      copy.removeAttribute("data-matrix");
      copy.createTHead().appendChild(pick(table.tHead.rows[0], group));
      var body = copy.createTBody();
      shown.forEach(function (row) {
        if (group.some(function (at) { return row.cells[at].textContent.trim(); })) {
          body.appendChild(pick(row, group));
        }
      });
      printed.appendChild(copy);
    }
    table.parentElement.after(printed);
    document.documentElement.classList.add("hb-printing-matrix");
  });
  window.addEventListener("afterprint", function () {
    if (printed) { printed.remove(); }
    printed = null;
    document.documentElement.classList.remove("hb-printing-matrix");
  });
  function pick(row, group) {
    var copy = row.cloneNode(false);
    [0].concat(group).forEach(function (at) { copy.appendChild(row.cells[at].cloneNode(true)); });
    return copy;
  }

  recall();
  apply();
})();
