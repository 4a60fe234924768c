// Draws every chart of a brief: each <script type="application/json" data-chart="ID"> holds a Vega-Lite
// specification for the element with that id. Expressions are interpreted, not compiled, so that the
// page's policy can forbid eval; nothing is ever loaded.
import embed from "vega-embed";

const options = { actions: false, renderer: "svg", ast: true, hover: false };

async function drawAll() {
  const scripts = [...document.querySelectorAll("script[data-chart]")];
  for (const script of scripts) {
    const place = document.getElementById(script.dataset.chart);
    try {
      await embed(place, JSON.parse(script.textContent), options);
    } catch (error) {
      place.textContent = "The chart could not be drawn; the table says the same.";
      console.error(error);
    }
  }
  document.documentElement.dataset.drawn = String(scripts.length);
}

drawAll();
