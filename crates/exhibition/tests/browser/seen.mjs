// What can be seen of a page from inside it. These functions run in the page: each stands alone and returns plain facts.

// Everything that is measured without a key being pressed.
export async function facts(foreignDigits) {
  await document.fonts.ready;
  const loaded = performance.getEntriesByType("resource");
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const strong = (text) => {
    const letter = text.match(/\p{L}/u)?.[0];
    if (!letter) return null;
    return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter) ? "rtl" : "ltr";
  };
  // The first letter decides only where it contradicts the language: a Persian name in Latin letters runs from left to right.
  const rtl = /^(ar|fa|he|ur|ckb|ps|sd|ug|yi|azb|glk|lrc|mzn)(-|$)/;
  const directions = [...document.querySelectorAll("[lang]")].filter((element) => {
    const expected = rtl.test(element.lang) ? "rtl" : "ltr";
    const found = getComputedStyle(element).direction;
    return visible(element) && found !== expected && (element === document.documentElement || found !== strong(element.textContent));
  });
  const digits = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const foreign = new RegExp(foreignDigits);
  while (foreignDigits && walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    // Words of a source keep the digits that it wrote; identifiers, addresses and names such as SHA-256 have one form everywhere.
    const text = walker.currentNode.data.replaceAll(/\p{Script=Latin}[\p{Script=Latin}\d. -]*/gu, "");
    if (foreign.test(text) && !parent.closest("bdi, code, pre, q, blockquote, [lang]:not(html), [dir]:not(html), script")) {
      digits.push(walker.currentNode.data.trim().slice(0, 60));
    }
  }
  const budget = {
    requests: loaded.length + 1,
    nodes: document.querySelectorAll("*").length,
    fonts: loaded.filter((entry) => entry.name.endsWith(".woff2")).map((entry) => entry.name),
  };
  // Pictures further down are asked for now.
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  const broken = (await Promise.all(pictures.filter(visible).map((picture) => picture.decode().then(() => null, () => picture.src)))).filter(Boolean);
  return {
    broken,
    directions: directions.map((element) => element.outerHTML.slice(0, 120)),
    digits,
    budget,
    fontsFailed: [...document.fonts].filter((font) => font.status === "error").map((font) => `${font.family} ${font.weight}`),
    fontsLoaded: [...document.fonts].filter((font) => font.status === "loaded").length,
    moving: document.getAnimations().length,
    kept: document.cookie.length,
  };
}

// What reaches further than the page is wide, if anything; `spaced` with the text spacing of WCAG 1.4.12, under which nothing may be cut either.
export function overflow(spaced) {
  const sheet = new CSSStyleSheet();
  if (spaced) {
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; } :lang(fa), :lang(ar), :lang(fa) *, :lang(ar) * { letter-spacing: 0 !important; }");
    document.adoptedStyleSheets = [sheet];
  }
  const root = document.documentElement;
  const over = root.scrollWidth > root.clientWidth;
  const scrolls = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (up !== document.body && up !== root && getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = over
    ? [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(element) && !element.closest("svg *");
    }).slice(-3).map((element) => element.outerHTML.slice(0, 100))
    : [];
  if (spaced) document.adoptedStyleSheets = [];
  return { over, width: root.scrollWidth, wide };
}

// Everything that a visitor without a mouse must be able to reach.
export function reachable() {
  const all = document.querySelectorAll("a[href], button:not([disabled]), input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1']), video[controls], audio[controls]");
  window.reach = [...all].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]"));
  return window.reach.length;
}

// The element that has the focus now, and whether a visitor sees that.
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  // A link over several lines has several boxes: one of them must be in sight.
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const seen = boxes.some((box) => {
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) && top !== document.documentElement);
  });
  return {
    place: (window.reach ?? []).indexOf(element),
    html: element.outerHTML.slice(0, 100),
    rooms: document.querySelector("nav") !== null,
    skip: element.matches("a[href^='#']"),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen,
  };
}
