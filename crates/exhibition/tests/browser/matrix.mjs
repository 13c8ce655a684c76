// What is visited, how, and what it is held to. Data only.

// Standards that axe-core knows the rules of; together WCAG 2.2 AA, and what it calls good practice: order of headings, landmarks.
export const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
  kiosk: { width: 1920, height: 1080 },
};

// WCAG 1.4.10: everything fits this width without scrolling sideways.
export const NARROWEST = { width: 320, height: 640 };

// Every kind of page is opened in every language on a phone and at a desk. Over the languages each of the two sees a folder and
// a server, with and without script, in light and dark.
export const VISITS = [
  { lang: "en", size: "desktop", way: "http", script: true, scheme: "light" },
  { lang: "en", size: "phone", way: "file", script: false, scheme: "dark" },
  { lang: "fr", size: "desktop", way: "file", script: true, scheme: "dark" },
  { lang: "fr", size: "phone", way: "http", script: false, scheme: "light" },
  { lang: "fa", size: "desktop", way: "http", script: false, scheme: "dark" },
  { lang: "fa", size: "phone", way: "file", script: true, scheme: "light" },
  { lang: "ar", size: "desktop", way: "file", script: false, scheme: "light" },
  { lang: "ar", size: "phone", way: "http", script: true, scheme: "dark" },
  // Colours that the visitor's system decides.
  { lang: "fa", size: "desktop", way: "file", script: true, scheme: "dark", forced: true },
  // Only the keyboard: once from left to right, once from right to left.
  { lang: "en", size: "phone", way: "http", script: false, scheme: "light", keyboard: true },
  { lang: "fa", size: "desktop", way: "file", script: true, scheme: "light", keyboard: true },
  // On paper.
  { lang: "fr", size: "desktop", way: "file", script: true, scheme: "dark", print: true },
  { lang: "fa", size: "phone", way: "http", script: true, scheme: "light", print: true },
];

// The edition that stands in the room as a screen.
export const KIOSK = [
  { lang: "en", size: "kiosk", way: "file", script: true, scheme: "light" },
  { lang: "fa", size: "kiosk", way: "file", script: false, scheme: "dark" },
];

// Without script a screen in a room can only go back to its start by itself with a timed refresh (WCAG 2.2.1 would have it announced;
// with script it is). That is what the edition for the screen is for, so this one rule is left out there, and nowhere else.
export const KIOSK_RULES = { "meta-refresh": { enabled: false } };

// A first view of a page asks for this much at most.
export const BUDGETS = { requests: 8, nodes: 1_500, listNodes: 6_000, styleGzip: 14_000, fonts: 90_000 };

// Pages that list: rooms, and the parts of the wall and of the documents that go on over several pages.
export const LISTS = /(^|\/)index\.html$|^people\/(?!N)|^(documents|timeline|sources|book)\//;

// The room of the press shows the banner in four sizes, and one in each other language: so many pictures more.
export const BANNERS = /^press\/index\.html$/;

// Digits of each language; others in its own words are a mistake.
export const FOREIGN_DIGITS = { en: "[٠-٩۰-۹]", fr: "[٠-٩۰-۹]", fa: "[0-9٠-٩]", ar: "[0-9۰-۹]" };
