export const show = (dialog) => {
  if (!dialog.open) dialog.showModal();
};
