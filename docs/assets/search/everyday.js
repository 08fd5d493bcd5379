/* Everyday words beside those of the rules: who types 改期 looks for 推迟. */
(function (search) {
  "use strict";

  const { words } = search;

  class Everyday {
    /* `entries` are [Chinese ways, English ways, Chinese words of the rules, English ones]. */
    constructor(entries) {
      this.chinese = new Map();
      this.english = new Map();
      this.stems = new Set();
      for (const [sayZh, sayEn, meansZh, meansEn] of entries) {
        const means = [...meansZh, ...meansEn].map((one) => words.fold(one).text);
        for (const say of sayZh) { add(this.chinese, words.fold(say).text, means); }
        for (const say of sayEn) {
          const stems = words.tokens(words.fold(say).text);
          if (stems.length) { add(this.english, stems.join(" "), means); }
          stems.forEach((stem) => this.stems.add(stem));
        }
      }
      this.longest = Array.from(this.chinese.keys()).sort((one, other) => other.length - one.length);
    }

    /* Everyday words in a Chinese run, the longest first, none over another. */
    inChinese(run) {
      const out = [];
      let left = run;
      for (const text of this.longest) {
        const at = left.indexOf(text);
        if (at >= 0) {
          out.push({ at: at, text: text, means: this.chinese.get(text) });
          left = left.slice(0, at) + "\0".repeat(text.length) + left.slice(at + text.length);
        }
      }
      return out;
    }

    /* The same in a list of English stems. */
    inEnglish(stems) {
      const out = [];
      for (let at = 0; at < stems.length; at += 1) {
        for (let length = Math.min(4, stems.length - at); length > 0; length -= 1) {
          const means = this.english.get(stems.slice(at, at + length).join(" "));
          if (means) {
            out.push({ at: at, length: length, means: means });
            at += length - 1;
            break;
          }
        }
      }
      return out;
    }
  }

  function add(map, key, means) { map.set(key, [...(map.get(key) || []), ...means]); }

  search.Everyday = Everyday;
})(self.handbookSearch = self.handbookSearch || {});
