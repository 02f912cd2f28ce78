import { escapeHtml } from '../http/escape-html.ts';
import type { Letter, LetterLink } from './letter.ts';

export function renderText({ greeting, lines, items = [], button, after, stop }: Letter): string {
  const parts = [
    greeting,
    ...lines,
    ...(items.length > 0 ? [items.map((item) => `- ${lineOf(item)}`).join('\n')] : []),
    ...(button ? [lineOf(button)] : []),
    ...after,
    ...(stop ? [lineOf(stop)] : []),
  ];
  return `${parts.join('\n\n')}\n\nTrellis\n`;
}

/** Simple HTML: no pictures, no style sheets, nothing that is fetched from anywhere. */
export function renderHtml({
  language,
  subject,
  greeting,
  lines,
  items = [],
  button,
  after,
  stop,
}: Letter): string {
  const paragraphs = [greeting, ...lines].map(paragraph);
  const list =
    items.length > 0 ? [`<ul>${items.map((item) => `<li>${anchor(item)}</li>`).join('')}</ul>`] : [];
  const link = button ? [`<p>${anchor(button)}</p>`] : [];
  const below = button ? [...after, button.url] : after;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>`,
    ...paragraphs,
    ...list,
    ...link,
    ...below.map(paragraph),
    ...(stop ? [`<p>${anchor(stop)}</p>`] : []),
    '<p>Trellis</p></body></html>',
  ].join('\n');
}

function lineOf({ label, url }: LetterLink): string {
  return `${label}: ${url}`;
}

function anchor({ label, url }: LetterLink): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
