/* What is known of the index: kept in tables, each filled from the texts where all of them are loaded, else from
   the shard a key falls into. Asking for what is not loaded yet notes the file that is needed. */
(function (search) {
  "use strict";

  /* FNV-1a over a key's 16-bit units; macros/search/shards.py has the same. */
  function hash(key) {
    let value = 0x811c9dc5;
    for (let at = 0; at < key.length; at += 1) {
      value = Math.imul(value ^ key.charCodeAt(at), 0x01000193) >>> 0;
    }
    return value;
  }

  class Tables {
    /* `shards` says how many files each table lies in; none for a table that is filled from the texts. */
    constructor(shards) {
      this.shards = shards;
      this.tables = new Map();
      this.loaded = new Set();
      this.needed = new Set();
      this.missed = 0;
    }

    table(name) {
      if (!this.tables.has(name)) { this.tables.set(name, new Map()); }
      return this.tables.get(name);
    }

    /* What a table holds under a key; undefined for nothing, or for not yet. */
    get(name, key) {
      const count = this.shards[name];
      if (count) { this.need(name + "-" + (hash(key) % count)); }
      return this.table(name).get(key);
    }

    need(file) {
      if (!this.loaded.has(file)) {
        this.needed.add(file);
        this.missed += 1;
      }
    }

    /* What a look-up finds; undefined if it asked for what is not loaded yet. */
    sure(look) {
      const before = this.missed;
      const found = look();
      return this.missed === before ? found : undefined;
    }

    /* Takes the content of a shard's file. */
    take(file, entries) {
      const table = this.table(file.slice(0, file.lastIndexOf("-")));
      for (const key of Object.keys(entries)) { table.set(key, entries[key]); }
      this.loaded.add(file);
      this.needed.delete(file);
    }

    /* Puts a value into the list under a key. */
    put(name, key, value) {
      const table = this.table(name);
      const list = table.get(key);
      if (!list) { table.set(key, [value]); } else if (!list.includes(value)) { list.push(value); }
    }
  }

  search.Tables = Tables;
})(self.handbookSearch = self.handbookSearch || {});
