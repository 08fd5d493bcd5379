/* What a reader sees of an answer: plain objects, with the words that matched marked in their context. */
(function (search) {
  "use strict";

  const { words } = search;
  const AROUND = { zh: 64, en: 130 };
  const LANGUAGES = ["zh", "en"];

  /* What may be marked for a reading: Chinese strings, stems of English words, numbers. */
  function marked(reading) {
    const han = new Set();
    const plain = new Set();
    for (const { text } of reading.phrases) { if (words.HAN.test(text)) { han.add(text); } }
    for (const way of reading.concepts.flatMap((concept) => concept.ways)) {
      if (way.phrase && words.HAN.test(way.phrase)) { han.add(way.phrase); }
      for (const token of way.tokens) {
        if (!words.HAN.test(token)) { token.split(" ").forEach((one) => plain.add(one)); }
        else if (token.length > 1 || way.tokens.length === 1) { han.add(token); }
      }
    }
    return { han: Array.from(han).sort((one, other) => other.length - one.length), plain: plain };
  }

  /* The stretches of a text to mark: [start, end], none over another. */
  function stretches(text, marks) {
    const folded = words.fold(text);
    const taken = new Array(text.length).fill(false);
    const put = (start, end) => { taken.fill(true, folded.from[start], folded.from[end - 1] + 1); };
    for (const one of marks.han) {
      for (let at = folded.text.indexOf(one); at >= 0; at = folded.text.indexOf(one, at + 1)) { put(at, at + one.length); }
    }
    for (const run of words.runs(folded.text)) {
      const token = run.kind === "latin" ? (words.stops(run.text) ? "" : words.stem(run.text)) : run.text;
      if (run.kind !== "han" && marks.plain.has(token)) { put(run.at, run.at + run.text.length); }
    }
    const out = [];
    for (let at = 0; at < text.length; at += 1) {
      if (!taken[at]) { continue; }
      const start = at;
      while (taken[at]) { at += 1; }
      out.push([start, at]);
    }
    return out;
  }

  function weight(found) { return found.reduce((sum, [start, end]) => sum + end - start, 0); }

  /* A text cut into plain and marked pieces, no longer than its language allows and around its marks. */
  function pieces(text, found, language) {
    const most = AROUND[language];
    let from = 0;
    if (text.length > most && found.length) {
      const inside = (start) => weight(found.filter(([one, end]) => one >= start && end <= start + most));
      const starts = found.map(([start]) => Math.max(0, start - Math.floor(most / 4)));
      from = starts.reduce((best, start) => (inside(start) > inside(best) ? start : best), starts[0]);
      if (from && language === "en") { from = text.indexOf(" ", from - 1) + 1 || from; }
    }
    let to = Math.min(text.length, from + most);
    if (to < text.length && language === "en") { to = Math.max(text.lastIndexOf(" ", to), from + 1); }
    const out = from ? [{ text: "…", mark: false }] : [];
    let at = from;
    for (const [start, end] of found) {
      if (end <= from || start >= to) { continue; }
      if (start > at) { out.push({ text: text.slice(at, start), mark: false }); }
      out.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), mark: true });
      at = Math.min(end, to);
    }
    if (at < to) { out.push({ text: text.slice(at, to), mark: false }); }
    if (to < text.length) { out.push({ text: "…", mark: false }); }
    return out;
  }

  /* The line of a unit that shows the match best, in the reader's language if it holds any. */
  function excerpt(unit, marks, language) {
    let best = null;
    for (const one of [language, ...LANGUAGES.filter((each) => each !== language)]) {
      const at = LANGUAGES.indexOf(one);
      for (const text of unit.text[at].split("\n").filter(Boolean)) {
        const found = stretches(text, marks);
        const own = weight(found) + (one === language ? 0.5 : 0);
        if (!best || (own > best.own && (one === language || best.own < 1))) {
          best = { own: own, language: one, pieces: pieces(text, found, one) };
        }
      }
    }
    return best || { own: 0, language: language, pieces: [] };
  }

  function plain(text) { return [{ text: text, mark: false }]; }

  function address(kind, id, group, core, language) {
    return (language === "en" ? "en/" : "") + "rulebooks/" + core.rulebooks[group.book].id + "/" +
      core.paths[kind].replaceAll("{}", id);
  }

  function shown(unit, group, marks, core, language) {
    const at = LANGUAGES.indexOf(language);
    const line = excerpt(unit, marks, language);
    const provision = unit.kind === "provision";
    const title = unit.title[at];
    return {
      kind: unit.kind,
      title: provision ? plain(title) : pieces(title, stretches(title, marks), language),
      heading: provision ? group.heading[at] : group.label[at],
      excerpt: line.pieces,
      language: line.language,
      url: address(unit.kind, unit.id, group, core, language),
    };
  }

  /* An article as such: where it was asked for by its number, or answers only by what it is called. */
  function article(group, best, core, language) {
    const at = LANGUAGES.indexOf(language);
    const id = group.id.startsWith("art_") ? group.id : group.units[0].id;
    return {
      kind: "provision", title: plain(group.label[at]), heading: group.heading[at],
      excerpt: best ? best.excerpt : [], language: best ? best.language : language,
      url: address("provision", id, group, core, language),
    };
  }

  /* The first `count` results of an answer: each with where it leads and what else its article has. */
  function list(answer, collection, language, count) {
    const { core } = collection;
    const marks = marked(answer.reading);
    const at = LANGUAGES.indexOf(language);
    return answer.results.slice(0, count).map(({ group, units, cited, exact }) => {
      const several = units.slice(0, 7).map(({ unit }) => shown(unit, group, marks, core, language));
      const whole = (cited && !exact && group.id.startsWith("art_")) || !several.length;
      const first = whole ? article(group, several[0], core, language) : several[0];
      return {
        ...first, provision: group.id, label: group.label[at], rulebook: core.rulebooks[group.book].short[at],
        more: several.filter((one) => one.url !== first.url),
      };
    });
  }

  search.results = { list: list };
})(self.handbookSearch = self.handbookSearch || {});
