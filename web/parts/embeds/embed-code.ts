import { type EmbedQuery, formatEmbedQuery } from '../../embed/embed-query.ts';

/** Where list and filters have room before the script, if there is one, says how high it is. */
export const FRAME_HEIGHT = 720;

/** The address of Find as another site shows it. */
export function embedAddress(origin: string, query: EmbedQuery): string {
  const search = formatEmbedQuery(query).toString();
  return `${origin}/embed${search ? `?${search}` : ''}`;
}

interface Asked {
  origin: string;
  query: EmbedQuery;
  /** What a screen reader calls the frame. */
  title: string;
  /** With the script that gives the frame its height. */
  scripted: boolean;
}

/** What is pasted into another site's page. */
export function embedCode({ origin, query, title, scripted }: Asked): string {
  const frame = [
    `<iframe src="${escaped(embedAddress(origin, query))}"`,
    `title="${escaped(title)}"`,
    `style="width:100%;border:0" height="${FRAME_HEIGHT}" loading="lazy" allow="geolocation"></iframe>`,
  ].join(' ');
  return scripted ? `${frame}\n<script src="${escaped(origin)}/embed.js" async></script>` : frame;
}

const NAMES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => NAMES[sign as keyof typeof NAMES]);
}
