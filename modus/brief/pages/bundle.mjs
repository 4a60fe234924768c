// Makes vega-bundle.js and THIRD-PARTY.txt from the pinned packages. With --check: writes nothing, and
// fails where the files in the tree are not what the packages give.
import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

async function bundle() {
  return build({
    absWorkingDir: here,
    entryPoints: ["draw.js"],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "ascii",
    legalComments: "none",
    metafile: true,
    write: false,
  });
}

// The build of vega-embed already holds these, so that they are no inputs of ours.
const insideOthers = ["fast-json-patch", "semver", "tslib"];

// The folder of each package that gave code to the bundle, by name, each once.
function packagesIn(metafile) {
  const folders = new Map(insideOthers.map((name) => [name, `node_modules/${name}`]));
  for (const [file, input] of Object.entries(Object.values(metafile.outputs)[0].inputs)) {
    if (input.bytesInOutput === 0) continue;
    const found = file.match(/^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//);
    if (found) folders.set(found[2], found[1]);
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
}

function licenceOf(folder) {
  const name = readdirSync(join(here, folder)).find((file) => /^licen[cs]e/i.test(file));
  return name ? readFileSync(join(here, folder, name), "utf8").trim() : "";
}

// Packages with the same licence text are named together above it.
function notices(metafile) {
  const holders = new Map();
  for (const [name, folder] of packagesIn(metafile)) {
    const about = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
    const text = licenceOf(folder) || `Licence: ${about.license} (the package carries no licence text)`;
    holders.set(text, [...(holders.get(text) ?? []), `${name} ${about.version} (${about.license})`]);
  }
  const parts = [...holders].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  return "The chart library inside the HTML brief is made of these packages.\n\n" + parts.join("\n----\n\n");
}

function settle(name, content, check) {
  const file = join(here, name);
  const same = existsSync(file) && readFileSync(file, "utf8") === content;
  if (check && !same) throw new Error(`${name} is not what the pinned packages give; run npm run bundle`);
  if (!check && !same) writeFileSync(file, content);
  console.log(`${name}: ${content.length} bytes${check ? ", as pinned" : ""}`);
}

const made = await bundle();
const check = process.argv.includes("--check");
settle("vega-bundle.js", made.outputFiles[0].text, check);
settle("THIRD-PARTY.txt", notices(made.metafile), check);
