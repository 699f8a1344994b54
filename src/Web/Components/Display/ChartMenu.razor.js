// Shows a choice at once and keeps it. The server draws the next page by what was kept; where a frame's cookies are
// blocked, the choice holds for as long as this page does.
const root = document.documentElement;
const kept = location.protocol === "https:" ? "__Host-heichartviewer-display" : "heichartviewer-display";
let shown;

const draw = () => {
  [root.dataset.theme, root.dataset.density, root.dataset.keys, root.dataset.language] = shown.split(".");
};

export const read = () => `${root.dataset.theme}.${root.dataset.density}.${root.dataset.keys}.${root.dataset.language}`;

export const show = (choice) => {
  // A step from view to view brings the server's idea of the page along.
  if (!shown) Blazor.addEventListener("enhancedload", draw);
  const language = root.dataset.language;
  shown = choice;
  draw();
  document.cookie = `${kept}=${choice}; Path=/; Max-Age=31536000; SameSite=None; Secure; Partitioned`;
  if (root.dataset.language === language) return true;
  // Words come from the server: the page is asked for again, where the choice arrives with the request.
  if (!document.cookie.includes(`${kept}=${choice}`)) return false;
  location.reload();
  return true;
};
