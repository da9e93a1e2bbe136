// Two things Solara's page leaves unsaid: the language of the text, and that it may be zoomed.
document.documentElement.lang = "en";
document
  .querySelector('meta[name="viewport"]')
  .setAttribute("content", "width=device-width, initial-scale=1");
