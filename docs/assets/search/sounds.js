/* How Chinese signs sound, without tones, and what of the collection sounds like what was typed. */
(function (search) {
  "use strict";

  const MOST = 12;
  /* The same where each sign's table has to be loaded. */
  const MOST_LOADED = 4;
  const BEAM = 120;

  /* Dialects and hurry mix these up: zh/z, ch/c, sh/s, n/l, ng/n. */
  function loose(syllable) {
    return syllable.replace(/^([zcs])h/, "$1").replace(/^l/, "n").replace(/([aei])ng$/, "$1n");
  }

  /* The edit distance with neighbouring letters exchanged (Damerau 1964), or more than `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) { return most + 1; }
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      let least = at;
      for (let to = 1; to <= other.length; to += 1) {
        const same = one[at - 1] === other[to - 1] ? 0 : 1;
        let cost = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + same);
        if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
          cost = Math.min(cost, before[to - 2] + 1);
        }
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) { return most + 1; }
      before = row;
      row = next;
    }
    return row[other.length];
  }

  /* How many letters from `at` on may be meant as a syllable, and at the price of how many slips. */
  function fits(letters, at, syllable, slips) {
    const out = [];
    if (letters.startsWith(syllable, at)) { out.push([syllable.length, 0]); }
    if (slips < 1 || syllable.length < 2) { return out; }
    for (let length = Math.max(1, syllable.length - 1); length <= syllable.length + 1; length += 1) {
      const typed = letters.slice(at, at + length);
      if (typed.length === length && typed !== syllable && distance(typed, syllable, 1) === 1) { out.push([length, 1]); }
    }
    return out;
  }

  class Sounds {
    /* `written` is "syllable:signs|…"; `tables` hold the pairs of signs by how they sound. */
    constructor(written, tables) {
      this.tables = tables;
      this.signs = new Map();
      this.readings = new Map();
      for (const entry of written.split("|")) {
        const [syllable, signs] = entry.split(":");
        this.signs.set(syllable, signs);
        for (const sign of signs) {
          this.readings.set(sign, [...(this.readings.get(sign) || []), syllable]);
        }
      }
    }

    of(sign) { return this.readings.get(sign) || []; }

    /* Learns a pair of signs that stands in the collection. */
    learn(pair) {
      for (const first of this.of(pair[0])) {
        for (const second of this.of(pair[1])) {
          this.tables.put("sounds", first + " " + second, pair);
          this.tables.put("loosely", loose(first) + " " + loose(second), pair);
          this.tables.put("begun", first[0] + second[0], pair);
          this.tables.put("after", first, second);
        }
      }
    }

    pairs(first, second) { return this.tables.get("sounds", first + " " + second) || []; }

    /* Pairs of the collection that sound as these two signs do, the exact ones first: [pair, weight]. */
    alike(pair) {
      const found = new Map();
      for (const first of this.of(pair[0])) {
        for (const second of this.of(pair[1])) {
          for (const one of this.pairs(first, second)) { found.set(one, 0.85); }
          for (const one of this.tables.get("loosely", loose(first) + " " + loose(second)) || []) {
            if (!found.has(one)) { found.set(one, 0.6); }
          }
        }
      }
      found.delete(pair);
      return Array.from(found).slice(0, MOST);
    }

    /* Ways to read letters as syllables that follow one another in the collection, with at most `slips` slips:
       [{syllables, cost}], the best first. */
    read(letters, slips) {
      const after = this.tables.table("after");
      let open = [{ at: 0, syllables: [], cost: 0 }];
      const done = [];
      while (open.length && done.length < MOST) {
        const next = [];
        for (const way of open) {
          const last = way.syllables[way.syllables.length - 1];
          const choice = last && after.size ? after.get(last) || [] : this.signs.keys();
          for (const syllable of choice) {
            for (const [length, cost] of fits(letters, way.at, syllable, slips - way.cost)) {
              const on = { at: way.at + length, syllables: [...way.syllables, syllable], cost: way.cost + cost };
              if (on.at === letters.length) { done.push(on); } else { next.push(on); }
            }
          }
        }
        open = next.sort((one, other) => one.cost - other.cost || other.at - one.at).slice(0, BEAM);
      }
      return done.sort((one, other) => one.cost - other.cost || one.syllables.length - other.syllables.length)
        .slice(0, MOST);
    }

    /* Strings of the collection read as these syllables: pairs chained by the sign they share. */
    strings(syllables) {
      if (syllables.length === 1) {
        const most = this.tables.shards.sounds ? MOST_LOADED : MOST;
        return Array.from(this.signs.get(syllables[0]) || "").slice(0, most);
      }
      return chained(syllables.slice(1).map((one, at) => this.pairs(syllables[at], one)));
    }

    /* Strings of the collection whose syllables begin with these letters. */
    begun(letters) {
      const list = Array.from(letters);
      return chained(list.slice(1).map((one, at) => this.tables.get("begun", list[at] + one) || []));
    }
  }

  /* Pairs of signs, a list for each place, joined where one ends with the sign the next begins with. */
  function chained(places) {
    let made = places[0] || [];
    for (const pairs of places.slice(1)) {
      made = made.flatMap((text) => pairs.filter((pair) => pair[0] === text[text.length - 1])
        .map((pair) => text + pair[1])).slice(0, 400);
    }
    return made;
  }

  search.sounds = { Sounds: Sounds, distance: distance };
})(self.handbookSearch = self.handbookSearch || {});
