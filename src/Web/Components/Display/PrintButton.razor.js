// Prints what is on the screen. The style sheet for paper shows a chart only while this is under way, and takes the
// words of every page from here.
const quoted = (text) =>
  `"${[...text].map((letter) => (/[\u0000-\u001f"\\\u007f]/.test(letter) ? `\\${letter.codePointAt(0).toString(16)} ` : letter)).join("")}"`;

export const print = (words) =>
  new Promise((resume) => {
    const root = document.documentElement;
    const listening = new AbortController();
    let began = false;

    const end = () => {
      listening.abort();
      delete root.dataset.printing;
      for (const name in words) root.style.removeProperty(`--print-${name}`);
      resume(began);
    };

    addEventListener("beforeprint", () => (began = true), { signal: listening.signal });
    addEventListener("afterprint", end, { signal: listening.signal });
    for (const name in words) if (words[name]) root.style.setProperty(`--print-${name}`, quoted(words[name]));
    root.dataset.printing = "";
    window.print();
    // A frame that may not open dialogs prints nothing, and says nothing.
    if (!began) end();
  });
