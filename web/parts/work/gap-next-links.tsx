import { LinkButton } from '../button.tsx';
import { coLocationQuery } from '../co-location/co-location-query.ts';
import { whatIfQuery } from '../what-if/what-if-query.ts';
import { sitingQuery } from '../where-next/siting-query.ts';
import type { GapQuestion } from './gap-query.ts';
import { useWork } from './use-work.ts';

interface GapNextLinksProps {
  question: Pick<GapQuestion, 'terms' | 'minutes' | 'mode' | 'count'>;
}

/** From a gap to what could be done about it, with the same question. */
export function GapNextLinks({ question: { terms, minutes, mode, count } }: GapNextLinksProps) {
  const { t } = useWork();
  const untouched = sitingQuery.parse(new URLSearchParams());
  const whereNext = sitingQuery.format({ ...untouched, terms, minutes, mode, demand: count });
  const nothing = whatIfQuery.parse(new URLSearchParams());
  const whatIf = whatIfQuery.format({ ...nothing, terms, minutes, mode, demand: count });
  const roof = coLocationQuery.format({ ...coLocationQuery.parse(new URLSearchParams()), minutes, mode });
  return (
    <>
      <LinkButton href={`/what-if?${whatIf}`}>{t('gaps.whatIf')}</LinkButton>
      <LinkButton href={`/where-next?${whereNext}`}>{t('gaps.whereNext')}</LinkButton>
      <LinkButton href={`/co-location?${roof}`}>{t('gaps.coLocation')}</LinkButton>
      <LinkButton href="/unmet">{t('gaps.notFound')}</LinkButton>
    </>
  );
}
