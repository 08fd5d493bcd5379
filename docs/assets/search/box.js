/* The search in the header: a combobox whose list holds links. It keeps nothing and asks no one but the site. */
(function () {
  "use strict";

  const form = document.querySelector("[data-search]");
  if (!form) { return; }
  const input = form.querySelector("[data-search-input]");
  const panel = form.querySelector("[data-search-panel]");
  const list = form.querySelector("[data-search-results]");
  const told = form.querySelector("[role=status]");
  const none = form.querySelector("[data-search-none]");
  const kinds = form.querySelector("[data-search-kind]");
  const say = form.dataset;
  const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const root = new URL(say.root + "/", location.href).href;
  const here = (location.pathname.match(/\/rulebooks\/([^/]+)\//) || [])[1];
  const COUNT = 10;
  let desk = null;
  let asked = 0;
  let active = -1;
  let books = 1;

  /* The search itself: a worker, or the same scripts in the page where a worker is forbidden. */
  function open() {
    if (!desk) {
      desk = (location.protocol === "file:" ? inPage() : inWorker());
      desk.ready.then(offer, () => { told.textContent = say.failed; });
    }
    return desk;
  }

  /* Fills the filters that depend on the index; rulebooks only where there are several. */
  function offer(choices) {
    for (const [filter, several] of Object.entries(choices)) {
      const select = form.querySelector('[data-search-filter="' + filter + '"]');
      const named = several.map(([id, names]) => [id, names[language === "zh" ? 0 : 1]]);
      named.sort((one, other) => (one[1] < other[1] ? -1 : 1));
      select.append(...named.map(([id, name]) => new Option(name, id)));
      select.hidden = filter === "rulebook" && several.length < 2;
      books = filter === "rulebook" ? several.length : books;
    }
  }

  function inWorker() {
    const worker = new Worker(root + "assets/search/desk.js");
    const open = new Map();
    let last = 0;
    worker.addEventListener("message", ({ data }) => {
      const [done, failed, early] = open.get(data.id);
      if (data.early) {
        early(data.early);
        return;
      }
      open.delete(data.id);
      if (data.error) { failed(new Error(data.error)); } else { done(data.value); }
    });
    const send = (message, early) => new Promise((done, failed) => {
      last += 1;
      open.set(last, [done, failed, early]);
      worker.postMessage({ ...message, id: last });
    });
    worker.addEventListener("error", () => {
      for (const [, failed] of open.values()) { failed(new Error("worker")); }
      open.clear();
    });
    const ready = send({ open: root });
    return { ready: ready, ask: (query, options, early) => send({ query: query, options: options }, early) };
  }

  function inPage() {
    const ready = new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + "assets/search/desk.js";
      script.onload = () => self.handbookSearch.open(root).then(done, failed);
      script.onerror = () => failed(new Error("desk.js"));
      document.head.append(script);
    });
    return {
      ready: ready,
      ask: (query, options, early) => ready.then(() => self.handbookSearch.ask(query, options, early)),
    };
  }

  function options(within = list) { return Array.from(within.querySelectorAll("[role=option]")); }

  function make(name, className, text) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  function pieces(element, list) {
    for (const piece of list) { element.append(piece.mark ? make("mark", "", piece.text) : piece.text); }
    return element;
  }

  function kindOf(kind) { return kinds.querySelector('option[value="' + kind + '"]').textContent; }

  /* One line of the list: a link, with what kind it is, what it is called and the words that matched. */
  function line(result, under) {
    const link = make("a", under ? "hb-hit hb-hit--under" : "hb-hit");
    link.href = root + result.url;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    link.append(pieces(make("b", "hb-hit__title"), result.title), " ");
    if (result.heading) { link.append(make("span", "hb-hit__heading", result.heading), " "); }
    if (result.kind !== "provision") { link.append(make("span", "hb-hit__kind", kindOf(result.kind)), " "); }
    if (books > 1 && !under) { link.append(make("span", "hb-hit__book", result.rulebook), " "); }
    if (result.language !== language) { link.append(make("span", "hb-hit__kind", say.other), " "); }
    const words = pieces(make("span", "hb-hit__words"), result.excerpt);
    words.lang = result.language === "zh" ? "zh-Hans" : "en";
    link.append(words);
    return link;
  }

  /* An article's line, and behind it what else of the article answers, shown when it is asked for. */
  function group(result, number) {
    const box = make("div", "hb-hits");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", result.label);
    const first = line(result, false);
    first.dataset.provision = result.provision;
    box.append(first);
    if (result.more.length) {
      const more = make("div", "hb-hit hb-hit--more", say.more.replace("{count}", result.more.length).replace("{label}", result.label));
      more.setAttribute("role", "option");
      more.setAttribute("aria-selected", "false");
      more.addEventListener("click", () => unfold(more, result));
      box.append(more);
    }
    options(box).forEach((one, at) => { one.id = "hb-hit-" + number + "-" + at; });
    return box;
  }

  function unfold(more, result) {
    const made = result.more.map((one) => line(one, true));
    made.forEach((one, at) => { one.id = more.id + "-" + at; });
    const place = options().indexOf(more);
    more.replaceWith(...made);
    choose(place);
  }

  function choose(at) {
    const all = options();
    active = all.length ? Math.max(-1, Math.min(at, all.length - 1)) : -1;
    all.forEach((one, index) => { one.setAttribute("aria-selected", String(index === active)); });
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    } else { input.removeAttribute("aria-activedescendant"); }
  }

  function show(visible) {
    panel.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
    form.classList.toggle("hb-search--open", visible);
    if (!visible) { choose(-1); }
  }

  async function search() {
    const query = input.value.trim();
    asked += 1;
    const turn = asked;
    if (!query) {
      list.replaceChildren();
      show(false);
      return;
    }
    show(true);
    const current = (use) => (value) => { if (turn === asked) { use(value); } };
    const wanted = { language: language, here: here, count: COUNT, ...chosen() };
    const first = current((answer) => { if (answer.results.length) { fill(answer); } });
    await open().ask(query, wanted, first).then(current(fill), current(() => { told.textContent = say.failed; }));
  }

  function fill(answer) {
    const before = options()[active];
    const address = before && before.href;
    list.replaceChildren(...answer.results.map(group));
    none.hidden = answer.results.length > 0;
    const meant = answer.meant.map(([typed, words]) => say.meant.replace("{typed}", typed).replace("{words}", words)).join(" ");
    told.textContent = [say.found.replace("{count}", answer.total), meant].filter(Boolean).join(" · ");
    choose(address ? options().findIndex((one) => one.href === address) : -1);
  }

  function chosen() {
    const out = {};
    form.querySelectorAll("select[data-search-filter]").forEach((one) => { out[one.dataset.searchFilter] = one.value; });
    return out;
  }

  input.addEventListener("input", search);
  form.querySelectorAll("select").forEach((one) => one.addEventListener("change", search));
  input.addEventListener("focus", () => {
    open();
    if (input.value.trim() && panel.hidden) { search(); }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const all = options();
    const target = all[Math.max(active, 0)];
    if (target) { target.click(); } else { search(); }
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !panel.hidden) {
      event.preventDefault();
      choose(active + step);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (panel.hidden) { input.value = ""; }
      show(false);
    }
  });
  form.querySelector("[data-search-open]").addEventListener("click", () => {
    form.classList.add("hb-search--open");
    input.focus();
  });
  form.querySelector("[data-search-close]").addEventListener("click", () => {
    show(false);
    form.querySelector("[data-search-open]").focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.classList.add("hb-search--open");
      input.focus();
      input.select();
    }
  });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) { show(false); } });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) { show(false); }
  });

  const query = new URLSearchParams(location.search).get("q");
  if (query) {
    input.value = query;
    form.classList.add("hb-search--open");
    search();
  }
})();
