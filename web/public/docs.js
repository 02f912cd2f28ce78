/* Searches in /docs: what does not hold all the words is put away. */
const form = document.querySelector('form[role="search"]');
const field = document.querySelector('#search');
const found = document.querySelector('#found');
const routes = [...document.querySelectorAll('article')].map((article) => ({
  article,
  words: article.textContent.toLowerCase(),
}));
const sections = [...document.querySelectorAll('section')];

form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('input', search);
addEventListener('hashchange', showTarget);
search();

function search() {
  const asked = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const { article, words } of routes) article.hidden = !asked.every((word) => words.includes(word));
  for (const section of sections)
    section.hidden = asked.length > 0 && section.querySelector('article:not([hidden])') === null;
  const count = routes.filter(({ article }) => !article.hidden).length;
  found.textContent = asked.length === 0 ? '' : count === 1 ? '1 found' : `${count} found`;
}

/** A link to what the search has put away ends the search. */
function showTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.closest('[hidden]') == null) return;
  field.value = '';
  search();
  target.scrollIntoView();
}
