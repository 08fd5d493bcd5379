/* The theme's first inline script, as a file: pages carry no inline script. */
/* What only a script can work is shown at once where there is one, so that nothing jumps. */
document.documentElement.classList.replace("no-js", "js");
var __md_scope = new URL(document.currentScript.dataset.base, location);
var __md_hash = function (text) {
  return Array.from(text).reduce(function (sum, c) { return (sum << 5) - sum + c.charCodeAt(0); }, 0);
};
var __md_get = function (key, storage, scope) {
  try {
    return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + key));
  } catch (error) { return null; }
};
var __md_set = function (key, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || __md_scope).pathname + "." + key, JSON.stringify(value));
  } catch (error) { /* a reader may forbid storage */ }
};
/* Answers of the guide that the address names stand open before they are first shown, so that nothing jumps. */
(function () {
  var wanted = (new URLSearchParams(location.search).get("answers") || "").split(",");
  if (/^#(about|case)-/.test(location.hash)) { wanted.push(location.hash.slice(1)); }
  wanted = wanted.filter(Boolean);
  if (!wanted.length) { return; }
  var reading = new MutationObserver(function () {
    wanted.forEach(function (id) {
      var one = document.getElementById(id);
      for (one = one && one.closest("details"); one; one = one.parentElement.closest("details")) { one.open = true; }
    });
  });
  reading.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () { reading.disconnect(); });
})();
