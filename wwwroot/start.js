// Starts the circuit, and says so when it is lost. No state lives in the browser.
(() => {
  "use strict";
  const notice = document.getElementById("connection-notice");
  const words = document.getElementById("connection-notice-text");

  const say = (state) => {
    words.textContent = words.dataset[state];
    notice.hidden = false;
  };

  // A sandboxed frame without an origin of its own gets no circuit: the server could not tell its pages from others'.
  if (self.origin === "null") {
    say("opaque");
    return;
  }

  const wait = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

  let away = false;

  const comeBack = async () => {
    for (let attempt = 0; away; attempt++) {
      try {
        if (await Blazor.reconnect()) return;
        say("gone");
        location.reload();
        return;
      } catch {
        const backOff = Math.min(250 * 2 ** attempt, 10_000);
        await wait(backOff * (0.75 + Math.random() / 2));
      }
    }
  };

  const started = Blazor.start({
    circuit: {
      // Straight to the WebSocket: the server offers nothing else, so asking costs a round trip for nothing.
      configureSignalR: (builder) => builder.withUrl("_blazor", { skipNegotiation: true, transport: 1 }),
      reconnectionHandler: {
        onConnectionDown: () => {
          if (away) return;
          away = true;
          say("lost");
          comeBack();
        },
        onConnectionUp: () => {
          away = false;
          notice.hidden = true;
        },
      },
    },
  });
  started.catch(() => say("lost"));

  // A page that the browser kept whole would show a chart whose session may have ended.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
