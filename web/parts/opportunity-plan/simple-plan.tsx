import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import { GoalsSection } from './goals-section.tsx';
import { OwnWords } from './own-words.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import type { SimplePart } from './plan-query.ts';
import { SIMPLE_PARTS } from './plan-query.ts';
import { StepsSection } from './steps-section.tsx';
import { SupportersSection } from './supporters-section.tsx';

interface SimplePlanProps {
  at: SimplePart;
  go(part: SimplePart): void;
  onEnd(): void;
}

/** The plan in large letters, one thing at a time: own words first. */
export function SimplePlan({ at, go, onEnd }: SimplePlanProps) {
  const { page, words } = usePlanOnScreen();
  const { t } = words;
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) place.current?.focus();
    first.current = false;
  }, [at]);
  const index = SIMPLE_PARTS.indexOf(at);
  const before = SIMPLE_PARTS[index - 1];
  const after = SIMPLE_PARTS[index + 1];
  const onward = () => (after ? go(after) : onEnd());
  const back = before && <Button onClick={() => go(before)}>{t('simple.back')}</Button>;
  const writes = (at === 'strengths' || at === 'interests') && page.may.steer;
  return (
    <div class="simple-plan no-print" ref={place} tabIndex={-1}>
      <p class="muted">{t('simple.at', { at: index + 1, of: SIMPLE_PARTS.length })}</p>
      {(at === 'strengths' || at === 'interests') && (
        <OwnWords key={at} part={at} onDone={onward} back={back} />
      )}
      {at === 'goals' && <GoalsSection />}
      {at === 'steps' && <StepsSection />}
      {at === 'supporters' && <SupportersSection />}
      {!writes && (
        <div class="row simple-ways">
          {back}
          <Button look="primary" onClick={onward}>
            {t(after ? 'simple.next' : 'simple.done')}
          </Button>
        </div>
      )}
    </div>
  );
}
