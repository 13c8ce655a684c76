// Takes the pictures of docs/pictures: key pages of an exhibition, as WebP.
//   BROWSER_TOOLS=target/browser node pictures.mjs DIR OUT [--png]
// DIR is what `cargo run -p exhibition --example sample -- DIR` writes: invented, and saying so at the top of every page.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { SIZES } from "./matrix.mjs";

const tools = createRequire(join(resolve(process.env.BROWSER_TOOLS ?? "target/browser"), "package.json"));
const { chromium } = tools("playwright-core");
const folder = resolve(process.argv[2]);
const out = resolve(process.argv[3]);
const format = process.argv.includes("--png") ? "png" : "webp";

// Name, address (a folder stands for its longest page), size, how tall at most, dark or light.
const PICTURES = [
  ["door-desktop", "index.html", "desktop", 900],
  ["entrance-en-desktop", "en/index.html", "desktop", 1500],
  ["entrance-fa-phone", "fa/index.html", "phone", 1600],
  ["wall-fa-desktop", "fa/people/index.html", "desktop", 1300],
  ["wall-en-phone", "en/people/letter/", "phone", 1500],
  ["person-en-desktop", "en/people/", "desktop", 2000],
  ["person-fa-phone", "fa/people/", "phone", 2200],
  ["graves-en-desktop", "en/graves/index.html", "desktop", 1500],
  ["graves-fa-phone", "fa/graves/index.html", "phone", 1600],
  ["remarks-fa-desktop", "fa/remarks/index.html", "desktop", 1500],
  ["commission-en-desktop", "en/commission/index.html", "desktop", 1500],
  ["commission-fa-desktop", "fa/commission/index.html", "desktop", 1500],
  ["tolls-en-phone", "en/tolls/index.html", "phone", 1600],
  ["document-en-desktop", "en/documents/", "desktop", 1600],
  ["timeline-fa-phone", "fa/timeline/index.html", "phone", 1600, "dark"],
  ["kiosk-fa", "kiosk/fa/index.html", "kiosk", 1080, "dark"],
];

/** The longest page below a folder that is not its own index. */
function longest(path) {
  const found = readdirSync(join(folder, path), { recursive: true }).filter((file) => /[a-z]+-?[0-9a-z]*\.html$/.test(file) && !file.endsWith("index.html"));
  // Of people a page of somebody, of letters one of a letter and not everybody.
  const wanted = path.endsWith("/people/") ? found.filter((file) => /^[0-9a-z]{2}\//.test(file)) : found.filter((file) => file !== "all.html");
  wanted.sort((a, b) => statSync(join(folder, path, b)).size - statSync(join(folder, path, a)).size || a.localeCompare(b));
  return path + wanted[0];
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--disable-gpu", "--force-color-profile=srgb"] });
for (const [name, address, size, tallest, scheme = "light"] of PICTURES) {
  const path = address.endsWith("/") ? longest(address) : address;
  if (!existsSync(join(folder, path))) {
    console.error(`${name}: no ${path}`);
    continue;
  }
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: scheme, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(folder).href}/${path}`);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const { width } = SIZES[size];
  const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
  const session = await context.newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format, ...(format === "webp" ? { quality: 72 } : {}), captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  const bytes = Buffer.from(data, "base64");
  writeFileSync(join(out, `${name}.${format}`), bytes);
  console.log(`${name}.${format}\t${width} × ${height}\t${bytes.length}\t${path}`);
  await context.close();
}
await browser.close();
