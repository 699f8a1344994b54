// Whose record it is stays in sight: the dialog begins below the banner, wherever that ends, as long as it leaves room.
const place = (dialog) => {
  const banner = document.querySelector("header.banner")?.getBoundingClientRect().bottom ?? 0;
  dialog.style.setProperty("--below", `${Math.max(0, Math.min(banner, innerHeight / 2))}px`);
};

// Answers when the dialog is closed. What it was opened with before may close in the same moment: only a dialog that is
// closed by then has been closed since.
export const show = (dialog) =>
  new Promise((closed) => {
    const open = new AbortController();
    dialog.addEventListener(
      "close",
      () => {
        if (dialog.open) return;
        open.abort();
        closed(true);
      },
      { signal: open.signal },
    );
    place(dialog);
    addEventListener("resize", () => place(dialog), { signal: open.signal });
    if (!dialog.open) dialog.showModal();
  });

export const hide = (dialog) => {
  if (dialog.open) dialog.close();
};
