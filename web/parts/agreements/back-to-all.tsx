import { Glyph } from '../glyph.tsx';
import { useAgreements } from './use-agreements.ts';

export function BackToAll() {
  const { t } = useAgreements();
  return (
    <p class="small no-print">
      <a href="/agreements">
        <Glyph name="arrow-left" size={16} /> {t('all')}
      </a>
    </p>
  );
}
