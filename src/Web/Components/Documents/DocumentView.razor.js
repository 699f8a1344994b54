export const showsPdf = () => navigator.pdfViewerEnabled === true;

// A file that cannot be fetched fails as a download: it does not take the chart's place.
export const save = (address) => {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
};
