// Opens an exhibition in Chromium and says what is wrong with it, one finding a line: `code TAB visit TAB page TAB what`.
//   BROWSER_TOOLS=target/browser node check.mjs DIR [--kiosk] [--all]
// BROWSER_TOOLS is the folder with node_modules of the package.json beside this file; ./test fills it. One page of every kind is opened in
// every visit of matrix.mjs; --all opens every page. Ends with 0 when nothing was found, with 1 otherwise.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { BANNERS, BUDGETS, FOREIGN_DIGITS, KIOSK, KIOSK_RULES, LISTS, NARROWEST, SIZES, STANDARDS, VISITS } from "./matrix.mjs";
import { facts, focused, overflow, reachable } from "./seen.mjs";
import { serve } from "./serve.mjs";

const tools = createRequire(join(resolve(process.env.BROWSER_TOOLS ?? "target/browser"), "package.json"));
const { chromium } = tools("playwright-core");
const axe = readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");
const folder = resolve(process.argv[2]);
const every = process.argv.includes("--all");
const visits = process.argv.includes("--kiosk") ? KIOSK : VISITS;

/** The kind of a page: its address without the language, identifiers and numbers as `N`. */
export const kind = (path) => path.replace(/^(en|fr|fa|ar)\//, "")
  .replace(/(^|\/)[a-z][0-9a-z]{13}(-\d+)?\.html$/, "$1N.html").replace(/\/[0-9a-z]{2}\/N\.html$/, "/N/N.html")
  .replace(/(letter\/[a-z]+|timeline\/kind)-.*/, "$1-N.html").replace(/[a-z-]+-[0-9a-f]{8}\.html$/, "N.html")
  .replace(/^people\/(?!letter\/|facet\/|N\/)[^/]+\/.*$/, "people/value/N.html").replace(/^people\/facet\/(?!index)[^/]+$/, "people/facet/N.html")
  .replace(/\d+/g, "N");

/** One page of every kind in each language: the longest, where most can go wrong; the shortest for the keyboard. */
function pages() {
  const found = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
  const kinds = new Map();
  for (const path of found) {
    if (/http-equiv="refresh" content="0/.test(readFileSync(join(folder, path), "latin1"))) continue;
    const lang = /^(en|fr|fa|ar)\//.exec(path)?.[1] ?? "";
    const key = every ? path : `${lang} ${kind(path)}`;
    const size = statSync(join(folder, path)).size;
    const known = kinds.get(key) ?? { lang, kind: kind(path), longest: path, most: size, shortest: path, least: size };
    if (size > known.most) [known.longest, known.most] = [path, size];
    if (size < known.least) [known.shortest, known.least] = [path, size];
    kinds.set(key, known);
  }
  return [...kinds.values()];
}

const findings = new Map();
const spent = { pages: 0, axe: 0, tabs: 0, prints: 0 };

async function look(context, visit, entry, base) {
  const path = visit.keyboard ? entry.shortest : entry.longest;
  const found = (code, what) => {
    const line = [code, visit.name, path, what.replaceAll(/\s+/g, " ")].join("\t");
    findings.set(line, (findings.get(line) ?? 0) + 1);
  };
  const page = await context.newPage();
  const watched = { on: true };
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob|about):/.test(request.url())) found("outbound", request.url());
  });
  page.on("requestfailed", (request) => watched.on && found("failed", `${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && found("failed", `${response.url()} ${response.status()}`));
  page.on("console", (message) => watched.on && found("console", message.text().slice(0, 200)));
  page.on("pageerror", (error) => found("script", String(error)));
  page.on("dialog", (dialog) => { found("dialog", dialog.message()); dialog.dismiss(); });
  page.setDefaultTimeout(60_000);
  try {
    // The page's scripts are off while it is read; ours may run afterwards.
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setScriptExecutionDisabled", { value: !visit.script });
    await page.goto(base + path, { waitUntil: "load" });
    await session.send("Emulation.setScriptExecutionDisabled", { value: false });
    spent.pages += 1;
    if (visit.keyboard) await keyboard(page, found);
    else if (visit.print) await print(page, found);
    else await standing(page, visit, entry, found, watched);
  } catch (error) {
    found("broken", String(error).slice(0, 300));
  }
  await page.close();
}

async function standing(page, visit, entry, found, watched) {
  const seen = await page.evaluate(facts, FOREIGN_DIGITS[entry.lang] ?? "");
  for (const src of seen.broken) found("picture", src);
  for (const html of seen.directions) found("direction", html);
  for (const text of seen.digits) found("digits", text);
  for (const font of seen.fontsFailed) found("font", `${font} does not load`);
  if (seen.fontsLoaded === 0) found("font", "none of ours is loaded");
  if (seen.moving > 0) found("motion", `${seen.moving} animations`);
  if (seen.kept > 0) found("cookie", "a cookie is set");
  const { budget } = seen;
  const nodes = LISTS.test(entry.kind) ? BUDGETS.listNodes : BUDGETS.nodes;
  const fonts = budget.fonts.reduce((sum, url) => sum + statSync(join(folder, "assets/fonts", url.split("/").pop())).size, 0);
  const requests = BUDGETS.requests + (BANNERS.test(entry.kind) ? 7 : 0);
  if (budget.requests > requests) found("budget", `${budget.requests} requests`);
  if (budget.nodes > nodes) found("budget", `${budget.nodes} elements`);
  if (fonts > BUDGETS.fonts) found("budget", `${fonts} bytes of fonts: ${budget.fonts.map((url) => url.split("/").pop()).join(" ")}`);
  // What follows is ours, not the page's.
  watched.on = false;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(([tags, rules]) => window.axe.run(document, {
    runOnly: tags, rules: { "target-size": { enabled: true }, ...rules }, resultTypes: ["violations"], preload: false,
  }), [STANDARDS, visit.size === "kiosk" ? KIOSK_RULES : {}]);
  spent.axe += 1;
  for (const { id, nodes } of violations) {
    for (const node of nodes.slice(0, 3)) found(`axe:${id}`, `${node.html.slice(0, 140)} — ${node.any.concat(node.all, node.none).map((check) => check.message).join("; ").slice(0, 200)}`);
  }
  const widths = visit.size === "phone" ? [SIZES.phone, NARROWEST] : [SIZES[visit.size]];
  for (const size of widths) {
    await page.setViewportSize(size);
    for (const spaced of size === NARROWEST ? [false, true] : [false]) {
      const { over, width, wide } = await page.evaluate(overflow, spaced);
      if (over) found("overflow", `${width} px at ${size.width}${spaced ? " with spaced text" : ""}: ${wide.join(" | ")}`);
    }
  }
}

async function keyboard(page, found) {
  const count = await page.evaluate(reachable);
  const reached = new Set();
  for (let tab = 0; tab < count * 2 + 10; tab += 1) {
    await page.keyboard.press("Tab");
    spent.tabs += 1;
    const now = await page.evaluate(focused);
    // Past the last element the focus leaves the page.
    if (!now || (now.place === 0 && tab > 0)) break;
    if (tab === 0 && now.rooms && !now.skip) found("skip", `the first stop is ${now.html}`);
    if (!now.ring) found("focus", `no ring: ${now.html}`);
    if (!now.seen) found("focus", `out of sight: ${now.html}`);
    reached.add(now.place);
  }
  const missed = await page.evaluate((reached) => window.reach.filter((_, place) => !reached.includes(place)).map((element) => element.outerHTML.slice(0, 100)), [...reached]);
  for (const html of missed.slice(0, 3)) found("reach", `never reached: ${html}`);
}

async function print(page, found) {
  const letters = await page.evaluate(() => document.body.innerText.length);
  const pdf = (await page.pdf({ preferCSSPageSize: true, format: "A4", printBackground: true })).toString("latin1");
  spent.prints += 1;
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const sane = 3 + Math.ceil(letters / 900);
  if (sheets < 1 || sheets > sane) found("print", `${sheets} sheets for ${letters} letters, at most ${sane}`);
  await page.emulateMedia({ media: "print" });
  const left = await page.evaluate(() => [...document.querySelectorAll("nav, form, .skip")].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 1).map((element) => element.outerHTML.slice(0, 80)));
  for (const html of left) found("print", `on paper: ${html}`);
}

async function run() {
  const start = Date.now();
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // No name but that of this machine leads anywhere: what is asked of others is seen and fails.
    args: ["--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
  const entries = pages();
  for (const visit of visits) {
    visit.name = [visit.lang, visit.size, visit.way, visit.script ? "script" : "no-script", visit.forced ? "forced" : visit.scheme, visit.keyboard ? "keyboard" : visit.print ? "print" : ""].filter(Boolean).join("-");
    const context = await browser.newContext({
      viewport: SIZES[visit.size], colorScheme: visit.scheme,
      forcedColors: visit.forced ? "active" : "none", reducedMotion: "reduce", locale: visit.lang, serviceWorkers: "block",
    });
    const base = visit.way === "http" ? server.base : `${pathToFileURL(folder).href}/`;
    const queue = entries.filter((entry) => entry.lang === visit.lang || entry.lang === "");
    await Promise.all([0, 1, 2].map(async () => {
      for (let entry = queue.shift(); entry; entry = queue.shift()) await look(context, visit, entry, base);
    }));
    for (const { name } of await context.cookies()) findings.set(`cookie\t${visit.name}\t\t${name}`, 1);
    await context.close();
  }
  await browser.close();
  server.close();
  const style = gzipSync(readFileSync(join(folder, "assets/style.css"))).length;
  if (style > BUDGETS.styleGzip) findings.set(`budget\t\tassets/style.css\t${style} bytes compressed`, 1);
  for (const line of [...findings.keys()].sort()) console.log(line);
  console.error(`${new Set(entries.map((entry) => entry.kind)).size} kinds of pages, ${spent.pages} visits, ${spent.axe} runs of axe-core, ${spent.tabs} tabs, ${spent.prints} prints, ${findings.size} findings in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  process.exitCode = findings.size > 0 ? 1 : 0;
}

await run();
