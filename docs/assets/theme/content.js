/* The theme's third inline script, as a file: opens the tab that an address names. */
var target = document.getElementById(location.hash.slice(1));
if (target && target.name) target.checked = target.name.startsWith("__tabbed_");
