/* A group of the index (an article with all that rests on it) made ready to be ranked. */
(function (search) {
  "use strict";

  const { words } = search;
  /* Of units that hold a query alike, the words of the rules stand first. */
  const PRIOR = { provision: 1, meeting: 1, duty: 0.95, procedure: 0.94, role: 0.92, document: 0.92, term: 0.9, question: 0.9 };

  function field(texts) {
    const folded = texts.filter(Boolean).map((text) => words.fold(text).text);
    const counts = new Map();
    const add = (token) => counts.set(token, (counts.get(token) || 0) + 1);
    let length = 0;
    for (const text of folded) {
      const list = words.tokens(text);
      length += list.length;
      list.forEach((token, at) => {
        add(token);
        const next = list[at + 1];
        if (next && isEnglish(token) && isEnglish(next)) { add(token + " " + next); }
      });
    }
    return { lines: folded, joined: folded.join("\n"), counts: counts, length: length };
  }

  function isEnglish(token) { return token >= "a" && token < "{"; }

  function lines(pair) { return pair.flatMap((text) => text.split("\n")).filter(Boolean); }

  /* Turns a record of the index into a group with its fields. */
  function made(record, core) {
    const [book, id, label, heading, units, asked] = record;
    const own = { names: lines(asked), text: [], rest: [] };
    const list = units.map(([kind, unitId, title, text, names, roles]) => {
      const unit = {
        kind: core.kinds[kind], id: unitId, title: title, text: text, names: lines(names), roles: roles,
        prior: PRIOR[core.kinds[kind]], fields: null,
      };
      own.names.push(...unit.names);
      if (unit.kind === "provision") { own.text.push(...text); }
      else if (unit.kind === "duty" || unit.kind === "question") { own.rest.push(...title, ...text); }
      else {
        own.names.push(...title);
        own.rest.push(...text);
      }
      return unit;
    });
    return {
      book: book, id: id, label: label, heading: heading, units: list,
      fields: {
        heading: field([...heading, ...label]), names: field(own.names), text: field(own.text),
        rest: field(own.rest), book: field(core.rulebooks[book].title),
      },
    };
  }

  /* A unit's own fields, made when it is first ranked. */
  function fieldsOf(unit) {
    if (!unit.fields) {
      const title = unit.kind === "provision" ? [] : unit.title;
      unit.fields = { title: field(title), names: field(unit.names), text: field(unit.text) };
    }
    return unit.fields;
  }

  search.groups = { made: made, fieldsOf: fieldsOf };
})(self.handbookSearch = self.handbookSearch || {});
