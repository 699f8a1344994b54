// What a reader does with the timeline's drawing: by keys, by wheel, by pointer and by touch. What comes of it is drawn by
// the module of TimelineDrawing.
const slop = 4; // pixels a pointer may stray and still click

export const readerOf = (timeline) => {
  const { root, drawing, ground, read, target, signal, acts, pan, zoom, width, lanes, isDrawn, paint } = timeline;

  const opens = (element) => {
    const track = element.closest("[data-track]");
    const lane = lanes().findIndex((one) => one?.strip.parentElement === track);
    const { first, last } = element.dataset;
    timeline.open(lane, Number(first), Number(last));
  };

  const inView = (lane) => {
    const { left, right } = ground.getBoundingClientRect();
    return [...(lane?.strip.children ?? [])]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.right > left + target / 2 && box.left < right - target / 2)
      .sort((one, other) => one.box.left - other.box.left);
  };

  const focus = (element) => element?.focus({ preventScroll: true });

  const enter = (order) => {
    for (const lane of order) {
      const [first] = inView(lane);
      if (first) return focus(first.element);
    }
  };

  const step = (from, aside, down) => {
    const n = lanes().findIndex((one) => one?.strip === from.parentElement);
    if (down) {
      const order = down > 0 ? lanes().slice(n + 1) : lanes().slice(0, n).reverse();
      const place = from.getBoundingClientRect().left;
      const lane = order.find((one) => inView(one).length > 0);
      const near = inView(lane).sort((one, other) => Math.abs(one.box.left - place) - Math.abs(other.box.left - place));
      return focus(near[0]?.element ?? (down < 0 ? drawing : null));
    }
    const row = inView(lanes()[n]);
    const at = row.findIndex(({ element }) => element === from);
    if (row[at + aside]) return focus(row[at + aside].element);
    pan((aside * width()) / 3);
    paint();
    const moved = inView(lanes()[n]);
    focus(moved[moved.findIndex(({ element }) => element === from) + aside]?.element);
  };

  const keys = {
    "+": acts.in,
    "=": acts.in,
    "-": acts.out,
    0: acts.whole,
    Home: acts.begin,
    End: acts.end,
    t: () => document.querySelector("[data-table]")?.click(),
  };

  const onKey = (event) => {
    if (!isDrawn() || event.ctrlKey || event.altKey || event.metaKey) return;
    const on = event.target.closest("[data-first]");
    if (!on && event.target !== drawing) return;
    const arrows = on
      ? {
          ArrowLeft: () => step(on, -1, 0),
          ArrowRight: () => step(on, 1, 0),
          ArrowUp: () => step(on, 0, -1),
          ArrowDown: () => step(on, 0, 1),
          Escape: () => focus(drawing),
        }
      : {
          ArrowLeft: () => pan(-width() / 8),
          ArrowRight: () => pan(width() / 8),
          ArrowUp: () => enter([...lanes()].reverse()),
          ArrowDown: () => enter(lanes()),
        };
    const act = arrows[event.key] ?? keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const onWheel = (event) => {
    if (!isDrawn()) return;
    event.preventDefault();
    const unit = event.deltaMode ? 16 : 1;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan((event.deltaX || event.deltaY) * unit);
    else zoom(Math.exp(-event.deltaY * unit * 0.002), event.clientX - ground.getBoundingClientRect().left);
  };

  const pointers = new Map();
  let dragged = false;

  const onDown = (event) => {
    if (!isDrawn() || event.button !== 0 || event.target.closest("a")) return;
    if (pointers.size === 0) dragged = false;
    pointers.set(event.pointerId, { at: event.clientX, from: event.clientX });
  };

  const onMove = (event) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    if (!dragged && pointers.size === 1 && Math.abs(event.clientX - pointer.from) < slop) return;
    dragged = true;
    // What was touched may be drawn anew meanwhile; the drawing itself stays.
    if (!drawing.hasPointerCapture(event.pointerId)) drawing.setPointerCapture(event.pointerId);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [was, is] = [Math.abs(pointer.at - other.at), Math.abs(event.clientX - other.at)];
      if (was > 0 && is > 0) zoom(is / was, other.at - ground.getBoundingClientRect().left);
    } else pan(pointer.at - event.clientX);
    pointer.at = event.clientX;
  };

  const onUp = (event) => pointers.delete(event.pointerId);

  const onClick = (event) => {
    const act = event.target.closest("[data-do]");
    if (act && isDrawn()) return acts[act.dataset.do]();
    const item = event.target.closest("[data-first]");
    if (item && !dragged) opens(item);
    dragged = false;
  };

  const onPoint = (event) => {
    const item = event.target.closest?.("[data-first]");
    if (item) read.textContent = item.getAttribute("aria-label");
  };

  const listen = (element, names, act, options) => {
    for (const name of names) element.addEventListener(name, act, { signal, ...options });
  };

  listen(drawing, ["keydown"], onKey);
  listen(drawing, ["wheel"], onWheel, { passive: false });
  listen(drawing, ["pointerdown"], onDown);
  listen(drawing, ["pointermove"], onMove);
  listen(drawing, ["pointerup", "pointercancel"], onUp);
  listen(drawing, ["pointerover", "focusin"], onPoint);
  listen(root, ["click"], onClick);
};
