// Whose record it is stays in sight: the dialog begins below the banner, wherever that ends, as long as it leaves room.
const place = (dialog) => {
  const banner = document.querySelector("header.banner")?.getBoundingClientRect().bottom ?? 0;
  dialog.style.setProperty("--below", `${Math.max(0, Math.min(banner, innerHeight / 2))}px`);
};

export const show = (dialog) => {
  if (dialog.open) return;
  place(dialog);
  const sizes = new AbortController();
  addEventListener("resize", () => place(dialog), { signal: sizes.signal });
  dialog.addEventListener("close", () => sizes.abort(), { once: true });
  dialog.showModal();
};

export const hide = (dialog) => {
  if (dialog.open) dialog.close();
};
