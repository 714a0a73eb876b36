// A map of what the table below it says: Natural Earth's outlines, no tiles. Countries are shaded, cities are dots.
"use strict";
for (const figure of document.querySelectorAll(".atlas")) {
  const frame = figure.querySelector(".land");
  const spots = [...figure.querySelectorAll(".places tbody tr")].map((row) => ({
    count: Number(row.dataset.count),
    shape: row.dataset.shape,
    at: row.dataset.latitude ? [Number(row.dataset.longitude), Number(row.dataset.latitude)] : null,
    name: row.querySelector("a").textContent,
    href: row.querySelector("a").href,
  }));
  const cities = spots.filter((spot) => spot.at);
  const countries = new Map(spots.filter((spot) => !spot.at && spot.shape).map((spot) => [spot.shape, spot]));
  const most = Math.max(...cities.map((spot) => spot.count), 1);
  const mostOfCountry = Math.max(...[...countries.values()].map((spot) => spot.count), 1);
  const wide = Math.max(300, frame.clientWidth), high = Math.round(wide * 0.62);

  const draw = (world) => {
    const shapes = topojson.feature(world, world.objects.countries).features;
    const named = shapes.filter((shape) => countries.has(shape.id));
    const points = { type: "MultiPoint", coordinates: [...cities.map((spot) => spot.at), ...named.map((shape) => d3.geoCentroid(shape))] };
    const projection = d3.geoNaturalEarth1();
    if (points.coordinates.length) projection.fitExtent([[wide * 0.08, high * 0.12], [wide * 0.92, high * 0.92]], points);
    // A single place is shown with the lands around it.
    if (projection.scale() > 1400 || !points.coordinates.length) {
      const middle = points.coordinates.length ? d3.geoCentroid(points) : [35, 27];
      projection.scale(Math.min(projection.scale(), 1400)).translate([0, 0]);
      const [x, y] = projection(middle);
      projection.translate([wide / 2 - x, high / 2 - y]);
    }
    const path = d3.geoPath(projection);
    const svg = d3.select(frame).append("svg").attr("viewBox", `0 0 ${wide} ${high}`).attr("class", "map");
    const canvas = svg.append("g");
    canvas.selectAll("path").data(shapes).join("path")
      .attr("d", path)
      .attr("class", (shape) => {
        const spot = countries.get(shape.id);
        return spot ? `country shade${Math.max(1, Math.ceil(4 * Math.sqrt(spot.count / mostOfCountry)))}` : "country";
      })
      .on("click", (_, shape) => { if (countries.has(shape.id)) location.href = countries.get(shape.id).href; })
      .append("title").text((shape) => (countries.has(shape.id) ? `${countries.get(shape.id).name}: ${countries.get(shape.id).count}` : ""));
    const radius = (spot) => 3 + wide / 55 * Math.sqrt(spot.count / most);
    const dots = canvas.selectAll("a").data([...cities].sort((a, b) => b.count - a.count)).join("a")
      .attr("href", (spot) => spot.href).attr("tabindex", -1);
    dots.append("circle").attr("class", "spot")
      .attr("cx", (spot) => projection(spot.at)[0]).attr("cy", (spot) => projection(spot.at)[1]).attr("r", radius);
    dots.append("title").text((spot) => `${spot.name}: ${spot.count}`);
    // The largest are named where their names do not lie over one another.
    const taken = [];
    const labels = cities.slice().sort((a, b) => b.count - a.count).slice(0, 14).filter((spot) => {
      const [x, y] = projection(spot.at);
      const free = taken.every(([p, q]) => Math.abs(p - x) > 74 || Math.abs(q - y) > 17);
      if (free) taken.push([x, y]);
      return free;
    });
    canvas.selectAll("text").data(labels).join("text").attr("class", "label")
      .attr("x", (spot) => projection(spot.at)[0]).attr("y", (spot) => projection(spot.at)[1] - radius(spot) - 4)
      .text((spot) => spot.name);

    const zoom = d3.zoom().scaleExtent([0.6, 16])
      .filter((event) => (event.type === "wheel" ? event.ctrlKey : !event.button))
      .on("zoom", ({ transform }) => {
        canvas.attr("transform", transform);
        canvas.selectAll(".spot").attr("r", (spot) => radius(spot) / transform.k ** 0.7);
        canvas.selectAll(".label").attr("font-size", 13 / transform.k ** 0.85).attr("y", (spot) => projection(spot.at)[1] - (radius(spot) + 4) / transform.k ** 0.7);
        canvas.selectAll(".country").attr("stroke-width", 0.7 / transform.k);
      });
    svg.call(zoom);
    const tools = d3.select(frame).append("p").attr("class", "zoom");
    for (const [sign, label, factor] of [["+", figure.dataset.in, 1.5], ["−", figure.dataset.out, 1 / 1.5]]) {
      tools.append("button").attr("type", "button").attr("class", "light").attr("tabindex", -1).attr("title", label).text(sign)
        .on("click", () => svg.transition().duration(200).call(zoom.scaleBy, factor));
    }
  };
  const spread = cities.length ? d3.geoBounds({ type: "MultiPoint", coordinates: cities.map((spot) => spot.at) }) : [[0, 0], [360, 0]];
  // What lies close together needs finer outlines than the whole world.
  const near = spread[1][0] - spread[0][0] < 70 && spread[1][1] - spread[0][1] < 40;
  fetch(near ? figure.dataset.near : figure.dataset.land).then((answer) => answer.json()).then(draw);
}
