// What a reader must get from an HTML brief, whatever the case: node check_brief.mjs BRIEF.html...
// With --shots=FOLDER, screenshots for people to look at.
import { strict as assert } from "node:assert";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openPage, withBrowser } from "./browser.mjs";

const shots = process.argv.find((word) => word.startsWith("--shots="))?.slice("--shots=".length);
const files = process.argv.slice(2).filter((word) => !word.startsWith("--"));

const widths = [360, 768, 1280];

async function drawn(page) {
  await page.waitForFunction(() => document.documentElement.dataset.drawn !== undefined, null, { timeout: 60_000 });
}

async function everyChartIsDrawn(page) {
  const charts = await page.$$eval(".drawing", (places) =>
    places.map((place) => ({ id: place.id, marks: place.querySelectorAll("svg path, svg text").length,
                             width: place.querySelector("svg")?.getBoundingClientRect().width ?? 0 })));
  assert(charts.length > 0, "the page has no chart");
  for (const chart of charts) {
    assert(chart.marks > 10, `${chart.id} has only ${chart.marks} marks`);
    assert(chart.width > 100, `${chart.id} is ${chart.width} px wide`);
  }
  const bad = await page.$$eval(".drawing svg text", (texts) => texts.map((t) => t.textContent).filter((t) => /undefined|NaN|null/.test(t)));
  assert.deepEqual(bad, [], "labels without a value");
}

async function nothingScrollsSideways(page, width) {
  const found = await page.evaluate(() => document.documentElement.scrollWidth);
  assert(found <= width, `at ${width} px the page is ${found} px wide`);
}

async function readableWithoutScripts(address) {
  await withBrowser({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (context) => {
    const { page } = await openPage(context, address);
    const charts = await page.locator("figure").count();
    assert(charts > 0, "no figure without scripts");
    assert.equal(await page.locator("figure table").count(), charts, "a chart without its table");
    assert.equal(await page.locator(".drawing:visible").count(), 0, "empty drawings are shown");
    assert.equal(await page.locator("table:visible").count(), await page.locator("table").count());
    assert(await page.getByText("For the team only").first().isVisible());
  });
}

// Relative luminance and contrast after WCAG 2.
async function textHasContrast(page) {
  const low = await page.evaluate(() => {
    const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    const parse = (color) => color.match(/[\d.]+/g).map(Number);
    const ground = (element) => {
      for (let e = element; e; e = e.parentElement) {
        const color = parse(getComputedStyle(e).backgroundColor);
        if (color.length === 3 || color[3] > 0) return color;
      }
      return [255, 255, 255];
    };
    const found = [];
    for (const element of document.querySelectorAll("p, li, td, th, a, abbr, caption, figcaption, h1, h2, h3")) {
      const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(ground(element))].sort((x, y) => y - x);
      if ((a + 0.05) / (b + 0.05) < 4.5) found.push(element.outerHTML.slice(0, 80));
    }
    return found.slice(0, 5);
  });
  assert.deepEqual(low, [], "text with too little contrast");
}

async function keyboardReachesWhatScrolls(page) {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.className);
  assert.equal(first, "skip", "the first stop is not the link to the brief");
  const outline = await page.evaluate(() => {
    const link = document.querySelector("nav a");
    link.focus({ focusVisible: true });
    return getComputedStyle(link).outlineStyle;
  });
  assert.notEqual(outline, "none", "focus is not shown");
  const stuck = await page.$$eval(".table", (tables) => tables.filter((t) => t.tabIndex < 0 || !t.ariaLabel).length);
  assert.equal(stuck, 0, "a table that scrolls cannot be reached");
}

async function citationsLead(page) {
  const lost = await page.$$eval("a.cite", (links) => links.filter((a) => !document.querySelector(a.getAttribute("href"))).length);
  assert.equal(lost, 0, "a citation leads nowhere");
  const heads = await page.$$eval("table", (tables) => tables.filter((t) => !t.querySelector("thead th[scope=col]")).length);
  assert.equal(heads, 0, "a table without column heads");
}

async function printsOnPaper(page) {
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("nav").isVisible(), false, "contents are printed");
  assert(await page.locator(".notice").first().isVisible(), "who may read it is not printed");
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  await page.emulateMedia({ media: "screen" });
  return (pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g) ?? []).length;
}

async function check(file) {
  const address = pathToFileURL(resolve(file)).href;
  const name = basename(file, ".html");
  let pages = 0;
  await withBrowser({ viewport: { width: 1280, height: 900 } }, async (context) => {
    for (const width of widths) {
      const { page, asked, complaints } = await openPage(context, address);
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await drawn(page);
      await everyChartIsDrawn(page);
      await nothingScrollsSideways(page, width);
      if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
      if (width === widths.at(-1)) {
        await keyboardReachesWhatScrolls(page);
        await textHasContrast(page);
        await citationsLead(page);
        pages = await printsOnPaper(page);
        if (shots) await page.pdf({ path: join(shots, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
      }
      assert.deepEqual(asked, [], "the page asked for something");
      assert.deepEqual(complaints, [], "the page complained");
      await page.close();
    }
  });
  await readableWithoutScripts(address);
  console.log(`${file}: reads well; ${pages} A4 pages`);
}

assert(files.length > 0, "which briefs?");
for (const file of files) await check(file);
