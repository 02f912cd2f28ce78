import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConferenceEdit } from '../../../core/conferences/conference.ts';
import { Button } from '../button.tsx';
import { useConferenceWords } from './use-conference-words.ts';

/** Taking items out of a list, with the way back; of several the last one can be put back. */
export function useTakeOut(edit: (edit: ConferenceEdit) => Promise<void>) {
  const [gone, setGone] = useState<ConferenceEdit | null>(null);
  const [failed, setFailed] = useState(false);
  const attempt = async (change: ConferenceEdit, left: ConferenceEdit | null) => {
    setFailed(false);
    await edit(change).then(
      () => setGone(left),
      () => setFailed(true),
    );
  };
  return {
    gone,
    failed,
    takeOut: (id: string, saw: number, again: ConferenceEdit) =>
      attempt({ list: again.list, id, saw, to: null }, again),
    putBack: () => gone && attempt(gone, null),
  };
}

type TakeOut = ReturnType<typeof useTakeOut>;

/** The focus was on what is gone, so it goes to the way back. */
export function PutBack({ gone, failed, putBack }: TakeOut) {
  const { t } = useConferenceWords();
  const back = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (gone) back.current?.querySelector('button')?.focus();
  }, [gone]);
  if (failed)
    return (
      <p class="field-error" role="alert">
        {t('failed.save')}
      </p>
    );
  if (!gone) return null;
  return (
    <p ref={back} class="row no-print">
      <span role="status">{t('removed')}</span>
      <Button onClick={putBack}>{t('undo')}</Button>
    </p>
  );
}

export function TakeOutButton({ what, onClick }: { what: string; onClick(): void }) {
  const { t } = useConferenceWords();
  return (
    <Button look="quiet" aria-label={t('removeOf', { what })} onClick={onClick}>
      {t('remove')}
    </Button>
  );
}
