// A browser that opens the page from disk, and what it saw: requests, errors, words in the console.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const launch = (name, program, downloads) =>
  name === "firefox"
    ? puppeteer.launch({
        browser: "firefox",
        executablePath: program,
        headless: true,
        extraPrefsFirefox: {
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
        },
      })
    : puppeteer.launch({ executablePath: program, headless: true, args: CHROMIUM_ARGS });

const allowDownloads = async (browser, name, downloads) => {
  if (name === "firefox") return;
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
};

/** Open a page in a browser; give both and the list of what it should not have done. */
export const visit = async ({ name, program, file, downloads, viewport, scheme = "light", prepare }) => {
  mkdirSync(downloads, { recursive: true });
  const browser = await launch(name, program, downloads);
  await allowDownloads(browser, name, downloads);
  const page = await browser.newPage();
  const address = pathToFileURL(file).href;
  const seen = { requests: [], console: [], errors: [] };
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && !url.startsWith("blob:") && url !== address)
      seen.requests.push(url);
  });
  page.on("console", (message) => seen.console.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.setViewport(viewport || { width: 1366, height: 768 });
  if (name !== "firefox")
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(address, { waitUntil: "load", timeout: 120_000 });
  return { browser, page, seen };
};

/** Drop files into the page's one file input. */
export const give = async (page, files) => {
  const input = await page.$("input[type=file][multiple]");
  await input.uploadFile(...files);
};

/** Wait until every document is judged. */
export const settled = (page) =>
  page.waitForFunction(() => document.getElementById("loading").hidden, { timeout: 120_000 });

/** Click what matches, as a script would: it need not stand in the window. */
export const click = (page, selector) => page.$eval(selector, (node) => node.click());

/** Give what axe-core finds that is serious. */
export const axe = async (page) => {
  const source = createRequire(import.meta.url)("axe-core").source;
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  });
};
