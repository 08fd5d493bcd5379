/* A query's answer: results in order, each an article (or what else the text has) with its best unit.
   `load` brings the files of the index that are missing; where the whole index is loaded it is never asked. */
(function (search) {
  "use strict";

  const { query, rank, numbers } = search;
  const ROUNDS = 6;
  const MOST_CITED = 40;

  /* Answers a query: {results, meant, reading}. `options` may name a kind, a rulebook and a role to keep to. */
  async function answer(raw, collection, options, load) {
    let found = attempt(raw, collection, options);
    for (let round = 0; collection.tables.needed.size && round < ROUNDS; round += 1) {
      await load(Array.from(collection.tables.needed));
      collection.tables.needed.clear();
      found = attempt(raw, collection, options);
    }
    return found;
  }

  /* Answers with what is loaded; what is missing is noted in the tables. */
  function attempt(raw, collection, options = {}) {
    const reading = query.understand(raw, collection);
    const accepts = accepting(collection.core, options);
    let numbered = collection.groups;
    const cited = reading.cited ? citedNumbers(reading.cited, collection.core) : [];
    if (!collection.whole) { numbered = loaded(collection, [...cited, ...rank.candidates(reading, collection)]); }
    const ranked = reading.concepts.length ? rank.rank(reading, numbered, collection, accepts) : [];
    const order = new Map(ranked.map((one, at) => [one.number, at]));
    const place = (number) => (order.has(number) ? order.get(number) : Infinity);
    const first = cited.filter((number) => collection.groups.has(number))
      .map((number) => citedResult(reading.cited, number, collection.groups.get(number), accepts)).filter(Boolean)
      .sort((one, other) => place(one.number) - place(other.number) || one.number - other.number);
    const numbers = new Set(first.map((one) => one.number));
    return { results: [...first, ...ranked.filter((one) => !numbers.has(one.number))], meant: reading.meant, reading: reading };
  }

  function accepting(core, options) {
    const role = options.role ? core.roles.findIndex(({ id }) => id === options.role) : -1;
    return (unit, group) =>
      (!options.kind || unit.kind === options.kind) &&
      (!options.rulebook || core.rulebooks[group.book].id === options.rulebook) &&
      (!options.role || unit.roles.includes(role));
  }

  function loaded(collection, wanted) {
    const out = new Map();
    for (const number of wanted) {
      collection.tables.need("texts-" + Math.floor(number / collection.core.bundle));
      if (collection.groups.has(number)) { out.set(number, collection.groups.get(number)); }
    }
    return out;
  }

  /* The numbers of the groups that bear a cited number, one a rulebook. */
  function citedNumbers(cited, core) {
    const out = [];
    for (const book of core.rulebooks) {
      let number = book.first;
      for (const [article, count] of book.articles) {
        const at = cited.article - article;
        if (article && at >= 0 && at < count && out.length < MOST_CITED) { out.push(number + at); }
        number += count;
      }
    }
    return out;
  }

  /* A cited group with the very provision first, if there is one. */
  function citedResult(cited, number, group, accepts) {
    const units = group.units.filter((unit) => accepts(unit, group));
    if (!units.length) { return null; }
    const wanted = numbers.ids(cited);
    const exact = wanted.flatMap((id) => units.filter((unit) => unit.kind === "provision" && unit.id === id));
    const rest = units.filter((unit) => !exact.includes(unit));
    return {
      number: number, group: group, score: Infinity, cited: true, exact: exact.length,
      units: [...exact, ...rest].map((unit) => ({ unit: unit, score: 1 })),
    };
  }

  search.engine = { answer: answer };
})(self.handbookSearch = self.handbookSearch || {});
