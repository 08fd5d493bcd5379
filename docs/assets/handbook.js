/* Small comforts; every page is whole without them. */
(function () {
  "use strict";

  /* The language switch keeps the place: it follows the page's own link plus what was asked and the fragment. */
  document.querySelectorAll("[data-handbook-switch]").forEach(function (link) {
    link.addEventListener("click", function () {
      link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
    });
  });

  var chinese = document.documentElement.lang.startsWith("zh");

  /* An intranet without TLS has no navigator.clipboard; the older way works there. */
  function older(words) {
    var box = document.createElement("textarea");
    box.value = words;
    box.style.position = "fixed";
    document.body.append(box);
    box.select();
    var done = document.execCommand("copy");
    box.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  /* Copy words, and say so on the button that was pressed. */
  window.handbookCopy = function (words, button) {
    var copied = navigator.clipboard ? navigator.clipboard.writeText(words) : older(words);
    copied.then(function () {
      var before = button.textContent;
      button.textContent = chinese ? "已复制" : "Copied";
      button.focus();
      setTimeout(function () { button.textContent = before; }, 2000);
    }, function () { /* the words can still be selected */ });
  };

  document.querySelectorAll("code.hb-cite").forEach(function (code) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "hb-copy";
    button.textContent = chinese ? "复制" : "Copy";
    button.addEventListener("click", function () { window.handbookCopy(code.textContent, button); });
    code.after(" ", button);
  });
})();
