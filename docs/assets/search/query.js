/* What a query means: concepts, each with the ways it may be said. A concept weighs what its rarest way weighs;
   a group earns the best of the ways. */
(function (search) {
  "use strict";

  const { words, numbers } = search;
  const LONGEST = 120;
  const SAID = 0.85;
  /* As how many Chinese signs an English word counts. */
  const WORD = 2;

  /* Reads a query against a collection. */
  function understand(raw, collection) {
    const folded = words.fold(String(raw).slice(0, LONGEST)).text.trim();
    const cited = numbers.citation(folded);
    const among = Boolean(cited && !cited.bare && bare(cited.rest) && collection.core.rulebooks.length > 1);
    const named = among && collection.core.rulebooks.some((book) => collection.named(cited.rest, book));
    const text = cited && !cited.bare && (!among || named) ? cited.rest : folded;
    const reading = { concepts: [], phrases: [], meant: [], whole: bare(folded), size: 0, cited: cited, among: among };
    let latin = [];
    const every = words.runs(text);
    every.forEach((run, at) => {
      if (run.kind === "latin") { latin.push(run); }
      if (run.kind !== "latin" || at === every.length - 1) {
        readLatin(latin, reading, collection, at === every.length - 1 && run.kind === "latin");
        latin = [];
      }
      if (run.kind === "han") { readHan(run.text, reading, collection); }
      if (run.kind === "digits") {
        reading.size += 1;
        reading.concepts.push(concept([way([run.text])], collection));
      }
    });
    return reading;
  }

  function bare(folded) { return folded.replace(/[^\p{L}\p{N}]/gu, ""); }

  function way(tokens, weight = 1, phrase = "") { return { tokens: tokens, weight: weight, phrase: phrase }; }

  /* Words as a way of saying something: Chinese by its pairs of signs, which say all that single ones do. */
  function ways(text, weight) {
    const all = words.tokens(text);
    const pairs = all.filter((token) => token.length > 1 || !words.HAN.test(token));
    return way(pairs.length ? pairs : all, weight, text);
  }

  function concept(several, collection) {
    return { ways: several, weight: Math.max(...several.map((one) => one.weight * worth(one, collection))) };
  }

  function worth(one, collection) { return one.tokens.reduce((sum, token) => sum + collection.rarity(token), 0); }

  /* A run of Chinese signs: without the words that ask, everyday words beside those of the rules, the rest by
     pairs, a pair nobody wrote by those that sound like it, or else by its signs. */
  function readHan(run, reading, collection) {
    let pieces = [run];
    for (const asking of words.ASKING) { pieces = pieces.flatMap((piece) => piece.split(asking)); }
    pieces = pieces.filter(Boolean);
    if (!pieces.length) { pieces = [run]; }
    for (const piece of pieces) {
      reading.phrases.push({ text: piece, weight: 1 });
      reading.size += piece.length;
      readPiece(piece, reading, collection);
    }
    if (pieces.length > 1 || pieces[0] !== run) { reading.phrases.push({ text: run, weight: 0.5 }); }
  }

  function readPiece(piece, reading, collection) {
    const said = collection.everyday.inChinese(piece);
    const taken = new Array(piece.length).fill(false);
    for (const { at, text, means } of said) {
      const own = ways(text, 1);
      const several = [own, ...means.map((one) => ways(one, SAID))];
      reading.concepts.push(concept(several, collection));
      for (let index = at; index < at + text.length; index += 1) { taken[index] = true; }
    }
    const covered = taken.slice();
    let meant = piece;
    const single = piece.length === 1;
    for (let at = 0; at + 1 < piece.length; at += 1) {
      const pair = piece.slice(at, at + 2);
      if (taken[at] && taken[at + 1]) { continue; }
      if (!collection.lacks(pair)) {
        reading.concepts.push(concept([way([pair])], collection));
        covered[at] = covered[at + 1] = true;
      }
    }
    for (let at = 0; at + 1 < piece.length; at += 1) {
      const pair = piece.slice(at, at + 2);
      if ((covered[at] && covered[at + 1]) || !collection.lacks(pair)) { continue; }
      const alike = collection.sounds.alike(pair)
        .filter(([text]) => piece.length === 2 || joins(piece, at, text, collection));
      if (alike.length) {
        reading.concepts.push(concept(alike.map(([text, weight]) => way([text], weight)), collection));
        covered[at] = covered[at + 1] = true;
        const [best] = fitting(alike, meant, at);
        if (best) { meant = meant.slice(0, at) + best + meant.slice(at + 2); }
      }
    }
    for (let at = 0; at < piece.length; at += 1) {
      if (single || (!covered[at] && !words.JOINING.has(piece[at]))) {
        const one = concept([way([piece[at]])], collection);
        one.weight *= single ? 1 : 0.4;
        reading.concepts.push(one);
      }
    }
    if (meant !== piece) {
      reading.meant.push([piece, meant]);
      reading.phrases.push({ text: meant, weight: 0.9 });
    }
  }

  /* Whether a pair put in for one that sounds alike makes a longer string of the collection with what stands
     beside it, as it is or as it sounds: a chance likeness of two signs is none. */
  function joins(piece, at, pair, collection) {
    const before = at > 0 ? [piece[at - 1] + pair, ...collection.sounds.alike(piece.slice(at - 1, at + 1))
      .filter(([one]) => one[1] === pair[0]).map(([one]) => one[0] + pair)] : [];
    const behind = at + 2 < piece.length ? [pair + piece[at + 2], ...collection.sounds.alike(piece.slice(at + 1, at + 3))
      .filter(([one]) => one[0] === pair[1]).map(([one]) => pair + one[1])] : [];
    return [...before, ...behind].some((text) => collection.share(text) > 0);
  }

  /* Of pairs that sound alike, the one that goes with what stands before and behind it. */
  function fitting(alike, text, at) {
    const best = alike.filter(([pair, weight]) => weight > 0.8 || alike.length < 4).map(([pair]) => pair);
    const goes = best.filter((pair) => pair[0] === text[at] || pair[1] === text[at + 1]);
    return goes.length ? goes : best;
  }

  /* Words in Latin letters: English, or pinyin, or its initials, or any of them with a slip. */
  function readLatin(run, reading, collection, open) {
    if (!run.length) { return; }
    const list = run.map((one) => one.text);
    const meant = (stem) => !collection.lacks(stem) || collection.everyday.stems.has(stem);
    const known = (word) => words.stops(word) || meant(words.stem(word));
    if (list.length > 1 && !list.every(known)) {
      const whole = collection.pinyin(list.join("").replace(/'/g, ""), 0);
      if (whole.length) { sounded(list.join(" "), whole, reading, collection); return; }
    }
    const english = [];
    list.forEach((word, at) => {
      const final = open && at === list.length - 1;
      if (words.stops(word)) { return; }
      const stem = words.stem(word);
      if (meant(stem)) { english.push({ word: word, stems: [stem], weight: 1 }); return; }
      const other = unknown(word, final, collection);
      if (other.strings) { sounded(word, other.strings, reading, collection); return; }
      english.push({ word: word, stems: other.stems || [], weight: other.weight || 1 });
      if (other.stems && other.corrected) { reading.meant.push([word, other.corrected]); }
    });
    readEnglish(english, reading, collection);
  }

  /* What a word nobody wrote may be: words or Chinese strings. What is likelier is looked up first, and nothing
     further while its tables are still to be loaded. */
  function unknown(word, final, collection) {
    const letters = words.plain(word);
    const first = (look) => collection.tables.sure(look);
    const exact = first(() => collection.pinyin(letters, 0));
    if (!exact) { return {}; }
    if (exact.some((one) => one.text.length > 1)) { return { strings: exact }; }
    const begun = first(() => (final && letters.length > 2 ? collection.beginning(letters) : []));
    if (!begun) { return {}; }
    if (begun.length) { return { stems: begun, weight: 0.9 }; }
    const near = first(() => (letters.length > 3 ? collection.near(letters, 1) : []));
    if (!near) { return {}; }
    if (near.length) { return { stems: near.map(words.stem), weight: 0.9, corrected: near[0] }; }
    if (exact.length) { return { strings: exact }; }
    const initials = first(() => (letters.length < 9 ? collection.initials(letters) : []));
    if (!initials) { return {}; }
    if (initials.length) { return { strings: initials }; }
    const far = letters.length > 6 ? collection.near(letters, 2) : [];
    const slipped = letters.length > 3 ? collection.pinyin(letters, letters.length > 9 ? 2 : 1) : [];
    if (far.length && !(slipped.length && slipped[0].cost < 2)) {
      return { stems: far.map(words.stem), weight: 0.8, corrected: far[0] };
    }
    return slipped.length ? { strings: slipped } : {};
  }

  /* Chinese strings that were meant by letters. */
  function sounded(typed, strings, reading, collection) {
    reading.concepts.push(concept(strings.map((one) => ways(one.text, one.weight)), collection));
    reading.phrases.push(...strings.slice(0, 3).map((one) => ({ text: one.text, weight: one.weight })));
    reading.meant.push([typed, strings[0].text]);
    reading.size += strings[0].text.length;
  }

  function readEnglish(list, reading, collection) {
    const plain = list.map((one) => (one.stems.length ? one.stems[0] : words.stem(one.word)));
    const taken = new Set();
    reading.size += WORD * list.length;
    for (const { at, length, means } of collection.everyday.inEnglish(plain)) {
      const own = way(plain.slice(at, at + length));
      const several = [own, ...means.map((one) => ways(one, SAID))];
      reading.concepts.push(concept(several, collection));
      for (let index = at; index < at + length; index += 1) { taken.add(index); }
    }
    list.forEach((one, at) => {
      if (!taken.has(at) && one.stems.length) {
        reading.concepts.push(concept(one.stems.map((stem) => way([stem], one.weight)), collection));
      }
      const pair = plain[at] + " " + plain[at + 1];
      if (at + 1 < plain.length && !collection.lacks(pair)) {
        const together = concept([way([pair])], collection);
        together.weight *= 0.5;
        reading.concepts.push(together);
      }
    });
  }

  search.query = { understand: understand, bare: bare };
})(self.handbookSearch = self.handbookSearch || {});
