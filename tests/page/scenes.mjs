// Longer looks at the page, one scene a run: node scenes.mjs NAME JSON prints what it saw.
import { createServer } from "node:http";
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { axe, click, give, settled, visit } from "./browser.mjs";

const text = (page, selector) => page.$eval(selector, (node) => node.innerText);
const texts = (page, selector) =>
  page.$$eval(selector, (nodes) => nodes.map((node) => node.innerText));

const arrived = async (file) => {
  for (let tries = 0; tries < 200 && !existsSync(file); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return file;
};

const opened = async (page, drafts) => {
  await give(page, drafts);
  await page.evaluate(() => window.gongkaiLint.ready.then(() => true));
  await settled(page);
};

/** A Word file: every kind of copy is saved. */
const word = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  await page.waitForSelector("#desk .card");
  const cards = await texts(page, "#desk .card");
  const files = [];
  for (const [kind, name] of Object.entries(asked.saves)) {
    await click(page, `[data-save="${kind}"]`);
    files.push(await arrived(join(asked.downloads, name)));
  }
  return { cards, files };
};

/** Each view: is it accessible, does anything stand out of the window. */
const views = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  const told = {};
  for (const name of ["intake", "batch", "book", "about", "desk"]) {
    if (name === "desk") await click(page, "#batch button.link");
    else await click(page, `[data-view="${name}"]`);
    if (name === "book") await page.waitForSelector("#book-list details");
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    told[name] = { axe: await axe(page), wide };
  }
  for (const name of ["facts", "tasks", "rest"]) {
    await click(page, `#tab-${name}`);
    told[name] = { axe: await axe(page), wide: false };
  }
  return told;
};

/** Many files at once: all are judged, the table is sorted by a click. */
const batch = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  await click(page, "#sort-error");
  return { rows: await texts(page, "#batch tbody tr"), said: await text(page, "#told") };
};

/** From a plain server instead of the disk. */
const served = async ({ page, asked }) => {
  const whole = readFileSync(asked.file);
  const server = createServer((_request, answer) => {
    answer.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    answer.end(whole);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await opened(page, asked.drafts);
    await page.waitForSelector("#desk .card");
    return { cards: await texts(page, "#desk .card") };
  } finally {
    server.close();
  }
};

/** A correction of what was recognized, a reason to ignore, the rules of a day. */
const corrected = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  await page.focus("#tab-cards");
  await page.keyboard.press("ArrowRight");
  await page.select('select[name="document_type"]', "letter");
  await click(page, '#pane button[type="submit"]');
  await page.waitForFunction(() => document.querySelector("#desk .facts").innerText.includes("函"));
  const facts = await texts(page, "#desk .facts li");
  await click(page, "#tab-cards");
  const before = await texts(page, "#desk .card");
  await click(page, "#desk .card .actions button:last-child");
  await page.$eval("#ask-reason", (input) => (input.value = "已核对"));
  await click(page, '#ask button[value="yes"]');
  await page.waitForSelector("#desk .accepted");
  const after = await texts(page, "#desk .card");
  const ignored = await page.$eval("#desk .accepted", (node) => node.textContent);
  await click(page, '[data-view="book"]');
  await page.waitForSelector("#book-list details");
  const rules = (await page.$$("#book-list details")).length;
  await page.$eval("#book-day", (input) => {
    input.value = "1995-01-01";
    input.dispatchEvent(new Event("change"));
  });
  await page.waitForFunction(
    (count) => document.querySelectorAll("#book-list details").length < count, {}, rules);
  const then = (await page.$$("#book-list details")).length;
  return { facts, before, after, ignored, rules, then };
};

/** A task is corrected, one is added from what is selected in the document, one is none. */
const tasked = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  await page.waitForSelector("#desk .card");
  await click(page, "#tab-tasks");
  const marked = await page.$$eval("#desk .paper .m:not(.off)", (marks) => marks.length);
  const told = { before: await texts(page, ".task"), marked };
  const fill = (form, name, said) =>
    page.$eval(`${form} [name="${name}"]`, (input, value) => (input.value = value), said);
  const corrections = (count) =>
    page.waitForFunction((number) => document.querySelectorAll(".told-mark").length === number, {}, count);
  await click(page, ".task .actions button");
  await fill(".task", "lead", "市审计局");
  await fill(".task", "deadline", "2024年12月5日前");
  await click(page, '.task button[type="submit"]');
  await corrections(1);
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector(".paper"), 4 /* texts */);
    while (walker.nextNode() && !walker.currentNode.data.includes(words));
    document.getSelection().setBaseAndExtent(walker.currentNode, walker.currentNode.data.indexOf(words),
      walker.currentNode, walker.currentNode.data.indexOf(words) + words.length);
  }, asked.select);
  await click(page, "#add-task");
  await fill(".adding", "lead", "各县人民政府");
  await click(page, '.adding button[type="submit"]');
  await corrections(2);
  told.after = await texts(page, ".task");
  told.axe = await axe(page);
  await click(page, '[data-save="tasks.ics"]');
  told.calendar = await arrived(join(asked.downloads, asked.saves));
  if (asked.shot) await page.screenshot({ path: asked.shot });
  await click(page, ".task .actions button:nth-child(2)");
  await page.waitForFunction((count) => document.querySelectorAll(".task").length < count, {}, told.after.length);
  told.left = await texts(page, ".task");
  return told;
};

