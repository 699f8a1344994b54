// Reports that somebody is there, and hides the chart at its deadline: for the server to lock it, or, where that does not
// answer at once, to take it out of the page within a second (controls 46 and 50).
const signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "scroll"];
const tick = 250;
const grace = 600;

export const guard = (dialog, server, every, left) => {
  const words = document.querySelector("[data-session-guard]");
  const listening = new AbortController();
  let deadline = Date.now() + left;
  let reported = 0;
  let pending = 0;
  let ending = 0;
  let due = 0;

  // Counted from when it was asked, not from when the answer came: on a slow line a page is early, and never late.
  const ask = async (what) => {
    const asked = Date.now();
    const milliseconds = await server.invokeMethodAsync(what);
    if (milliseconds <= 0 || listening.signal.aborted) return;
    deadline = asked + milliseconds;
    clearTimeout(due);
    due = setTimeout(look, deadline - Date.now());
    clearTimeout(ending);
    ending = 0;
    delete document.documentElement.dataset.concealed;
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
    const message = document.createElement("main");
    message.dataset.message = "ClearedHere";
    words.hidden = false;
    message.append(words);
    // Set aside, not taken apart: a server that was slow still finds what it draws, and then loads the page anew.
    document.createElement("div").append(...document.body.childNodes);
    document.body.append(message);
    delete document.documentElement.dataset.concealed;
  };

  // The wall clock goes on while the machine sleeps; a timer does not, so it is asked often, too.
  const look = async () => {
    if (ending || Date.now() < deadline) return;
    document.documentElement.dataset.concealed = "";
    ending = setTimeout(clear, grace);
    try {
      await ask("Left");
    } catch {
      // A server that locks the chart loads the page anew and answers no more; from one that is away, nothing comes.
    }
  };

  for (const name of signs) addEventListener(name, sign, { capture: true, passive: true, signal: listening.signal });
  addEventListener("focus", look, { signal: listening.signal });
  document.addEventListener("visibilitychange", look, { signal: listening.signal });
  const looking = setInterval(look, tick);
  due = setTimeout(look, left);
  ask("Left").catch(() => {});

  const stop = () => {
    listening.abort();
    clearInterval(looking);
    clearTimeout(due);
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
