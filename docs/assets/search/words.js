/* Words: one form for each way a sign may be written, and the tokens a text or a query consists of.
   A Chinese run gives its signs and pairs of signs, an English word its stem, digits themselves. */
(function (search) {
  "use strict";

  const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
  const RUN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[a-z]+(?:'[a-z]+)?|\d+/g;
  const stemmer = new self.EnglishStemmer();
  const stems = new Map();
  let variants = new Map();

  /* Words that ask and words that join: they say nothing of what is looked for. */
  const ASKING = [
    "请问", "怎么办", "怎么样", "怎么", "怎样", "咋办", "如何", "什么时候", "什么时间", "什么", "何时", "为什么",
    "为何", "是不是", "是否", "能不能", "可不可以", "要不要", "需不需要", "有没有", "哪些", "哪个", "哪里", "哪",
    "由谁", "谁来", "谁", "吗", "呢", "吧", "呀", "我们", "我", "你", "可以", "如果", "的话", "应该", "需要",
    "必须", "关于", "一下", "这个", "那个", "这份", "那份", "哪份", "这套", "那套", "一套", "一份", "这些", "那些",
    "哪天", "归谁", "谁去", "找谁", "向谁", "给谁", "要谁", "是谁", "想要", "我想", "想把", "多少", "几种", "大家", "还能",
    "有没", "到底", "究竟", "是啥", "啥", "时候", "要是", "怎么走", "得怎么样", "在哪个会上", "哪个会上", "哪个会", "什么会", "有什么",
  ].sort((one, other) => other.length - one.length);
  const JOINING = new Set("的了是在和与及或对把被给向让就都也还有能会要该应得不这那其个");
  let stop = new Set();

  /* Brings a text to one form and remembers where each sign of it came from. */
  function fold(text) {
    let folded = "";
    const from = [];
    let at = 0;
    for (const sign of text) {
      const plain = variants.get(sign) || sign.replace(/[üǖǘǚǜÜ]/, "v").normalize("NFKD")
        .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "").toLowerCase()
        .replace(/[’‘ʼ]/g, "'");
      for (const one of plain) {
        const form = variants.get(one) || one;
        folded += form;
        for (let unit = 0; unit < form.length; unit += 1) { from.push(at); }
      }
      at += sign.length;
    }
    from.push(at);
    return { text: folded, from: from };
  }

  /* A word without what an apostrophe joins to it: can't is can, director's director. */
  function plain(word) { return word.replace(/'.*$/, ""); }

  function stem(word) {
    const bare = plain(word);
    if (!stems.has(bare)) {
      if (stems.size > 50000) { stems.clear(); }
      stems.set(bare, stemmer.stemWord(bare));
    }
    return stems.get(bare);
  }

  function stops(word) { return stop.has(plain(word)); }

  /* The runs of a folded text: {kind: han | latin | digits, text, at}. */
  function runs(folded) {
    const out = [];
    for (const found of folded.matchAll(RUN)) {
      const kind = HAN.test(found[0]) ? "han" : /\d/.test(found[0]) ? "digits" : "latin";
      out.push({ kind: kind, text: found[0], at: found.index });
    }
    return out;
  }

  /* The tokens of a folded text, each as often as it stands there. */
  function tokens(folded) {
    const out = [];
    for (const run of runs(folded)) {
      if (run.kind === "han") {
        for (let at = 0; at < run.text.length; at += 1) {
          out.push(run.text[at]);
          if (at + 1 < run.text.length) { out.push(run.text.slice(at, at + 2)); }
        }
      } else if (run.kind === "digits") { out.push(run.text.replace(/^0+(?=\d)/, "")); }
      else if (!stops(run.text)) { out.push(stem(run.text)); }
    }
    return out;
  }

  /* Takes the variants of signs, each before the sign it stands for, and the English words left out. */
  function take(pairs, left) {
    variants = new Map();
    const signs = Array.from(pairs);
    for (let at = 0; at + 1 < signs.length; at += 2) { variants.set(signs[at], signs[at + 1]); }
    stop = new Set(left.split(" "));
  }

  search.words = {
    ASKING: ASKING, HAN: HAN, JOINING: JOINING,
    fold: fold, runs: runs, take: take, plain: plain, stem: stem, stops: stops, tokens: tokens,
  };
})(self.handbookSearch = self.handbookSearch || {});
