/* A procedure's figure and its steps, in step: what is pointed at or focused in one is marked in the other, and
   a node tells the words it rests on. Without this script a node leads to its step, and a step's number to its node. */
(function () {
  "use strict";

  var figure = document.querySelector(".hb-figure");
  if (!figure) { return; }
  var nodes = Array.from(figure.querySelectorAll("a.node"));
  var line = window.handbookLine;

  function stepOf(node) { return document.getElementById("step-" + node.dataset.step); }

  function mark(step, on) {
    var item = document.getElementById("step-" + step);
    if (item) { item.classList.toggle("hb-seen", on); }
    nodes.forEach(function (node) {
      if (node.dataset.step === step) { node.classList.toggle("hb-seen", on); }
    });
  }

  /* Only the frame scrolls: the page stays where the reader has it. */
  function bringInto(frame, node) {
    var around = frame.getBoundingClientRect();
    var at = node.getBoundingClientRect();
    if (at.left < around.left || at.right > around.right) { frame.scrollLeft += at.left - around.left - (around.width - at.width) / 2; }
    if (at.top < around.top || at.bottom > around.bottom) { frame.scrollTop += at.top - around.top - (around.height - at.height) / 2; }
  }

  function watch(element, step, then) {
    ["pointerenter", "focusin"].forEach(function (name) {
      element.addEventListener(name, function () { mark(step, true); if (then) { then(); } });
    });
    ["pointerleave", "focusout"].forEach(function (name) {
      element.addEventListener(name, function () { mark(step, false); });
    });
  }

  /* Who acts stays in sight while the rest of a high figure scrolls by. */
  var drawing = figure.querySelector("svg");
  var heads = drawing.querySelector(".heads");
  var bar = document.querySelector(".md-header");
  function follow() {
    var at = drawing.getBoundingClientRect();
    var scale = at.width / drawing.viewBox.baseVal.width;
    var top = Math.max(figure.getBoundingClientRect().top, bar ? bar.getBoundingClientRect().bottom : 0);
    var most = drawing.querySelector(".lane").getBBox().height - heads.getBBox().height;
    heads.setAttribute("transform", "translate(0 " + Math.max(0, Math.min((top - at.top) / scale - 1, most)) + ")");
  }
  [[window, "scroll"], [window, "resize"], [figure, "scroll"]].forEach(function (pair) {
    pair[0].addEventListener(pair[1], follow, { passive: true });
  });
  follow();

  nodes.forEach(function (node) { watch(node, node.dataset.step); });
  document.querySelectorAll(".hb-step").forEach(function (item) {
    var step = item.id.slice("step-".length);
    var node = document.getElementById("node-" + step);
    if (node) { watch(item, step, function () { bringInto(figure, node); }); }
  });

  window.handbookTooltip(nodes, function (node) {
    var item = stepOf(node);
    var words = [];
    var rest = [];
    Array.from(item.children).forEach(function (part) {
      if (part.matches(".hb-quotes")) {
        part.querySelectorAll("li").forEach(function (quote) {
          var said = line("span", "");
          said.append(quote.querySelector("q").cloneNode(true), " ", line("i", quote.querySelector("a").textContent));
          words.push(said);
          var english = quote.querySelector("details p");
          if (english) { words.push(line("span", english.textContent)); }
        });
      }
      if (part.matches(".hb-unstated, .hb-question, .hb-inferred")) { rest.push(line("span", part.textContent.trim())); }
    });
    var told = words.concat(rest);
    return told.length ? [line("b", node.getAttribute("aria-label"))].concat(told) : [];
  });
})();
