// Opens each page in headless Chromium, light and dark, wide and at 360 px: no violation that axe-core knows, nothing wider than
// the window, no script, no request, open within the time; leaves pictures beside the pages for those who want to look.
//
//   node check.mjs FOLDER     CHROMIUM=/usr/bin/chromium
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const folder = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SECONDS = Number(process.env.SECONDS ?? 2);
const MEGABYTES = 5;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const wrong = [];
for (const name of ["sample", "heap", "coverage"]) {
  const file = `${folder}/${name}.html`;
  const size = statSync(file).size / 1e6;
  if (size > MEGABYTES) wrong.push(`${name}: ${size.toFixed(1)} MB`);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      // The policy of the page forbids scripts; the checker's own is let in.
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) wrong.push(`${name}: asks for ${request.url()}`);
      });
      const begun = performance.now();
      await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const seconds = (performance.now() - begun) / 1000;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) wrong.push(`${name} ${colorScheme} ${width}: ${wide} px too wide`);
      if (seconds > SECONDS) wrong.push(`${name} ${colorScheme} ${width}: open after ${seconds.toFixed(2)} s`);
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png` });
      for (const section of ["voices", "likeness"]) {
        const found = page.locator(`#${section}`);
        await found.screenshot({ path: `${folder}/${name}-${section}-${colorScheme}-${width}.png`, timeout: 60000 });
      }
      if (name === "sample" || width === 1280) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        for (const { id, impact, nodes } of violations) {
          wrong.push(`${name} ${colorScheme} ${width}: ${id} (${impact}), ${nodes.length} times: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary?.slice(0, 260)}`);
        }
      }
      console.log(`${name} ${colorScheme} ${width} px: ${size.toFixed(2)} MB, open in ${seconds.toFixed(2)} s`);
      await context.close();
    }
  }
}
await browser.close();
for (const line of wrong) console.log("WRONG", line);
process.exit(wrong.length ? 1 : 0);
