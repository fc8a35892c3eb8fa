// Opens a report page in a browser and tells what happened, as JSON. Arguments: the folder with node_modules, the
// browser, the page, a file for a picture.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, browser_path, page_path, picture] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");

const browser = await chromium.launch({ executablePath: browser_path, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
page.setDefaultTimeout(120_000);  // a busy machine is slow, not wrong
const seen = { console: [], errors: [], requests: [] };
page.on("console", (line) => seen.console.push(line.text()));
page.on("pageerror", (error) => seen.errors.push(error.message));
page.on("request", (request) => seen.requests.push(request.url()));

const address = pathToFileURL(page_path).href;
await page.goto(address);
await page.waitForSelector(".dt-container");
seen.address = address;
seen.title = await page.title();
seen.language = await page.getAttribute("html", "lang");
seen.tables = await page.$$eval("table.rows", (all) => all.map((one) => one.id));
seen.charts = await page.$$eval("canvas", (all) => all.map((one) => [one.id, one.getAttribute("aria-label"), one.width > 0]));

const first_cells = (table, column) =>
  page.$$eval(`#${table} tbody tr td:nth-child(${column})`, (cells) => cells.map((cell) => cell.dataset.value ?? cell.textContent));

// Sorting by keyboard alone: focus the control of the column, press Enter.
const plans = "table-plans";
seen.before = await first_cells(plans, 5);
await page.focus(`#${plans} thead th:nth-child(5) [role=button]`);
await page.keyboard.press("Enter");
seen.sorted = await first_cells(plans, 5);
seen.aria_sort = await page.getAttribute(`#${plans} thead th:nth-child(5)`, "aria-sort");

// Searching.
const wanted = (await first_cells(plans, 1))[0];
await page.fill(`.dt-container:has(#${plans}) .dt-search input`, wanted);
await page.waitForFunction(
  ([table, text]) => [...document.querySelectorAll(`#${table} tbody tr`)].every((row) => row.textContent.includes(text)),
  [plans, wanted],
);
seen.searched = [wanted, await first_cells(plans, 1)];
await page.fill(`.dt-container:has(#${plans}) .dt-search input`, "");

// Downloading.
const [download] = await Promise.all([
  page.waitForEvent("download"),
  page.click(`.dt-container:has(#${plans}) button.buttons-csv`),
]);
const chunks = [];
for await (const chunk of await download.createReadStream()) chunks.push(chunk);
seen.download = [download.suggestedFilename(), Buffer.concat(chunks).toString("utf8")];

// Printing shows every row.
const rows = () => page.$$eval(`#${plans} tbody tr`, (all) => all.length);
seen.rows_on_screen = await rows();
await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
seen.rows_on_paper = await rows();
await page.evaluate(() => dispatchEvent(new Event("afterprint")));
seen.rows_afterwards = await rows();

// Contrast of every text against its background (WCAG 2: at least 4.5).
seen.contrast = await page.evaluate(() => {
  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parsed = (colour) => colour.match(/[\d.]+/g).map(Number);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parsed(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let least = [21, ""];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.offsetParent) continue;
    const [a, b] = [luminance(parsed(getComputedStyle(element).color)), luminance(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < least[0]) least = [ratio, element.outerHTML.slice(0, 80)];
  }
  return least;
});

await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: picture, fullPage: false });
await browser.close();
console.log(JSON.stringify(seen));
