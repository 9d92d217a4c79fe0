// What the examples of the gallery do with the element from script.
const THE_OWN = {
  lang: "en-GB",
  headline: "The harbour clock is right again",
  standfirst: "It had been four minutes slow since the storm.",
  sections: [{ blocks: [{ type: "paragraph", text: "The clockmaker came on Monday." }] }],
};

document.querySelector("#given").article = THE_OWN;

const watched = document.querySelector("#watched");
const log = document.querySelector("#log");

function note(words) {
  const item = document.createElement("li");
  item.textContent = words;
  log.append(item);
}

watched.addEventListener("newsprint-load", ({ detail }) => {
  note(`newsprint-load: “${detail.article.headline}”, source ${detail.source}`);
});

watched.addEventListener("newsprint-navigate", (event) => {
  // The gallery stays where it is; the article changes.
  event.preventDefault();
  const { teaser, list } = event.detail;
  note(`newsprint-navigate: “${teaser.headline}”, from ${list}`);
  if (teaser.article) watched.src = teaser.article;
});

watched.addEventListener("newsprint-error", ({ detail }) => {
  note(`newsprint-error: ${detail.kind}`);
});
