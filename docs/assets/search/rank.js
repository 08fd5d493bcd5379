/* Which groups answer a reading best (BM25F over fields; Robertson and Zaragoza 2009), and which unit in each. */
(function (search) {
  "use strict";

  const { fieldsOf } = search.groups;
  const SATURATION = 1.1;
  /* What counts beside what: the group as a whole, its best unit, a phrase in one piece, a name asked for. */
  const SHARE = { whole: 0.5, best: 0.5, phrase: 0.35, heading: 0.3, unitPhrase: 0.35, named: 0.5 };
  const MOST = 40;
  const LONGEST_PHRASE = 30;

  /* How strongly fields hold a token, between 0 and 1. */
  function hold(token, fields, collection) {
    let sum = 0;
    for (const name in fields) {
      const count = fields[name].counts.get(token);
      if (count) {
        const [weight, lean] = collection.core.fields[name];
        sum += (weight * count) / (1 - lean + (lean * fields[name].length) / collection.lengths[name]);
      }
    }
    return sum / (SATURATION + sum);
  }

  /* How strongly a way of saying something is held, given how strongly each of its tokens is. */
  function strength(way, collection, held) {
    let most = 0;
    let sum = 0;
    for (const token of way.tokens) {
      const rarity = collection.rarity(token);
      most += rarity;
      sum += rarity * held(token);
    }
    return most ? (way.weight * sum) / most : 0;
  }

  /* The share of a reading's concepts that is held. */
  function base(reading, collection, held) {
    let sum = 0;
    let total = 0;
    for (const concept of reading.concepts) {
      total += concept.weight;
      sum += concept.weight * Math.max(...concept.ways.map((way) => strength(way, collection, held)));
    }
    return total ? sum / total : 0;
  }

  /* The share of a phrase that stands in one piece in a text. */
  function inOnePiece(phrase, text) {
    for (let length = phrase.length; length > 1; length -= 1) {
      for (let at = 0; at + length <= phrase.length; at += 1) {
        if (text.includes(phrase.slice(at, at + length))) { return length / phrase.length; }
      }
    }
    return 0;
  }

  function phrases(reading, fields) {
    let best = 0;
    for (const { text, weight } of reading.phrases) {
      const phrase = text.slice(0, LONGEST_PHRASE);
      for (const name in fields) {
        if (name !== "book") {
          const share = inOnePiece(phrase, fields[name].joined);
          const names = name === "text" || name === "rest" ? 1 : 1.3;
          best = Math.max(best, weight * names * share * share * Math.min(1, phrase.length / 3));
        }
      }
    }
    return best;
  }

  /* Whether fields bear the very name that was asked for: the share of the query that the name is. */
  function named(asked, fields) {
    let best = 0;
    for (const name of ["title", "heading", "names"]) {
      const lines = fields[name] ? fields[name].lines : [];
      for (const line of lines) {
        best = Math.max(best, (name === "names" ? 0.9 : 1) * (asked.get(search.query.bare(line)) || 0));
      }
    }
    return best;
  }

  /* What may be the name of something, each with the share of the query it is. */
  function askedNames(reading) {
    const sure = reading.phrases.filter((one) => one.weight > 0.6).map((one) => one.text);
    const meant = reading.meant.map(([, text]) => search.query.bare(text));
    const asked = new Map([...sure, ...meant].filter(Boolean).map((text) => [text, Math.min(1, text.length / reading.size)]));
    return asked.set(reading.whole, 1);
  }

  /* Ranks groups [number, group]: [{number, group, score, units: [{unit, score}]}], the best first; what holds
     nothing of the query is left out, and so are units that `accepts` refuses. */
  function rank(reading, numbered, collection, accepts) {
    const asked = askedNames(reading);
    const found = [];
    for (const [number, group] of numbered) {
      const units = group.units.filter((unit) => accepts(unit, group));
      const whole = units.length ? base(reading, collection, (token) => hold(token, group.fields, collection)) : 0;
      if (whole > 0) { found.push({ number: number, group: group, whole: whole, units: units }); }
    }
    found.sort((one, other) => other.whole - one.whole || one.number - other.number);
    return found.slice(0, MOST).map((one) => {
      const units = one.units.map((unit) => ({ unit: unit, score: unitScore(unit, reading, collection, asked) }))
        .sort((a, b) => b.score - a.score);
      const best = units[0].score;
      const score = SHARE.whole * one.whole + SHARE.best * best +
        SHARE.phrase * phrases(reading, one.group.fields) + SHARE.heading * named(asked, { heading: one.group.fields.heading });
      return { number: one.number, group: one.group, score: score, units: units.filter((each) => each.score > 0.15 * best) };
    }).sort((one, other) => other.score - one.score || one.number - other.number);
  }

  function unitScore(unit, reading, collection, asked) {
    const fields = fieldsOf(unit);
    const own = base(reading, collection, (token) => hold(token, fields, collection));
    if (!own) { return 0; }
    return unit.prior * (own + SHARE.unitPhrase * phrases(reading, fields) + SHARE.named * named(asked, fields));
  }

  /* So many groups worth loading for a reading, by what the shards say of its tokens. */
  function candidates(reading, collection, most) {
    const scores = new Map();
    for (const concept of reading.concepts) {
      const best = new Map();
      for (const way of concept.ways) {
        const groups = new Set(way.tokens.flatMap((token) => Array.from(collection.postings(token).keys())));
        for (const group of groups) {
          const own = strength(way, collection, (token) => collection.postings(token).get(group) || 0);
          if (own > (best.get(group) || 0)) { best.set(group, own); }
        }
      }
      for (const [group, own] of best) { scores.set(group, (scores.get(group) || 0) + own * concept.weight); }
    }
    return Array.from(scores).sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, most).map((one) => one[0]);
  }

  search.rank = { rank: rank, candidates: candidates };
})(self.handbookSearch = self.handbookSearch || {});
