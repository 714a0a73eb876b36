(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll("[data-of]")];
  const speaker = document.getElementById("speaker");
  const unnamed = document.getElementById("unnamed");
  const relayed = document.getElementById("relayed");

  const counts = new Map();
  for (const card of cards) counts.set(card.dataset.speaker, (counts.get(card.dataset.speaker) || 0) + 1);
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) speaker.add(new Option(`${name} (${count})`, name));
  if (cards.length) document.querySelector(".filter").hidden = false;

  const choose = () => {
    const all = !speaker.value && !unnamed.checked && !relayed.checked;
    const kept = new Set();
    for (const card of cards) {
      const fits = (!speaker.value || card.dataset.speaker === speaker.value)
        && (!unnamed.checked || card.classList.contains("unnamed"))
        && (!relayed.checked || card.classList.contains("relayed"));
      card.classList.toggle("away", !fits);
      if (fits) kept.add(card.id);
    }
    for (const mark of marks) {
      mark.classList.toggle("away", !all && mark.dataset.of !== "" && !mark.dataset.of.split(" ").some((id) => kept.has(id)));
    }
  };
  for (const control of [speaker, unnamed, relayed]) control.addEventListener("change", choose);

  const light = (ids, on) => {
    for (const mark of marks) if (mark.dataset.of.split(" ").some((id) => ids.includes(id))) mark.classList.toggle("lit", on);
    for (const id of ids) document.getElementById(id)?.classList.toggle("lit", on);
  };
  for (const card of cards) {
    card.addEventListener("mouseenter", () => light([card.id], true));
    card.addEventListener("mouseleave", () => light([card.id], false));
  }
  for (const mark of marks) {
    const innermost = mark.dataset.of.split(" ").filter(Boolean).slice(-1);
    mark.addEventListener("mouseenter", () => light(innermost, true));
    mark.addEventListener("mouseleave", () => light(innermost, false));
  }
})();
