import type { Letter } from './letter.ts';

export function renderText({ greeting, lines, button, after }: Letter): string {
  const parts = [greeting, ...lines, ...(button ? [`${button.label}: ${button.url}`] : []), ...after];
  return `${parts.join('\n\n')}\n\nTrellis\n`;
}

/** Simple HTML: no pictures, no style sheets, nothing that is fetched from anywhere. */
export function renderHtml({ language, subject, greeting, lines, button, after }: Letter): string {
  const paragraphs = [greeting, ...lines].map(paragraph);
  const link = button ? [`<p><a href="${escapeHtml(button.url)}">${escapeHtml(button.label)}</a></p>`] : [];
  const below = button ? [...after, button.url] : after;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>`,
    ...paragraphs,
    ...link,
    ...below.map(paragraph),
    '<p>Trellis</p></body></html>',
  ].join('\n');
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
