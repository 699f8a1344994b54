export const show = (dialog) => {
  if (!dialog.open) dialog.showModal();
};

export const hide = (dialog) => {
  if (dialog.open) dialog.close();
};
