// One short way through the page: files given while it loads, findings, a fix accepted, a download.
// node journey.mjs JSON, with browser (chromium, firefox), program, file, downloads and drafts;
// prints what it saw as JSON.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { axe, click, give, settled, visit } from "./browser.mjs";

const asked = JSON.parse(process.argv[2]);
const { browser, page, seen } = await visit(asked);
const told = { seen };
try {
  await give(page, asked.drafts);
  told.queued = await page.$eval("#stage", (node) => node.textContent);
  await page.evaluate(() => window.gongkaiLint.ready.then(() => true));
  await settled(page);
  told.rows = await page.$$eval("#batch tbody tr", (rows) => rows.map((row) => row.innerText));
  await click(page, "#batch tbody tr:first-child button.link");
  await page.waitForSelector("#desk .card");
  told.cards = await page.$$eval("#desk .card", (cards) => cards.map((card) => card.innerText));
  told.marked = await page.$$eval("#desk .m", (marks) => marks.map((mark) => mark.textContent));
  told.axe = await axe(page);
  const mendable = () => page.$("#desk .card.on .actions .main");
  for (let tries = 0; tries < told.cards.length && !(await mendable()); tries += 1)
    await page.keyboard.press("j");
  told.chosen = await page.$eval("#place", (node) => node.textContent);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#desk .changed");
  told.after = await page.$$eval("#desk .card", (cards) => cards.length);
  await click(page, '[data-save="revised"]');
  told.saved = join(asked.downloads, asked.saves);
  for (let tries = 0; tries < 100 && !existsSync(told.saved); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  if (asked.shot) await page.screenshot({ path: asked.shot });
} catch (error) {
  told.said = await page.$eval("main", (main) => main.innerText);
  console.error(JSON.stringify(told));
  throw error;
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
