/* Where the search runs: a worker, or, for a page opened from a disk, the page itself; the same code in both. */
(function (search) {
  "use strict";

  const MODULES = [
    "vendor/base-stemmer", "vendor/english-stemmer", "numbers", "words", "tables", "sounds", "everyday", "groups",
    "collection", "query", "rank", "engine", "results",
  ];
  const inWorker = typeof self.importScripts === "function";
  let here = "";
  let index = "";
  let collection = null;
  let core = null;
  const waiting = [];

  /* The index's files call this with what they hold. */
  search.take = function (file, content) {
    if (file === "core") { core = content; } else { waiting.push([file, content]); }
  };

  /* Loads scripts in their order. */
  function bring(addresses) {
    if (inWorker) {
      self.importScripts(...addresses);
      return Promise.resolve();
    }
    return Promise.all(addresses.map((address) => new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => failed(new Error("cannot load " + address));
      document.head.append(script);
    })));
  }

  /* Loads files of the index: side by side where a page may fetch, else as scripts. */
  async function load(files) {
    const addresses = files.map((file) => index + file + ".js");
    if (inWorker) {
      const texts = await Promise.all(addresses.map(text));
      texts.forEach((one, at) => search.take(files[at], JSON.parse(one.slice(one.indexOf(",") + 1, one.lastIndexOf(")")))));
    } else { await bring(addresses); }
    waiting.splice(0).forEach(([file, content]) => collection.take(file, content));
  }

  async function text(address) {
    const answer = await fetch(address);
    if (!answer.ok) { throw new Error("cannot load " + address); }
    return answer.text();
  }

  async function prepare() {
    await bring(MODULES.map((name) => here + name + ".js"));
    await bring([index + "core.js"]);
    collection = new search.Collection(core);
    if (collection.whole) {
      await load(Array.from({ length: Math.ceil(core.groups / core.bundle) }, (_, at) => "texts-" + at));
    }
    return core;
  }

  let ready = null;

  /* Makes the search ready: `root` is the site's. Gives the roles and rulebooks there are to choose from. */
  search.open = function (root) {
    here = root + "assets/search/";
    index = root + "search/";
    ready = ready || prepare();
    return ready.then(({ roles, rulebooks }) => ({
      role: roles.map(({ id, name }) => [id, name]),
      rulebook: rulebooks.map(({ id, short }) => [id, short]),
    }));
  };

  /* Milliseconds before files are fetched for a query that has one letter more or less than the one before: who
     is typing goes on to type. */
  const BREATH = 100;
  let newest = 0;
  let before = "";

  /* Answers a query: {total, meant, results}; `early` is told of a first answer where there is a better one later.
     A query that another follows is not read to its end. */
  search.ask = async function (query, options, early = () => {}) {
    newest += 1;
    const turn = newest;
    const typing = Math.abs(query.length - before.length) === 1 && (query.startsWith(before) || before.startsWith(query));
    const breath = typing ? new Promise((done) => { setTimeout(done, BREATH); }) : null;
    before = query;
    const loading = {
      wanted: () => turn === newest,
      files: async (files) => {
        await breath;
        if (turn === newest) { await load(files); }
      },
    };
    await ready;
    const shown = (answer) => ({
      total: answer.results.length,
      meant: answer.meant,
      results: search.results.list(answer, collection, options.language, options.count),
    });
    return shown(await search.engine.answer(query, collection, options, loading, (answer) => early(shown(answer))));
  };

  if (inWorker) {
    self.addEventListener("message", ({ data }) => {
      const early = (value) => self.postMessage({ id: data.id, early: value });
      const done = data.open ? search.open(data.open) : search.ask(data.query, data.options, early);
      done.then((value) => self.postMessage({ id: data.id, value: value }),
        (error) => self.postMessage({ id: data.id, error: String(error) }));
    });
  }
})(self.handbookSearch = self.handbookSearch || {});
