// Reports that somebody is there, and clears the page by itself where the server that should lock it cannot be reached.
const signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "scroll"];
const tick = 400;
const patience = 400;

export const guard = (dialog, server, every, left) => {
  const words = document.querySelector("[data-session-guard]");
  const listening = new AbortController();
  let deadline = Date.now() + left;
  let reported = 0;
  let pending = 0;
  let asking = false;

  const ask = async (what) => {
    const answer = await Promise.race([
      server.invokeMethodAsync(what),
      new Promise((_, fail) => setTimeout(() => fail(new Error("no answer")), patience)),
    ]);
    deadline = Date.now() + answer;
  };

  const report = async () => {
    pending = 0;
    reported = Date.now();
    try {
      await ask("Present");
    } catch {
      // The next sign tries again.
      reported = 0;
    }
  };

  const sign = (event) => {
    if (!event.isTrusted || pending) return;
    const rest = dialog.open ? 0 : reported + every - Date.now();
    if (rest <= 0) report();
    else pending = setTimeout(report, rest);
  };

  const clear = () => {
    stop();
    document.documentElement.dataset.cleared = "";
    const message = document.createElement("main");
    message.dataset.message = "ClearedHere";
    words.hidden = false;
    message.append(words);
    document.body.replaceChildren(message);
  };

  // The wall clock goes on while the machine sleeps; a timer does not.
  const look = async () => {
    if (asking || Date.now() < deadline) return;
    asking = true;
    try {
      await ask("Left");
      if (Date.now() >= deadline) clear();
    } catch {
      if (!listening.signal.aborted) clear();
    } finally {
      asking = false;
    }
  };

  for (const name of signs) addEventListener(name, sign, { capture: true, passive: true, signal: listening.signal });
  addEventListener("focus", look, { signal: listening.signal });
  document.addEventListener("visibilitychange", look, { signal: listening.signal });
  const looking = setInterval(look, tick);

  const stop = () => {
    listening.abort();
    clearInterval(looking);
    clearTimeout(pending);
  };

  return {
    stop,
    warn: (on) => {
      if (on && !dialog.open) dialog.showModal();
      if (!on && dialog.open) dialog.close();
    },
  };
};
