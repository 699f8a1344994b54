// Hears the keys of the chart. What they are and do, the server's list says.
const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

// What steps through a drawing does not scroll the page as well.
const steps = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

// Where a sign such as [ is written with AltGr, or with Option, that key makes the sign and is no command. Windows says
// Control and Alt of it.
const isComposed = (event) =>
  /^[^\p{L}\p{N}]$/u.test(event.key) &&
  (event.getModifierState("AltGraph") || (event.altKey && event.ctrlKey === false && event.metaKey === false));

export const listen = (keys, server) => {
  const listening = new AbortController();

  const hear = (event) => {
    if (steps.has(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey && event.target.closest?.("[data-steps]"))
      event.preventDefault();
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const composed = isComposed(event);
    if (event.altKey && !composed) return;
    // What lies over the chart has the keys to itself.
    if (document.querySelector("dialog[open]")) return;
    const control = !composed && (event.ctrlKey || event.metaKey);
    const place = keys.findIndex((key) => key.key === (control ? event.key.toLowerCase() : event.key) && key.hasControl === control);
    if (place < 0) return;
    if (!control && (event.target.closest?.(fields) || document.documentElement.dataset.keys === "nokeys")) return;
    const { focuses } = keys[place];
    if (!focuses) {
      event.preventDefault();
      server.invokeMethodAsync("Pressed", place);
      return;
    }
    const found = document.querySelector(focuses);
    if (!found) return;
    event.preventDefault();
    found.focus();
    found.select();
  };

  addEventListener("keydown", hear, { signal: listening.signal });
  return { stop: () => listening.abort() };
};
