/* Provisions as people cite them: 第九条第二款, 第9条, 九, 9(2), 4(5), art 9, article 9 para 2 point 3. */
(function (search) {
  "use strict";

  const DIGITS = "零一二三四五六七八九";
  const FORMAL = "壹贰叁肆伍陆柒捌玖拾";
  const PLAIN = "一二三四五六七八九十";
  const FORMALS = new RegExp("[" + FORMAL + "]", "g");
  const UNITS = { "千": 1000, "百": 100, "十": 10 };
  const N = "(\\d{1,4}|[零〇一二三四五六七八九十百千]{1,9})";
  const INNER = "[(（]?\\s*" + N + "\\s*[)）]?";
  const CHINESE = new RegExp(
    "第?\\s*" + N + "\\s*条(?:之[一二三四五六七八九十])?(?:[\\s,，、]*第?\\s*" + INNER + "\\s*款)?" +
    "(?:[\\s,，、]*第?\\s*" + INNER + "\\s*[项条])?(?:\\s*[(（]?" + N + "[)）]?)?"
  );
  const BEFORE = "(?<![a-z'])(?:articles?|art\\.?|rules?|clauses?|sections?|sec\\.?|cl\\.?|ss?\\.?(?=\\s*\\d)|§|#|a(?=\\d))\\s*";
  const PART = "(?:[\\s,.]*(?:paragraphs?|paras?\\.?|points?|items?|no\\.?|§)?[\\s.\\-/(（]*" + N + "\\s*[)）]?)?";
  const ENGLISH = new RegExp(BEFORE + N + "(?![\\da-z])" + PART + PART);
  const INVERTED = new RegExp("(?:(?:point|item)s?\\s*[(（]?" + N + "[)）]?[\\s,]*(?:of|in|under)?\\s*)?(?:para(?:graph)?s?\\.?\\s*[(（]?" + N +
    "[)）]?[\\s,]*(?:of|in|under)?\\s*)?(?:the\\s+)?(?:articles?|art\\.?)\\s*" + N + "(?!\\d)");
  const GAP = "\\s*[\\s(（.,:、\\-/]\\s*";
  const BARE = new RegExp("^第?" + N + "(?:" + GAP + N + "\\s*[)）]?)?(?:" + GAP + N + "\\s*[)）]?)?$");
  const ENGLISH_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen"
  ).split(" ");
  const ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
  ).split(" ");
  const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  const WRITTEN = [...ENGLISH_NUMBERS, ...ORDINALS].join("|");
  const BELOW_TWENTY = new RegExp("\\b(" + WRITTEN + ")\\b", "g");
  const FROM_TWENTY = new RegExp(
    "\\b(" + TENS.join("|").replace(/y/g, "(?:y|ieth)") + ")(?:[\\s-](" + WRITTEN + "))?\\b", "g"
  );
  const ROMAN = /^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

  /* Reads 九, 十二, 一百零五, 二〇 or 105; 0 for what is no number. */
  function number(words) {
    if (/^\d+$/.test(words)) { return Number(words); }
    if (words.length > 1 && !/[十百千]/.test(words)) {
      return Number(Array.from(words.replace(/〇/g, "零"), (sign) => DIGITS.indexOf(sign)).join(""));
    }
    let total = 0;
    let current = 0;
    for (const sign of words.replace(/〇/g, "零")) {
      if (UNITS[sign]) {
        total += (current || 1) * UNITS[sign];
        current = 0;
      } else { current = DIGITS.indexOf(sign); }
    }
    return total + current;
  }

  /* Puts plain numerals for formal ones (拾陆), and digits where English writes numbers out: article nine, the ninth article, 9th article, article IX. */
  function digits(text) {
    return text.replace(FORMALS, (sign) => PLAIN[FORMAL.indexOf(sign)]).replace(/_+/g, " ").replace(/\b(\d+)(?:st|nd|rd|th)\b/g, "$1")
      .replace(FROM_TWENTY, (all, ten, one) => {
        const at = TENS.indexOf(ten.replace("ieth", "y"));
        return String((at + 2) * 10 + (one ? value(one) % 10 : 0));
      })
      .replace(BELOW_TWENTY, (word) => String(value(word)))
      .replace(/\b(articles?|art\.?)\s*([ivxlc]+)\b/g, (all, before, roman) => {
        const read = romanValue(roman);
        return read ? before + " " + read : all;
      })
      .replace(/\b(\d{1,3})\s+(article|para(?:graph)?|point|item)\b(?!\s*\d)/g, "$2 $1");
  }

  function value(word) { return Math.max(ENGLISH_NUMBERS.indexOf(word), ORDINALS.indexOf(word)); }

  function romanValue(roman) {
    if (!ROMAN.test(roman)) { return 0; }
    const worth = { i: 1, v: 5, x: 10, l: 50, c: 100 };
    return Array.from(roman).reduce((sum, sign, at) =>
      sum + (worth[sign] < (worth[roman[at + 1]] || 0) ? -worth[sign] : worth[sign]), 0);
  }

  /* A citation in a folded query: the article, what stands behind it, and the query without it; else null.
     `inner` holds the numbers behind the article's in order, `paragraph` and `point` those that are named so. */
  function citation(query) {
    const text = digits(query).replace(/^[\s?!.,;:。，；：？！、"'“”]+|[\s?!.,;:。，；：？！、"'“”]+$/g, "");
    let found = BARE.exec(text);
    if (found) { return Object.assign(made(found, text, found.slice(2)), { bare: true }); }
    found = CHINESE.exec(text);
    if (found) {
      const [, , paragraph, point, inner] = found;
      return Object.assign(made(found, text, [inner]), {
        paragraph: paragraph ? number(paragraph) : 0,
        point: point ? number(point) : 0,
      });
    }
    found = INVERTED.exec(text);
    if (found && (found[1] || found[2])) {
      const cited = made([found[0], found[3]], text, []);
      cited.point = found[1] ? number(found[1]) : 0;
      cited.paragraph = found[2] ? number(found[2]) : 0;
      return cited;
    }
    found = ENGLISH.exec(text);
    return found ? made(found, text, found.slice(2)) : null;
  }

  function made(found, text, inner) {
    const rest = text.replace(found[0], " ").trim();
    const numbers = inner.filter(Boolean).map(number);
    return { article: number(found[1]), inner: numbers, paragraph: 0, point: 0, rest: rest };
  }

  /* The ids a citation may mean, the likelier first: 4(5) is the fifth point where the article has one paragraph
     only, and the fifth paragraph where it has several. */
  function ids(cited, several) {
    const article = "art_" + cited.article;
    const inner = cited.inner.slice(0, 2);
    if (cited.point || cited.paragraph) {
      const point = cited.point || inner[0] || 0;
      const paragraph = cited.paragraph || 1;
      return [article + "__para_" + paragraph + (point ? "__point_" + point : "")];
    }
    if (inner.length === 2) { return [article + "__para_" + inner[0] + "__point_" + inner[1]]; }
    if (inner.length === 1) {
      const both = [article + "__para_1__point_" + inner[0], article + "__para_" + inner[0]];
      return several ? both.reverse() : both;
    }
    return [];
  }

  search.numbers = { number: number, citation: citation, ids: ids };
})(self.handbookSearch = self.handbookSearch || {});
