import { readerOf } from "../../timeline/reader.js";

// Draws the timeline. The server has laid it out and says from which zoom on an item stands apart from the one before
// it and is a bar; here minutes become pixels, so that to move and to zoom asks nobody. Words are set as text alone.
const cell = 28; // pixels: the narrowest that cells of time get, and with them whatever can be pointed at
const target = 24;
const margin = 12; // pixels before the whole life
const after = 64; // pixels after it: the last mark, and those that it pushes on, end in view
const letter = 6.5; // pixels of the axis
const minutes = { day: 1440, year: 525_960 };

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

const say = (words, ...parts) => words.replace(/\{(\d)\}/g, (_, n) => parts[n]);

// Words of two directions do not mix.
const apart = (words) => (document.documentElement.dir === "rtl" ? `\u2068${words}\u2069` : words);

const between = (least, value, most) => Math.min(Math.max(value, least), most);

export const draw = (root, server, coarsest, levels, steps, says) => {
  const number = (count) => count.toLocaleString("en").replaceAll(",", says.thousands);

  const listening = new AbortController();
  const drawing = root.querySelector("[data-drawing]");
  const ground = root.querySelector("[data-ground]");
  const shown = root.querySelector("[data-shown]");
  const read = root.querySelector("[data-read]");
  const hint = read.textContent;
  let lanes = [];
  let life = null;
  let view = null; // { from, scale }: the minute at the left edge, and pixels a minute
  let drawn = null; // the view that everything was last placed for
  let whole = null; // the view of the whole life
  let asked = 0;
  let settling = 0;

  const width = () => ground.clientWidth || 1;
  const levelAt = (scale) => between(0, Math.floor(Math.log2((coarsest * scale) / cell)), levels);
  const x = (minute) => (minute - view.from) * view.scale;

  // ---- Time

  const look = (from, scale) => {
    const least = width() / ((life.latest - life.earliest) * 1.1 + minutes.day);
    const most = (cell * 2 ** levels) / coarsest;
    const to = between(least, scale, most);
    const span = width() / to;
    view = { from: between(life.earliest - span * 0.5, from, life.latest - span * 0.5), scale: to };
    soon();
  };

  const lookAt = (from, to) => {
    const scale = Math.max(width() - margin - after, 1) / (to - from);
    look(from - margin / scale, scale);
  };

  const pan = (pixels) => look(view.from + pixels / view.scale, view.scale);

  const zoom = (factor, at = width() / 2) => {
    const minute = view.from + at / view.scale;
    look(view.from, view.scale * factor);
    look(minute - at / view.scale, view.scale);
  };

  const acts = {
    whole: () => lookAt(life.from, life.to),
    years: () => lookAt(life.today[1] - 10 * minutes.year, life.today[1]),
    year: () => lookAt(life.today[1] - minutes.year, life.today[1]),
    back: () => pan(-width() / 3),
    forth: () => pan(width() / 3),
    out: () => zoom(1 / 1.6),
    in: () => zoom(1.6),
    begin: () => look(life.from - margin / view.scale, view.scale),
    end: () => look(life.to - (width() - after) / view.scale, view.scale),
  };

  // ---- What is drawn

  const groups = (lane, level) => {
    if (lane.level !== level) {
      Object.assign(lane, { level, bars: [], marks: [] });
      let open = null;
      for (let i = 0; i < lane.start.length; i++) {
        if (lane.apart[i] <= level) open = null;
        if (lane.bar[i] <= level) lane.bars.push(i);
        else if (open) Object.assign(open, { last: i, count: open.count + 1 });
        else lane.marks.push((open = { first: i, last: i, count: 1 }));
      }
      // As many rows as this zoom has bars in: they do not change while the reader only moves.
      const rows = lane.bars.reduce((most, i) => Math.max(most, lane.row[i] + 1), 0);
      lane.strip.parentElement.style.setProperty("--rows", rows);
    }
    return lane;
  };

  const words = (lane, i) =>
    [lane.title[i], lane.remark[i], lane.when[i]].filter((word) => word >= 0).map((word) => apart(lane.words[word])).join(", ");

  const wordsOf = (lane, { first, last, count }) =>
    count === 1
      ? words(lane, first)
      : say(says.together, number(count), lane.noun, [...new Set([first, last].map((i) => lane.words[lane.when[i]]))].join(" … "));

  const button = (className, label, first, last) => {
    const element = make("button", className);
    element.type = "button";
    element.tabIndex = -1;
    element.setAttribute("aria-label", label);
    Object.assign(element.dataset, { first, last });
    return element;
  };

  // The whole time it may mean, hatched, and over it what is certain.
  const extent = (lane, i) => {
    const element = make("span", `extent${lane.open[i] & 1 ? " open-begin" : ""}${lane.open[i] & 2 ? " open-end" : ""}`);
    const sure = lane.sure[i] ?? [0, lane.length[i]];
    for (let part = 0; part < sure.length; part += 2) element.append(make("i", "sure"));
    return element;
  };

  const stretch = (element, lane, i, left, right, origin) => {
    element.style.left = `${left - origin}px`;
    element.style.width = `${Math.max(right - left, 1)}px`;
    const sure = lane.sure[i] ?? [0, lane.length[i]];
    [...element.children].forEach((part, n) => {
      const from = between(left, x(lane.start[i] + sure[2 * n]), right);
      const to = between(left, x(lane.start[i] + sure[2 * n + 1]), right);
      part.style.left = `${from - left}px`;
      part.style.width = `${Math.max(to - from, 2)}px`;
    });
  };

  const makeBar = (lane, i) => {
    const element = button("bar", words(lane, i), i, i);
    element.style.setProperty("--row", lane.row[i]);
    element.append(extent(lane, i), make("span", "name", lane.words[lane.title[i]]));
    return element;
  };

  const placeBar = (element, lane, i, left, right) => {
    const from = Math.max(x(lane.start[i]), left);
    const to = Math.min(x(lane.start[i] + lane.length[i]), right);
    element.style.left = `${from}px`;
    element.style.width = `${to - from}px`;
    stretch(element.firstChild, lane, i, from, to, from);
    // The name stays in view as long as any of its bar does.
    const [seen, end] = [Math.max(from, 0), Math.min(to, width())];
    const name = element.lastChild;
    name.hidden = end - seen < 40;
    name.style.left = `${seen - from}px`;
    name.style.width = `${Math.max(end - seen, 0)}px`;
  };

  const makeMark = (lane, mark) => {
    const { first, last, count } = mark;
    const element = button(count > 1 ? "mark many" : "mark", wordsOf(lane, mark), first, last);
    if (count > 1) element.append(make("b", "", count > 999 ? `${Math.floor(count / 1000)}k` : count));
    else element.append(extent(lane, first), make("span", "name", lane.words[lane.title[first]]));
    element.dataset.count = count;
    return element;
  };

  // A mark is at its time. What can be pointed at is beside the mark before, where that leaves it no room.
  const placeMark = (element, lane, { first, count }, at, left, room) => {
    element.style.left = `${left}px`;
    if (count > 1) return;
    const [icon, name] = element.children;
    // What is too long to end before the next mark is drawn by its beginning.
    const short = lane.length[first] * view.scale;
    const isCut = short > Math.min(2 * cell, Math.max(room + left - at, 8));
    const isPoint = short <= 8 || isCut;
    icon.classList.toggle("cut", isCut);
    icon.classList.toggle("point", isPoint);
    icon.classList.toggle("vague", isPoint && lane.sure[first]?.length === 0);
    if (isPoint) Object.assign(icon.style, { left: `${at - left - 4}px`, width: "8px" });
    else stretch(icon, lane, first, at, at + short, left);
    const beside = Math.max(target, isPoint ? 0 : at + short - left + 6);
    name.hidden = room - beside < 60;
    Object.assign(name.style, { left: `${beside}px`, width: `${between(0, room - beside, 220)}px` });
  };

  const fill = (strip, wanted) => {
    const had = strip.made ?? new Map();
    strip.made = new Map();
    for (const [key, create, place] of wanted) {
      const element = had.get(key) ?? strip.appendChild(create());
      had.delete(key);
      place(element);
      strip.made.set(key, element);
    }
    for (const element of had.values()) element.remove();
  };

  const placeLane = (lane, level, left, right) => {
    const { bars, marks } = groups(lane, level);
    const wanted = [];
    for (const i of bars)
      if (x(lane.start[i]) < right && x(lane.start[i] + lane.length[i]) > left)
        wanted.push([`b${i}`, () => makeBar(lane, i), (element) => placeBar(element, lane, i, left, right)]);
    const at = marks.map(({ first, last }) => (x(lane.start[first]) + x(lane.start[last])) / 2);
    let edge = -Infinity;
    marks.forEach((mark, n) => {
      const begin = Math.max(at[n] - target / 2, edge);
      edge = begin + target + 1;
      if (begin > right || edge < left) return;
      // A name that would be cut at the edge of the view is not begun: it comes once there is room for it.
      const next = (at[n + 1] ?? Infinity) - target / 2;
      const room = (begin < width() ? Math.min(next, width()) : next) - begin - 4;
      const place = (element) => placeMark(element, lane, mark, at[n], begin, room);
      wanted.push([`m${mark.first}-${mark.last}-${mark.count}`, () => makeMark(lane, mark), place]);
    });
    fill(lane.strip, wanted);
  };

  const marked = () => {
    const fits = steps.findLastIndex((step) => (step.days || step.months * 28) * minutes.day * view.scale >= step.room);
    return Math.max(fits, 0);
  };

  const ticks = (left, right) => {
    const step = marked();
    const found = [];
    life.at.forEach((at, n) => {
      if (x(at) > right || x(life.at[n + 1] ?? Infinity) < left) return;
      if (life.step[n] <= step) found.push([at, steps[step].isOfYears ? life.words[n].slice(-4) : life.words[n]]);
      const { days } = steps[step];
      const month = Math.round(((life.at[n + 1] ?? at) - at) / minutes.day);
      if (days && month <= 31)
        for (let day = days; day < month && (days === 1 || day <= 21); day += days)
          found.push([at + day * minutes.day, `${String(day + 1).padStart(2, "0")}-${life.words[n]}`]);
    });
    // The first of a month is a day too, where days are marked.
    return steps[step].days ? found.map(([at, word]) => [at, /^\d/.test(word) ? word : `01-${word}`]) : found;
  };

  const line = (className, at, word) => [
    `${className}${at}${word}`,
    () => make("span", className, word),
    (element) => (element.style.left = `${x(at)}px`),
  ];

  const shade = (className, from, to, left, right) => [
    className,
    () => make("span", `shade ${className}`),
    (element) => {
      element.style.left = `${between(left, x(from), right)}px`;
      element.style.width = `${between(left, x(to), right) - between(left, x(from), right)}px`;
    },
  ];

  const placeGround = (left, right) => {
    // Nothing is written under a line that bounds the life.
    const bounds = [life.born?.[0], life.today[1], life.died?.[0]].filter((at) => at !== undefined).map(x);
    const isCrossed = (at, word) =>
      bounds.some((bound) => bound > x(at) && bound < x(at) + 6 + word.length * letter);
    const wanted = ticks(left, right).map(([at, word]) => line("tick", at, isCrossed(at, word) ? "" : word));
    if (life.born)
      wanted.push(shade("before", -Infinity, life.born[0], left, right), line("bound born", life.born[0], says.born));
    wanted.push(shade("after", life.today[1], Infinity, left, right), line("bound today", life.today[1], says.today));
    if (life.died) {
      wanted.push(shade("dead", life.died[1], Infinity, left, right), shade("dying", ...life.died, left, right));
      wanted.push(line("bound died", life.died[0], says.died));
    }
    fill(ground.firstChild, wanted);
  };

  const place = () => {
    drawn = { ...view, width: width() };
    const level = levelAt(view.scale);
    const [left, right] = [-drawn.width, 2 * drawn.width];
    for (const lane of lanes) if (lane) placeLane(lane, level, left, right);
    placeGround(left, right);
  };

  // What lay in view stays; what a zoom took the place of hands the focus on.
  const paint = () => {
    asked = 0;
    if (!life || listening.signal.aborted) return;
    const focused = document.activeElement?.closest?.("[data-first]");
    const strip = drawing.contains(focused) && focused.parentElement;
    const moved = drawn && (drawn.from - view.from) * view.scale;
    const isNear = drawn?.scale === view.scale && drawn.width === width() && Math.abs(moved) < drawn.width * 0.9;
    if (!isNear) place();
    const shift = `translateX(${(drawn.from - view.from) * view.scale}px)`;
    for (const lane of lanes) if (lane) lane.strip.style.transform = shift;
    ground.firstChild.style.transform = shift;
    if (strip && !focused.isConnected) {
      const first = Number(focused.dataset.first);
      const heir = [...strip.children].find((one) => one.dataset.first <= first && one.dataset.last >= first);
      (heir ?? drawing).focus({ preventScroll: true });
    }
    clearTimeout(settling);
    settling = setTimeout(settle, 200);
  };

  const soon = () => (asked ||= requestAnimationFrame(paint));

  const redraw = () => {
    drawn = null;
    soon();
  };

  const monthAt = (minute) => {
    const n = life.at.findLastIndex((at) => at <= minute);
    return life.words[Math.max(n, 0)];
  };

  const settle = () => {
    if (!life || listening.signal.aborted) return;
    if (drawn.from !== view.from) {
      // Names of bars come back into view.
      redraw();
      return;
    }
    let [count, all] = [0, 0];
    const to = view.from + width() / view.scale;
    for (const lane of lanes.filter(Boolean)) {
      all += lane.start.length;
      lane.start.forEach((start, i) => (count += start <= to && start + lane.length[i] >= view.from ? 1 : 0));
    }
    const said = say(says.inView, monthAt(view.from), monthAt(to), number(count), number(all));
    if (shown.textContent !== said) shown.textContent = said;
    Object.assign(shown.dataset, { count, all, level: levelAt(view.scale) });
  };

  // ---- What the reader does

  readerOf({
    root,
    drawing,
    ground,
    read,
    target,
    signal: listening.signal,
    acts,
    pan,
    zoom,
    width,
    lanes: () => lanes,
    isDrawn: () => life !== null,
    paint: () => {
      cancelAnimationFrame(asked);
      paint();
    },
    open: (lane, first, last) => server.invokeMethodAsync("Open", lane, first, last, levelAt(view.scale)),
  });
  ground.append(make("div", "strip"));

  let wide = width();
  const sizes = new ResizeObserver(() => {
    if (!life || width() === wide) return;
    // The same time stays in view.
    look(view.from, (view.scale * width()) / wide);
    wide = width();
  });
  sizes.observe(ground);

  // The patient's data goes with the page, also where the page is cleared without the server.
  const stop = () => {
    listening.abort();
    sizes.disconnect();
    gone.disconnect();
    cancelAnimationFrame(asked);
    clearTimeout(settling);
    for (const strip of root.querySelectorAll(".strip")) strip.remove();
    [shown.textContent, read.textContent] = ["", hint];
    lanes = [];
    [life, view, drawn, whole] = [null, null, null, null];
  };
  const gone = new MutationObserver(() => {
    if (!root.isConnected) stop();
  });
  gone.observe(document.body, { childList: true });

  return {
    stop,
    life: (received) => {
      const isElsewhere = view && (view.from !== whole.from || view.scale !== whole.scale);
      life = received;
      if (isElsewhere) look(view.from, view.scale);
      else {
        acts.whole();
        whole = { ...view };
      }
      redraw();
    },
    lane: (place, received) => {
      const track = root.querySelectorAll("[data-track]")[place];
      const strip = lanes[place]?.strip ?? track.appendChild(make("div", "strip"));
      strip.replaceChildren();
      strip.made = new Map();
      lanes[place] = { ...received, strip };
      redraw();
    },
  };
};
