/* The quorum helper: how many must attend of those who should. Without this script a table of numbers stands. */
(function () {
  "use strict";

  document.querySelectorAll("[data-quorum]").forEach(function (form) {
    var input = form.querySelector("input");
    var output = form.querySelector("output");
    var silent = output.textContent;
    var numerator = Number(form.dataset.numerator), denominator = Number(form.dataset.denominator);

    function answer() {
      var should = Number(input.value);
      if (input.value === "" && !input.validity.badInput) {
        output.textContent = silent;
      } else if (!input.validity.valid || !Number.isInteger(should)) {
        output.textContent = output.dataset.wrong;
      } else {
        /* Whole numbers only, so that no rounding of a fraction can go astray. */
        var must = Math.floor((should * numerator + denominator - 1) / denominator);
        output.textContent = output.dataset.words.replace("{should}", should).replace("{must}", must);
      }
    }

    input.addEventListener("input", answer);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    answer(); /* a browser that goes back fills the field in again */
  });
})();
