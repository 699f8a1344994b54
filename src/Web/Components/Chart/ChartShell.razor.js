// How a view is looked at stands in its address. It is no step of its own: back leads to where the reader came from.
export const place = (query) => {
  const address = location.pathname + query;
  history.replaceState(history.state, "", address);
  document.querySelector(".skip-link")?.setAttribute("href", `${address}#content`);
};
