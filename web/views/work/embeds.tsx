import './embeds.css';
import { type EmbedLook, formatEmbedQuery, parseEmbedQuery } from '../../embed/embed-query.ts';
import { CodePart } from '../../parts/embeds/code-part.tsx';
import { FirstQuestion } from '../../parts/embeds/first-question.tsx';
import { HowTo } from '../../parts/embeds/how-to.tsx';
import { LookFields } from '../../parts/embeds/look-fields.tsx';
import { PreviewPart } from '../../parts/embeds/preview-part.tsx';
import { useEmbedsWords } from '../../parts/embeds/use-embeds-words.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import type { FindQuery } from '../find/find-query.ts';

const shape = { parse: parseEmbedQuery, format: formatEmbedQuery };

/** Find for a school's own web site: what it asks first, how it looks, and the code that shows it there. */
export default function Embeds() {
  const t = useEmbedsWords();
  const [query, change] = useQuery(shape);
  useTitle(t('title'));
  const ask = (wanted: Partial<FindQuery>) =>
    change({ find: { ...query.find, ...wanted, page: 1, place: null } }, { replace: true });
  const wear = (wanted: Partial<EmbedLook>) =>
    change({ look: { ...query.look, ...wanted } }, { replace: true });
  return (
    <div class="page sections">
      <header class="page-head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      <section class="stack-tight" aria-labelledby="first">
        <h2 id="first">{t('first')}</h2>
        <p class="muted">{t('first.help')}</p>
        <FirstQuestion query={query.find} ask={ask} />
      </section>
      <section class="stack-tight" aria-labelledby="looks">
        <h2 id="looks">{t('looks')}</h2>
        <LookFields look={query.look} onChange={wear} />
      </section>
      <PreviewPart query={query} />
      <CodePart query={query} />
      <HowTo />
    </div>
  );
}
