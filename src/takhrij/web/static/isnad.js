// The tree of chains: drawn by the server, moved and made larger here.
"use strict";
const frame = document.querySelector(".isnad");
const svg = d3.select(frame).select("svg");
const canvas = svg.select(".canvas");
const [, , width, height] = svg.attr("viewBox").split(" ").map(Number);
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;

// Without this script the picture keeps its size and the frame is scrolled; now the frame is a window onto it.
frame.classList.add("movable");
const room = () => [frame.clientWidth, frame.clientHeight];
svg.attr("viewBox", null).attr("width", "100%").attr("height", "100%");

const zoom = d3.zoom()
  .scaleExtent([0.15, 4])
  // The wheel alone scrolls the page; with Ctrl, or two fingers, it zooms.
  .filter((event) => (event.type === "wheel" ? event.ctrlKey : !event.button))
  .on("zoom", (event) => canvas.attr("transform", event.transform));
svg.call(zoom).on("dblclick.zoom", null);

const whole = (pause) => {
  const [wide, high] = room();
  const scale = Math.min(1, (wide - 8) / width, Math.max(0.45, (high - 8) / height));
  const rtl = document.documentElement.dir === "rtl";
  const x = width * scale < wide ? (wide - width * scale) / 2 : rtl ? wide - width * scale : 0;
  svg.transition().duration(pause).call(zoom.transform, d3.zoomIdentity.translate(x, 4).scale(scale));
};
const fits = Math.min(1, (frame.clientWidth - 8) / width);
frame.style.height = `${Math.min(height * Math.max(fits, 0.45) + 12, Math.max(360, innerHeight * 0.75))}px`;
whole(0);

const tools = document.querySelector(".zoom");
tools.hidden = false;
tools.addEventListener("click", (event) => {
  const asked = event.target.dataset.zoom;
  if (asked === "whole") whole(calm);
  else if (asked) svg.transition().duration(calm).call(zoom.scaleBy, asked === "in" ? 1.4 : 1 / 1.4);
});
frame.addEventListener("keydown", (event) => {
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
  if (event.key === "+" || event.key === "=") svg.call(zoom.scaleBy, 1.3);
  else if (event.key === "-") svg.call(zoom.scaleBy, 1 / 1.3);
  else if (event.key === "0") whole(0);
  else if (steps) svg.call(zoom.translateBy, ...steps);
  else return;
  event.preventDefault();
});
