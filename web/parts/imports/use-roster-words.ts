import { rostersEn } from '../../text/rosters-en.ts';
import { rostersEs } from '../../text/rosters-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork } from '../work/use-work.ts';

const texts = { en: rostersEn, es: rostersEs };

export function useRosterWords() {
  const { say } = useWork();
  return { t: useTextOf(texts), say };
}
