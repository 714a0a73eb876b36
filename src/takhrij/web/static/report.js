// A report as read: who speaks is chosen, and a statement lights up with its card.
"use strict";
const cards = [...document.querySelectorAll(".card")];
const marks = [...document.querySelectorAll("[data-of]")];
const tools = document.querySelector(".tools");
const owners = (mark) => mark.dataset.of.trim().split(" ");

if (cards.length && tools) {
  const [speaker, unnamed, relayed] = ["speaker", "unnamed", "relayed"].map((id) => document.getElementById(id));
  const counts = new Map();
  for (const card of cards) counts.set(card.dataset.speaker, (counts.get(card.dataset.speaker) ?? 0) + 1);
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) speaker.add(new Option(`${name} (${count})`, name));
  tools.hidden = false;

  const choose = () => {
    const kept = new Set();
    for (const card of cards) {
      const fits = (!speaker.value || card.dataset.speaker === speaker.value)
        && (!unnamed.checked || card.classList.contains("unnamed"))
        && (!relayed.checked || card.classList.contains("relayed"));
      card.classList.toggle("away", !fits);
      if (fits) kept.add(card.id);
    }
    for (const mark of marks) mark.classList.toggle("away", !owners(mark).some((id) => kept.has(id)));
  };
  for (const control of [speaker, unnamed, relayed]) control.addEventListener("change", choose);
}

const light = (id, on) => {
  for (const mark of marks) if (owners(mark).includes(id)) mark.classList.toggle("lit", on);
  document.getElementById(id)?.classList.toggle("lit", on);
};
for (const card of cards) {
  for (const [begin, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
    card.addEventListener(begin, () => light(card.id, true));
    card.addEventListener(end, () => light(card.id, false));
  }
}
for (const mark of marks) {
  mark.addEventListener("mouseenter", () => light(owners(mark).at(-1), true));
  mark.addEventListener("mouseleave", () => light(owners(mark).at(-1), false));
}
