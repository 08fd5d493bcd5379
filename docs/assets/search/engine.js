/* A query's answer: results in order, each an article (or what else the text has) with its best unit. */
(function (search) {
  "use strict";

  const { query, rank, numbers } = search;
  const ROUNDS = 9;
  /* Texts of a large index that are loaded for a query: at first, and then. */
  const FIRST = 12;
  const THEN = 60;
  const MOST_CITED = 12;

  /* Answers a query: {results, meant, reading}. `load` brings files of the index, and tells whether the answer is
     still wanted: who types on asks anew. `options` may name a kind, a rulebook and a role to keep to.
     Of a large index the likeliest texts are loaded first; `early` is told what they answer, then come the others. */
  async function answer(raw, collection, options, load, early) {
    const first = await settled(raw, collection, options, load, collection.whole ? 0 : FIRST);
    if (collection.whole || !load.wanted()) { return first; }
    early(first);
    return settled(raw, collection, options, load, THEN);
  }

  /* Answers with so many texts of a large index, when all that is missing has come. */
  async function settled(raw, collection, options, load, most) {
    let found = attempt(raw, collection, options, most);
    for (let round = 0; collection.tables.needed.size && round < ROUNDS && load.wanted(); round += 1) {
      await load.files(Array.from(collection.tables.needed));
      collection.tables.needed.clear();
      found = attempt(raw, collection, options, most);
    }
    return found;
  }

  /* Answers with what is loaded; what is missing is noted in the tables. */
  function attempt(raw, collection, options, most) {
    const reading = query.understand(raw, collection);
    const accepts = accepting(collection.core, options);
    let numbered = collection.groups;
    const cited = reading.cited ? citedNumbers(reading, collection, options.here) : [];
    if (!collection.whole) {
      const wanted = [...cited.map((one) => one.number), ...rank.candidates(reading, collection, most)];
      // Texts are chosen by all that the tables say of a query, not by the first half of it.
      numbered = collection.tables.needed.size ? new Map() : loaded(collection, wanted);
    }
    const ranked = reading.concepts.length ? rank.rank(reading, numbered, collection, accepts) : [];
    const places = new Map(ranked.map((one, at) => [one.number, at]));
    const place = (number) => (places.has(number) ? places.get(number) : ranked.length);
    const first = cited.filter(({ number }) => collection.groups.has(number))
      .sort((one, other) => other.order - one.order || place(one.number) - place(other.number) || one.number - other.number)
      .map(({ number }) => citedResult(reading.cited, number, collection.groups.get(number), accepts)).filter(Boolean);
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

  /* The groups that bear a cited number, one a rulebook: [{number, order}], first of the rulebook that is named
     beside it, then of the one that is being read. Where a number stands among other words, of no others. */
  function citedNumbers(reading, collection, here) {
    const { cited } = reading;
    const out = [];
    for (const book of collection.core.rulebooks) {
      let number = book.first;
      const order = 2 * collection.named(cited.rest, book) + (book.id === here ? 1 : 0);
      if (reading.among && !order) { continue; }
      for (const [article, count] of book.articles) {
        const at = cited.article - article;
        if (article && at >= 0 && at < count) { out.push({ number: number + at, order: order }); }
        number += count;
      }
    }
    return out.sort((one, other) => other.order - one.order || one.number - other.number).slice(0, MOST_CITED);
  }

  /* A cited group with the very provision first, if there is one. */
  function citedResult(cited, number, group, accepts) {
    const units = group.units.filter((unit) => accepts(unit, group));
    if (!units.length) { return null; }
    const wanted = numbers.ids(cited, group.units.some(({ id }) => id.endsWith("__para_2")));
    const exact = wanted.flatMap((id) => units.filter((unit) => unit.kind === "provision" && unit.id === id));
    const rest = units.filter((unit) => !exact.includes(unit));
    return {
      number: number, group: group, score: Infinity, cited: true, exact: exact.length,
      units: [...exact, ...rest].map((unit) => ({ unit: unit, score: 1 })),
    };
  }

  search.engine = { answer: answer };
})(self.handbookSearch = self.handbookSearch || {});
