import { downloadEn } from '../../text/download-en.ts';
import { downloadEs } from '../../text/download-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: downloadEn, es: downloadEs };

export function useDownloadWords() {
  return useTextOf(texts);
}
