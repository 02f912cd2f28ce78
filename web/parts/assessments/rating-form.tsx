import { useEffect, useRef, useState } from 'preact/hooks';
import type { FigureKind, Level } from '../../../core/assessments/framework.ts';
import { type PlacePage, type ShownQuestion, saveRating } from '../../api/assessments.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { CheckField, Field } from '../field.tsx';
import { sayFigure } from './figure-line.tsx';
import { LevelChoice } from './level-choice.tsx';
import { useAssessments } from './use-assessments.ts';

interface RatingFormProps {
  page: PlacePage;
  question: ShownQuestion;
  onChanged(next?: PlacePage): void;
  onDone(said: string): void;
  onCancel(): void;
}

type Outcome = 'missing' | 'other' | 'failed';

/** Rates a question. What somebody else has saved meanwhile is shown first; what was chosen here stays. */
export function RatingForm({ page, question, onChanged, onDone, onCancel }: RatingFormProps) {
  const voice = useAssessments(page);
  const { t } = voice;
  const [newest] = question.ratings;
  const [level, setLevel] = useState<Level | null | undefined>(newest?.level ?? undefined);
  const [evidence, setEvidence] = useState(newest?.evidence ?? '');
  const [figures, setFigures] = useState<readonly FigureKind[]>(newest?.figures ?? []);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(
    () => form.current?.querySelector<HTMLElement>('input:checked, input[type="radio"]')?.focus(),
    [],
  );

  const save = async (event: Event) => {
    event.preventDefault();
    if (level === undefined) return setOutcome('missing');
    setBusy(true);
    try {
      const given = { year: page.year, question: question.id, level, evidence, figures: [...figures] };
      onChanged(await saveRating(page.place.id, { ...given, basedOn: newest?.number ?? 0 }));
      onDone(level === null ? t('rate.taken') : t('rate.saved', { level: voice.level(level) }));
    } catch (error) {
      const isOthers = asProblem(error).code === 'rating-changed';
      if (isOthers) onChanged();
      setOutcome(isOthers ? 'other' : 'failed');
      setBusy(false);
    }
  };
  return (
    <form ref={form} class="assessment-form" onSubmit={(event) => void save(event)}>
      <LevelChoice
        levels={page.levels}
        level={level}
        mayTakeBack={newest !== undefined}
        error={outcome === 'missing' ? t('rate.missing') : undefined}
        voice={voice}
        onChange={(next) => {
          setLevel(next);
          setOutcome(null);
        }}
      />
      <Field label={t('rate.evidence')} hint={t('rate.evidenceHint')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={evidence}
            onInput={(event) => setEvidence(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class="figure-choice">
        <legend>{t('rate.figures')}</legend>
        <p class="field-hint">{t('rate.figuresHint')}</p>
        {[...page.figures]
          .sort((a, b) => suggested(question, b.kind) - suggested(question, a.kind))
          .map((figure) => (
            <CheckField
              key={figure.kind}
              label={sayFigure(figure, voice)}
              checked={figures.includes(figure.kind)}
              onChange={(checked) =>
                setFigures((before) =>
                  checked ? [...before, figure.kind] : before.filter((kind) => kind !== figure.kind),
                )
              }
            />
          ))}
      </fieldset>
      {(outcome === 'other' || outcome === 'failed') && (
        <p class="field-error" role="alert">
          {outcome === 'failed' || !newest
            ? t('failed')
            : t('rate.other', {
                level: newest.level === null ? t('notRated') : voice.level(newest.level),
                by: newest.by ?? t('somebody'),
              })}
        </p>
      )}
      <div class="row">
        <Button look="primary" type="submit" disabled={busy}>
          {t('rate.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** Figures that say something about the question come first. */
function suggested({ figures }: ShownQuestion, kind: FigureKind): number {
  return figures.includes(kind) ? 1 : 0;
}
