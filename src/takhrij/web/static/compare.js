// Two reports side by side: a passage lights up in both.
"use strict";
for (const passage of document.querySelectorAll(".sides a.same")) {
  const twin = document.getElementById(passage.hash.slice(1));
  for (const [begin, end] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
    passage.addEventListener(begin, () => { passage.classList.add("lit"); twin?.classList.add("lit"); });
    passage.addEventListener(end, () => { passage.classList.remove("lit"); twin?.classList.remove("lit"); });
  }
}