/** Files made to harm: each is refused or judged, the page lives and judges the next. */
const hostile = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  const rows = await texts(page, "#batch tbody tr");
  await give(page, [asked.good]);
  await page.waitForSelector("#desk .card", { timeout: 120_000 });
  return { rows, cards: await texts(page, "#desk .card") };
};

/** On paper: A4, the document with the list behind it, none of the page's controls. */
const printed = async ({ page, asked }) => {
  await opened(page, asked.drafts);
  await page.waitForSelector("#desk .card");
  await page.pdf({ path: asked.paper, preferCSSPageSize: true });
  return {};
};

/** What a browser too old shows: one that lacks what the page is unpacked with. */
const old = async ({ page }) => {
  await page.evaluateOnNewDocument(() => delete window.DecompressionStream);
  await page.reload();
  return { said: await text(page, "#told") };
};

/** Everything that could leave the page is tried, in it and in a worker of its own. */
const sealed = async ({ page, asked, seen }) => {
  let hits = 0;
  const server = createServer((_request, answer) => {
    hits += 1;
    answer.setHeader("access-control-allow-origin", "*");
    answer.end("reached");
  });
  server.on("upgrade", (_request, socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  await opened(page, asked.drafts);
  const tried = await page.evaluate(async (url) => {
    const outcome = async (name, deed) => {
      try {
        return `${name} ${(await deed()) || "reached"}`;
      } catch {
        return `${name} refused`;
      }
    };
    const load = (tag, name) =>
      new Promise((resolve, reject) => {
        const node = document.createElement(tag);
        // A frame loads a browser's own page where it may not load another.
        node.onload = () => resolve(tag === "iframe" ? "silent" : "reached");
        node.onerror = () => reject(new Error(tag));
        if (tag === "link") node.rel = "stylesheet";
        node[name] = url;
        document.body.append(node);
        setTimeout(() => resolve("silent"), 1500);
      });
    const socket = () =>
      new Promise((resolve, reject) => {
        const made = new WebSocket(url.replace("http", "ws"));
        made.onopen = () => resolve("reached");
        made.onerror = () => reject(new Error("socket"));
      });
    const inWorker = (deed) =>
      new Promise((resolve) => {
        const code = `(async () => { ${deed} })().then(() => postMessage("reached"), () => postMessage("refused"))`;
        const worker = new Worker("data:text/javascript," + encodeURIComponent(code), { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => resolve("refused");
        setTimeout(() => resolve("silent"), 3000);
      });
    return [
      await outcome("fetch", () => fetch(url).then(() => "reached")),
      await outcome("beacon", () => (navigator.sendBeacon(url, "x") ? "queued" : "refused")),
      await outcome("socket", socket),
      await outcome("img", () => load("img", "src")),
      await outcome("script", () => load("script", "src")),
      await outcome("style", () => load("link", "href")),
      await outcome("iframe", () => load("iframe", "src")),
      await outcome("worker fetch", () => inWorker(`await fetch("${url}")`)),
      await outcome("worker import", () => inWorker(`await import("${url}a.js")`)),
      await outcome("worker socket", () =>
        inWorker(`await new Promise((y, n) => { const s = new WebSocket("${url.replace("http", "ws")}"); s.onopen = y; s.onerror = n; })`)),
    ];
  }, address);
  await new Promise((resolve) => setTimeout(resolve, 500));
  server.close();
  for (const list of Object.values(seen)) list.length = 0; // what was refused is told there
  return { tried, hits };
};

/** The page of findings that a command writes: keys, filters, marks. */
const walked = async ({ page }) => {
  const place = () => text(page, ".bar output");
  const told = { axe: await axe(page), places: [await place()] };
  for (const key of ["j", "j", "k"]) {
    await page.keyboard.press(key);
    told.places.push(await place());
  }
  told.lit = await page.$$eval(".m.on, .no.on", (nodes) => nodes.length);
  await page.$eval("#" + (await page.$eval(".card.on", (card) => card.id)) + " .rule", (link) => link.click());
  told.open = (await page.$$("#rules details[open]")).length;
  await page.keyboard.press("1");
  told.places.push(await place());
  await page.keyboard.press("d");
  told.theme = await page.$eval("html", (root) => root.dataset.theme);
  told.dark = await axe(page);
  return told;
};

/** The audit's report: a number leads to the files behind it. */
const report = async ({ page }) => {
  const told = { axe: await axe(page) };
  await click(page, ".card[data-row]");
  told.list = await text(page, "#documents .list");
  told.inside = await axe(page);
  await click(page, "#close");
  return told;
};

const SCENES = { word, views, batch, served, corrected, tasked, hostile, printed, old, sealed, walked, report };
const [name, words] = process.argv.slice(2);
const asked = JSON.parse(words);
const { browser, page, seen } = await visit(asked);
try {
  console.log(JSON.stringify({ told: await SCENES[name]({ page, asked, seen }), seen }));
} finally {
  await browser.close();
}
