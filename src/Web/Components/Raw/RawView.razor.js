export const copy = async (element) => {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // A frame may not use the clipboard without its host's leave: the reader copies what is selected.
    getSelection().selectAllChildren(element);
    return false;
  }
};
