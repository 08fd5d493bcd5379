/* Small comforts; every page is whole without them. */
(function () {
  "use strict";

  /* The language switch keeps the provision: it follows the page's own link plus the fragment. */
  document.querySelectorAll("[data-handbook-switch]").forEach(function (link) {
    link.addEventListener("click", function () {
      link.href = link.href.split("#")[0] + location.hash;
    });
  });

  /* A citation can be copied with one press where the browser allows it. */
  if (navigator.clipboard) {
    var chinese = document.documentElement.lang.startsWith("zh");
    document.querySelectorAll("code.hb-cite").forEach(function (code) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "hb-copy";
      button.textContent = chinese ? "复制" : "Copy";
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(code.textContent).then(function () {
          button.textContent = chinese ? "已复制" : "Copied";
        }, function () { /* the words can still be selected */ });
      });
      code.after(" ", button);
    });
  }
})();
