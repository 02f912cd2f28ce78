import type { LiveFigure } from '../../../core/assessments/live-figure.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

const PAGES: Record<LiveFigure['kind'], string> = {
  partners: '/agreements',
  agreements: '/agreements?show=attention',
  uptake: '/referrals',
  gaps: '/unmet',
};

/** A figure of today in a sentence with its date, and the page on which it can be looked into. */
export function FigureLine({ figure, voice }: { figure: LiveFigure; voice: AssessmentSpeech }) {
  return (
    <>
      {sayFigure(figure, voice)}{' '}
      <a class="no-print" href={PAGES[figure.kind]}>
        {voice.t(`figure.look.${figure.kind}`)}
      </a>
    </>
  );
}

export function sayFigure(figure: LiveFigure, voice: AssessmentSpeech): string {
  const { t, day } = voice;
  return t('figure.asOf', { figure: sentence(figure, voice), date: day(figure.asOf) });
}

function sentence(figure: LiveFigure, { t, term, say }: AssessmentSpeech): string {
  if (figure.kind === 'partners')
    return t('figure.partners', { n: figure.partners, approved: figure.approved });
  if (figure.kind === 'agreements') {
    const { inForce: n, promises, kept, late, ending } = figure;
    return t('figure.agreements', { n, promises, kept, late, ending });
  }
  if (figure.kind === 'uptake') {
    const { band, threshold } = figure;
    if (!band) return t('figure.uptakeHidden', { n: threshold });
    const { studentsFrom: from, studentsTo: to } = band;
    return to === null ? t('figure.uptakeMore', { from }) : t('figure.uptake', { from, to });
  }
  if (!figure.matched) return t('figure.gapsUnknown');
  if (figure.terms.length === 0) return t('figure.gapsNone', { n: figure.threshold });
  const terms = say.list(
    figure.terms.map((each) => t('figure.term', { term: term(each.term), n: each.unmet })),
  );
  return figure.more > 0 ? t('figure.gapsMore', { terms, more: figure.more }) : t('figure.gaps', { terms });
}
