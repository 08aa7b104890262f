// How long the page takes in a browser: first paint, ready, a document judged, a fix judged again.
// node figures.mjs JSON, with name, program, files (label to page), downloads, draft (or null).
import { give, visit } from "./browser.mjs";

const asked = JSON.parse(process.argv[2]);

const since = (page) => page.evaluate(() => performance.now());

const paint = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        // "buffered": a paint before this line is told too, one still to come is waited for.
        new window.PerformanceObserver((list) => {
          const [first] = list.getEntriesByName("first-contentful-paint");
          if (first) resolve(first.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );

const ready = (page) => page.evaluate(() => window.gongkaiLint.ready.then(() => performance.now()));

const timed = async (page, deed) => {
  const from = await since(page);
  await deed();
  return (await since(page)) - from;
};

/** Note how long the worker takes for each deed: what the program costs without the page around it. */
const watch = () => {
  const Plain = window.Worker;
  window.deeds = [];
  window.Worker = class extends Plain {
    postMessage(words, ...rest) {
      if (words.name) window.deeds.push([words.name, performance.now()]);
      super.postMessage(words, ...rest);
    }
    set onmessage(listener) {
      super.onmessage = (event) => {
        const deed = window.deeds.at(-1);
        if (event.data.number && deed.length === 2) deed.push(performance.now() - deed[1]);
        listener(event);
      };
    }
  };
};

const judged = async (page, draft) => {
  const found = {};
  found.first = await timed(page, async () => {
    await give(page, [draft]);
    await page.waitForSelector("#desk .paper");
  });
  const again = () =>
    page.evaluate(async () => {
      const from = performance.now();
      await window.gongkaiLint.judgeAgain();
      return performance.now() - from;
    });
  const times = [];
  for (let time = 0; time < 7; time += 1) times.push(await again());
  found.again = times.sort((a, b) => a - b)[3];
  found.worker = await page.evaluate(() => {
    const lengths = window.deeds.filter(([name]) => name === "judge").map((deed) => deed[2]);
    return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  });
  const mend = await page.$("#desk .card .actions .main");
  if (mend)
    found.mended = await page.evaluate(async () => {
      const from = performance.now();
      document.querySelector("#desk .card .actions .main").click();
      while (!document.querySelector("#desk .changed"))
        await new Promise((resolve) => setTimeout(resolve, 1));
      return performance.now() - from;
    });
  return found;
};

const told = {};
for (const [label, file] of Object.entries(asked.files)) {
  const { browser, page } = await visit({ ...asked, file, prepare: watch });
  const figures = { paint: await paint(page), ready: await ready(page) };
  if (asked.draft && label === "page") Object.assign(figures, await judged(page, asked.draft));
  told[label] = figures;
  await browser.close();
}
console.log(JSON.stringify(told));
