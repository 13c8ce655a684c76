// The search of the wall of names (docs/search.md). It asks nobody: the index stands in the folder `search` and is loaded piece by
// piece, by script elements, which also work where pages are opened from a folder. Without this file only the search is missing.
(() => {
  const part = (id) => document.getElementById("wall-" + id);
  const form = part("search"), query = part("query"), status = part("status");
  const root = document.documentElement, { up, found, first, none, failed } = form.dataset;
  const SHOWN = 20, ENOUGH = 0.5, SLIP = 0.6, BEGINNING = 0.8;

  const make = (tag, more) => Object.assign(document.createElement(tag), more);

  // Files of the index call `wall` with their name and what they hold.
  const waiting = {}, files = {};
  window.wall = (name, data) => waiting[name](data);
  const load = (name) => files[name] ??= new Promise((done, fail) => {
    waiting[name] = done;
    document.head.append(make("script", { src: up + "../search/" + name + ".js", onerror: fail }));
  });

  // What letters are in a key: inside a word and at its end, in one or two ways.
  let index, units;
  const open = async () => {
    if (index) return;
    index = await load("index");
    index.first = index.first.split(" ");
    units = new Map(index.letters.split(";").flatMap((group) => {
      const [read, ...letters] = group.split(" ");
      const ways = read.split("/").map((way) => way.split(","));
      return letters.map((one) => [one, ways]);
    }));
  };

  const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");
  const words = (text) => text.toLowerCase().normalize("NFKC")
    .replace(/[ʹ-ˁ‘’′`´׳]/g, "'").match(/[\p{L}\p{N}\p{M}']+/gu) ?? [];
  // A word as units; null when one of its letters is not known.
  const cut = (word) => {
    word = word.replace(/([aeае])[hх]$/, "$1").replace(/^(abd..?)l(?=[tdrzsn]..)/, "$1");
    const cut = [];
    for (let at = 0, size; at < word.length; at += size) {
      for (size = 5; size && !units.has(word.substr(at, size));) size--;
      const unit = units.get(size ? word.substr(at, size) : bare(word[at])[0]);
      if (unit) cut.push(unit);
      else if (/[^\p{M}']/u.test(word[at])) return null;
      size ||= 1;
    }
    return cut;
  };
  // The keys of units: their strong consonants; of fewer than two, weak ones and a last vowel too.
  const keys = (cut) => [...new Set([0, 1].map((way) => {
    let strong = "", weak = "", before;
    cut.forEach((unit, place) => {
      const ways = unit.at(place + 1 < cut.length ? 0 : -1), read = ways[way] ?? ways[0];
      if (!read) before = "";
      for (const sign of read) {
        if (/[aiu]/.test(sign)) weak += place ? sign : "";
        else if (sign !== before) {
          weak += sign.toLowerCase();
          if (sign !== "V") strong += sign;
        }
        before = sign;
      }
    });
    return strong[1] ? strong : weak || "a";
  }))];
  const slips = (key) => {
    const near = [];
    for (let at = 0; key[1] && at <= key.length; at++) {
      const a = key.slice(0, at), b = key.slice(at);
      for (const letter of "bcdfhjklmnrstvz") near.push(a + letter + b, a + letter + b.slice(1));
      near.push(a + b.slice(1), a + b.slice(1, 2) + b.slice(0, 1) + b.slice(2));
    }
    return new Set(near.filter((slip) => slip[1] && slip !== key));
  };

  // Numbers of the files that may hold keys of a range; those loaded; the people of the keys of a range in them.
  const between = (from, to) => index.first.flatMap((first, at) => first <= to && !(index.first[at + 1] < from) ? [at] : []);
  const held = [];
  const hold = async (at) => { held[at] ??= (await load("k" + at)).split(";").map((entry) => entry.split(":")); };
  const people = (from, to) => between(from, to).flatMap((at) => (held[at] ?? []).flatMap(([key, list]) => {
    let person = 0;
    return key >= from && key <= to ? list.split(",").map((step) => person += parseInt(step, 36)) : [];
  }));

  const order = (a, b) => b[0] - a[0] || a[1] - b[1];
  const search = async (text) => {
    await open();
    const read = words(text).slice(0, 6).map((word) => [cut(word), word]).filter(([cut]) => !cut || cut.length);
    const parts = read.map(([cut, word], at) => [cut ? keys(cut) : [bare(word)], [at]]);
    read.slice(1).forEach(([cut], at) => cut && read[at][0] && parts.push([keys([...read[at][0], ...cut]), [at, at + 1]]));
    // The last word may be a beginning.
    const end = (key, places) => places.includes(read.length - 1) && key[2] ? key + "\uffff" : key;
    await Promise.all(parts.flatMap(([keys, places]) => keys.flatMap((key) => between(key, end(key, places)).map(hold))));
    // For each person, what each word counts for.
    const met = new Map(), counts = read.map(() => 0);
    const take = (persons, places, share) => persons.forEach((person) => {
      if (!met.has(person)) met.set(person, read.map(() => 0));
      const shares = met.get(person);
      for (const at of places) {
        if (share === 1) counts[at]++;
        shares[at] = Math.max(shares[at], share);
      }
    });
    for (const [keys, places] of parts) for (const key of keys) {
      take(people(key, key), places, 1);
      take(people(key, end(key, places)), places, BEGINNING);
    }
    const weigh = () => {
      const bits = counts.map((count) => Math.max(1, Math.log2(4 * index.people / (count + 1))));
      const sum = (shares) => shares.reduce((sum, share, at) => sum + share * bits[at], 0);
      return [...met].map(([person, shares]) => [sum(shares) / sum(bits.map(() => 1)), person])
        .filter(([score]) => score >= ENOUGH).sort(order);
    };
    let best = weigh();
    if (!(best[0]?.[0] > SLIP)) {
      const wanted = index.first.map((_, at) => [0, at]);
      const near = parts.flatMap(([[key], places]) => [...slips(key)].map((slip) => [slip, places]));
      near.forEach(([slip]) => between(slip, slip).forEach((at) => wanted[at][0]++));
      await Promise.all(wanted.sort(order).slice(0, 8).map(([, at]) => hold(at)));
      for (const [slip, places] of near) take(people(slip, slip), places, SLIP);
      best = weigh();
    }
    return [best.length, await Promise.all(best.slice(0, SHOWN).map(async ([, person]) =>
      (await load("p" + Math.floor(person / index.per)))[person % index.per]))];
  };

  // Names in the script of the page first. What a machine wrote begins with its mark, and comes last.
  const own = (name) => /[؀-ۿ]/.test(name) === (root.dir === "rtl"), by = (name) => name[0] === "°";
  const row = ([address, ...names]) => {
    const item = make("li"), link = make("a", { href: up + address });
    const [name, ...others] = names.filter((name) => !by(name) || own(name)).sort((a, b) => by(a) - by(b) || own(b) - own(a))
      .map((text) => make("bdi", { textContent: text.replace(/^°(.*)/, "$1°"), dir: "auto" }));
    link.append(name);
    item.append(link, ...others.map((other) => Object.assign(other, { className: "other" })));
    return item;
  };
  let turn = 0, pause;
  const run = async () => {
    const mine = ++turn;
    let says = "", rows = [];
    if (query.value.trim()) try {
      const [count, shown] = await search(query.value);
      says = !count ? none : (count > SHOWN ? first : found) + " " + Math.min(count, SHOWN).toLocaleString(root.lang);
      rows = shown.map(row);
    } catch { says = failed; }
    if (mine !== turn) return;
    status.textContent = says;
    part("found").replaceChildren(...rows);
  };
  query.oninput = () => { clearTimeout(pause); pause = setTimeout(run, 200); };
  form.onsubmit = (event) => { event.preventDefault(); run(); };
  form.hidden = false;
  query.value = new URLSearchParams(location.search).get("q") ?? "";
  run();
})();
