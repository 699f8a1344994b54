// Where the focus goes, the browser alone knows. What lies over the place it went to has to close.
export const whenLeft = (element, owner) =>
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) owner.invokeMethodAsync("Leave");
  });
