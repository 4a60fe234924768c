// Starts Debian's Chromium for the checks, with nothing kept and nothing fetched.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const quiet = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-default-browser-check", "--disable-extensions",
];

// Calls `use` with a fresh browser context; `options` as for playwright's launchPersistentContext.
export async function withBrowser(options, use) {
  const profile = mkdtempSync(join(tmpdir(), "modus-pages-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.MODUS_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: quiet,
    ...options,
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

// Opens a file and reports what it asked the network for and what it complained of.
export async function openPage(context, address) {
  const page = await context.newPage();
  const asked = [], complaints = [];
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("file:") ? url !== address : !url.startsWith("data:")) asked.push(url);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, asked, complaints };
}
