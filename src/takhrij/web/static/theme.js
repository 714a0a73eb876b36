// Before the page is drawn: the reader's own choice of light or dark, if one was made.
"use strict";
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* Storage may be forbidden: the system's choice then holds. */ }
