/* The guide: the answers that are open are kept in the address, and what they lead to stands beside them.
   Without this script the questions open and close all the same. */
(function () {
  "use strict";

  var guide = document.querySelector(".hb-guide");
  if (!guide) { return; }
  var all = Array.from(guide.querySelectorAll(".hb-guide__tree details[id]"));
  var result = guide.querySelector("[data-guide-result]");
  var told = result.querySelector("[role=status]");
  var none = told.innerHTML;

  /* An answer counts when all those above it are open, too. */
  function counts(details) {
    for (var one = details; one; one = one.parentElement.closest("details")) {
      if (!one.open) { return false; }
    }
    return true;
  }

  function given() {
    return all.filter(counts).map(function (details) { return details.id; }).join(",");
  }

  function asked() {
    return new URLSearchParams(location.search).get("answers") || "";
  }

  function address(answers) {
    return location.pathname + (answers ? "?answers=" + answers : "") + location.hash;
  }

  function tell() {
    var cases = all.filter(function (details) { return details.matches(".hb-guide__case") && counts(details); });
    var list = document.createElement("ol");
    cases.forEach(function (details) {
      var item = document.createElement("li");
      item.append(details.querySelector("a.hb-go").cloneNode(true));
      var onward = details.querySelector("[data-onward] ul");
      if (onward) { item.append(onward.cloneNode(true)); }
      list.append(item);
    });
    if (cases.length) { told.replaceChildren(list); } else { told.innerHTML = none; }
    result.querySelector("[data-together]").hidden = cases.length < 2;
  }

  function restore() {
    var wanted = asked().split(",");
    all.forEach(function (details) { details.open = wanted.indexOf(details.id) >= 0; });
    tell();
  }

  guide.addEventListener("toggle", function () {
    tell();
    var answers = given();
    if (answers === asked()) { return; }
    /* What opens by itself, as where a link leads into an answer, is no step to go back from. */
    var byHand = !navigator.userActivation || navigator.userActivation.hasBeenActive;
    history[byHand ? "pushState" : "replaceState"](null, "", address(answers));
  }, true);
  window.addEventListener("popstate", restore);
  result.querySelector("[data-reset]").addEventListener("click", function () {
    all.forEach(function (details) { details.open = false; });
  });

  /* Those that the address names were opened while the page was read (assets/theme/base.js). */
  if (given() !== asked()) { history.replaceState(null, "", address(given())); }
  tell();
})();
