import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { RulesApi, RulesPage } from '../../api/district-rules.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { ErrorState, Skeleton } from '../states.tsx';
import { RulesForm } from './rules-form.tsx';
import { RulesHistory } from './rules-history.tsx';
import { useRulesText } from './use-rules-text.ts';

/** How one kind of rules is edited and told. */
export interface RulesLook<R> {
  /** What is wrong with a draft; nothing where it can be saved. */
  fault(rules: R): string | undefined;
  summary(rules: R): string;
  editor(rules: R, change: (next: R) => void): ComponentChildren;
}

interface RulesSectionProps<R> extends RulesLook<R> {
  api: RulesApi<R>;
  title: string;
  lead: string;
  may(districtId: string): boolean;
}

/** One kind of a district's rules: as they hold, to be changed by who may, with all earlier versions. */
export function RulesSection<R>({ api, title, lead, may, ...look }: RulesSectionProps<R>) {
  const id = useId();
  const loaded = useLoaded(api.key, api.load, { keepLast: true });
  const { data, problem, reload } = loaded;
  return (
    <section class="section stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="muted">{lead}</p>
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={3} />}
      {data && <Rules api={api} page={data} may={may(data.districtId)} look={look} reload={reload} />}
    </section>
  );
}

interface RulesProps<R> {
  api: RulesApi<R>;
  page: RulesPage<R>;
  may: boolean;
  look: RulesLook<R>;
  reload(): void;
}

function Rules<R>({ api, page, may, look, reload }: RulesProps<R>) {
  const t = useRulesText();
  const saved = page.versions[0]?.rules ?? page.standard;
  const [changed, setChanged] = useState<R | null>(null);
  const draft = changed ?? saved;
  return (
    <>
      {may ? (
        <>
          <p class="print-only">{look.summary(saved)}</p>
          <RulesForm
            api={api}
            page={page}
            saved={saved}
            draft={draft}
            look={look}
            onChange={setChanged}
            onSaved={() => setChanged(null)}
            reload={reload}
          />
        </>
      ) : (
        <>
          <p>{look.summary(saved)}</p>
          <p class="muted small">{t('readOnly')}</p>
        </>
      )}
      <RulesHistory page={page} may={may} summary={look.summary} onUse={setChanged} />
    </>
  );
}
