import { shownName } from '../../../core/students/shown-name.ts';
import type { StudentLine } from '../../api/students.ts';
import { Button } from '../button.tsx';
import { useAudit } from './use-audit.ts';

/** The students that a name or number may mean. */
export function LogPicks({ found, onPick }: { found: readonly StudentLine[]; onPick(id: string): void }) {
  const { t } = useAudit();
  if (found.length === 0) return <p role="alert">{t('log.noStudent')}</p>;
  return (
    <fieldset class="log-picks">
      <legend>{t('log.pick')}</legend>
      {found.map(({ id, name, localId }) => (
        <Button key={id} onClick={() => onPick(id)}>
          {name ? `${shownName(name)}, ${localId}` : localId}
        </Button>
      ))}
    </fieldset>
  );
}
