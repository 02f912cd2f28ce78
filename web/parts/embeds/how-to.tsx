import { useSetting } from '../../state/config.tsx';
import { useEmbedsWords } from './use-embeds-words.ts';

const STEPS = ['step.copy', 'step.block', 'step.paste', 'step.try'] as const;

/** What to do with the code, and what may be in the way. */
export function HowTo() {
  const t = useEmbedsWords();
  const { config } = useSetting();
  const sites = config?.framedBy ?? [];
  return (
    <section class="stack-tight" aria-labelledby="how">
      <h2 id="how">{t('how')}</h2>
      <ol class="embed-steps">
        {STEPS.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      {!sites.includes('*') && (
        <p>{sites.length > 0 ? t('sites', { sites: sites.join(', ') }) : t('sites.none')}</p>
      )}
      <p class="muted">{t('private')}</p>
    </section>
  );
}
