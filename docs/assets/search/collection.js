/* The collection a query is read against. A small one is loaded whole and counted here; of a large one the
   tables and texts a query needs are loaded as it is read (engine.js), and the counts come with them. */
(function (search) {
  "use strict";

  const { words, sounds } = search;
  const MOST_LETTERS = 40;
  const LEAST_OF_A_NAME = 0.6;
  /* Words that begin as the last one does: of all that is loaded, and where each has to be loaded. */
  const MOST_BEGUN = 8;
  const MOST_BEGUN_LOADED = 3;
  const POSTING = /([0-9a-z]+)([A-I])/g;

  class Collection {
    constructor(core) {
      this.core = core;
      this.whole = !core.shards.grams;
      this.tables = new search.Tables(core.shards);
      this.groups = new Map();
      this.lengths = core.lengths;
      words.take(core.variants, core.stop);
      this.sounds = new sounds.Sounds(core.sounds, this.tables);
      this.everyday = new search.Everyday(core.everyday);
      this.read = new Map();
      this.titles = new Map();
      this.joined = { names: "\n", texts: "\n" };
    }

    /* Takes the content of a file of the index. */
    take(file, content) {
      if (file.startsWith("texts-")) {
        const [first, records] = content;
        records.forEach((record, at) => this.groups.set(first + at, search.groups.made(record, this.core)));
        this.tables.loaded.add(file);
        this.tables.needed.delete(file);
        if (this.whole && this.groups.size === this.core.groups) { this.count(); }
      } else { this.tables.take(file, content); }
    }

    /* Counts and learns everything, where all texts are loaded. */
    count() {
      const held = this.tables.table("grams");
      const vocabulary = new Set();
      const joined = { names: new Set(), texts: new Set() };
      for (const group of this.groups.values()) {
        const seen = new Set();
        for (const [name, field] of Object.entries(group.fields)) {
          for (const token of field.counts.keys()) { if (name !== "book") { seen.add(token); } }
          for (const line of field.lines) {
            joined[name === "names" || name === "heading" ? "names" : "texts"].add(line);
            for (const word of line.match(/[a-z]{3,}/g) || []) { vocabulary.add(word); }
          }
        }
        for (const token of seen) { held.set(token, (held.get(token) || 0) + 1); }
      }
      for (const token of held.keys()) {
        if (token.length === 2 && words.HAN.test(token)) { this.sounds.learn(token); }
      }
      for (const word of vocabulary) { this.tables.put("words", word[0], word); }
      for (const name of ["names", "texts"]) { this.joined[name] = "\n" + Array.from(joined[name]).join("\n") + "\n"; }
    }

    /* How much of the words beside a number stands in a rulebook's name, if most of it does: 仲裁法第九条. */
    named(rest, book) {
      const asked = words.tokens(rest).filter((token) => token.length > 1 || !words.HAN.test(token));
      if (!asked.length) { return 0; }
      if (!this.titles.has(book)) {
        const names = [...book.title, ...book.short].flatMap((name) => words.tokens(words.fold(name).text));
        this.titles.set(book, new Set(names));
      }
      const share = asked.filter((token) => this.titles.get(book).has(token)).length / asked.length;
      return share < LEAST_OF_A_NAME ? 0 : share;
    }

    /* In how many groups a token stands, of all there are. */
    held(token) {
      const entry = this.tables.get("grams", token);
      return typeof entry === "string" ? parseInt(entry, 36) : entry || 0;
    }

    /* Whether a token surely stands nowhere; of one whose table is not loaded yet, that is not known. */
    lacks(token) { return this.tables.sure(() => this.held(token)) === 0; }

    rarity(token) {
      const held = this.held(token);
      return Math.log(1 + (this.core.groups - held + 0.5) / (held + 0.5));
    }

    /* Where a token stands and how strongly: Map of group to 0…1, read from its shard. */
    postings(token) {
      const entry = this.tables.get("grams", token);
      if (typeof entry !== "string") { return new Map(); }
      if (!this.read.has(token)) {
        const found = new Map();
        let group = -1;
        for (const [, step, impact] of entry.slice(entry.indexOf(":") + 1).matchAll(POSTING)) {
          group += parseInt(step, 36);
          found.set(group, (impact.charCodeAt(0) - 64) / 9);
        }
        this.read.set(token, found);
      }
      return this.read.get(token);
    }

    /* Whether a string stands in a name or a text of what is loaded; a large collection is believed. */
    share(text) {
      const { names, texts } = this.joined;
      if (names.includes("\n" + text + "\n")) { return 1; }
      if (names.includes(text)) { return 0.9; }
      return texts.includes(text) || !this.whole ? 0.8 : 0;
    }

    /* Chinese strings that letters may be the sound of: [{text, weight, cost}], the likeliest first. */
    pinyin(letters, slips) {
      if (letters.length > MOST_LETTERS) { return []; }
      const found = this.sounds.read(letters, slips).flatMap(({ syllables, cost }) =>
        this.sounds.strings(syllables).map((text) => ({ text: text, weight: (1 - 0.15 * cost) * this.share(text), cost: cost })));
      return likeliest(found);
    }

    /* Chinese strings whose syllables begin with these letters: bwh is 部务会. */
    initials(letters) {
      const named = (this.tables.get("initials", letters) || []).map((text) => ({ text: text, weight: 0.9, cost: 0 }));
      const other = this.sounds.begun(letters).map((text) => ({ text: text, weight: 0.9 * this.share(text), cost: 0 }));
      return likeliest([...named, ...other]);
    }

    /* English words of the collection at most so many slips away, the nearest first. */
    near(word, slips) {
      const found = [];
      for (const one of this.vocabulary(word)) {
        const away = sounds.distance(word, one, slips);
        if (away <= slips) { found.push([away + (one[0] === word[0] ? 0 : 0.5), one]); }
      }
      found.sort((one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : 1));
      return found.slice(0, 4).map((one) => one[1]);
    }

    /* Stems of the words that begin so: what is typed may not be typed to its end. */
    beginning(letters) {
      const found = (this.tables.get("words", letters[0]) || []).filter((one) => one.startsWith(letters)).sort();
      return Array.from(new Set(found.map(words.stem))).slice(0, this.whole ? MOST_BEGUN : MOST_BEGUN_LOADED);
    }

    /* The English words a word may be a slip of; those with another first letter only in a small collection. */
    vocabulary(word) {
      const own = this.tables.get("words", word[0]) || [];
      return this.whole ? Array.from(this.tables.table("words").values()).flat() : own;
    }
  }

  function likeliest(found) {
    const best = new Map();
    for (const one of found) {
      if (one.weight > 0 && !(best.has(one.text) && best.get(one.text).weight >= one.weight)) { best.set(one.text, one); }
    }
    return Array.from(best.values()).sort((one, other) => other.weight - one.weight).slice(0, 6);
  }

  search.Collection = Collection;
})(self.handbookSearch = self.handbookSearch || {});
