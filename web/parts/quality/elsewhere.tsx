import type { Action } from '../../../core/policy/actions.ts';
import { mayEver } from '../../../core/policy/decide.ts';
import { useSession } from '../../state/session.tsx';
import { useQuality } from './use-quality.ts';

const LINKS = [
  ['verify', '/verify', 'verification.change'],
  ['points', '/verify?show=points', 'corrections.change'],
  ['proposals', '/verify?show=proposals', 'corrections.change'],
  ['suggestions', '/verify?show=suggestions', 'verification.change'],
  ['duplicates', '/duplicates', 'duplicates.judge'],
  ['import', '/import', 'imports.run'],
] as const satisfies readonly (readonly [string, string, Action])[];

/** What else waits to be put right, on pages of its own. */
export function Elsewhere() {
  const { t } = useQuality();
  const { account } = useSession();
  const who = account ? { ...account, active: true } : null;
  const open = LINKS.filter(([, , action]) => mayEver(who, action));
  return (
    <nav class="section no-print" aria-labelledby="quality-elsewhere">
      <h2 id="quality-elsewhere">{t('elsewhere')}</h2>
      <ul class="plain-list">
        {open.map(([name, href]) => (
          <li key={name}>
            <a href={href}>{t(`to.${name}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
