import { useState } from 'preact/hooks';
import type { QualityRule } from '../../../core/quality/quality-rule.ts';
import { loadQualityRecords, qualityTableAddress } from '../../api/quality.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button, LinkButton } from '../button.tsx';
import { LoadingBar } from '../loading-bar.tsx';
import { Pagination } from '../pagination.tsx';
import { EmptyState, ErrorState, Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { type QualityQuery, qualityAddress } from './quality-query.ts';
import { RecordList } from './record-list.tsx';
import { SourceField } from './source-field.tsx';
import { type QualityVoice, useQuality } from './use-quality.ts';

interface ListPageProps {
  rule: QualityRule;
  query: QualityQuery;
  /** The names of all sources that are open to who asks. */
  sources: readonly string[];
  onChange(change: Partial<QualityQuery>): void;
}

/** The records that one rule found, page by page. */
export function ListPage({ rule, query: { source, page }, sources, onChange }: ListPageProps) {
  const voice = useQuality();
  const { t, sayRule } = voice;
  const [said, setSaid] = useState('');
  const asked = { rule: rule.name, source: source ?? undefined, page };
  const key = `quality ${rule.name} ${source} ${page}`;
  const { data, problem, loading, reload } = useLoaded(key, (signal) => loadQualityRecords(asked, signal));
  useTitle(sayRule(rule));
  return (
    <div class="page stack">
      {loading && data && <LoadingBar />}
      <p class="no-print">
        <a href={qualityAddress({ source })}>← {t('back')}</a>
      </p>
      <header class="page-head">
        <div>
          <h1>{sayRule(rule)}</h1>
          <p class="muted">{helpFor(rule, voice)}</p>
        </div>
        {data && data.total > 0 && (
          <div class="row no-print">
            <LinkButton icon="download" download href={qualityTableAddress(asked)}>
              {t('download.list')}
            </LinkButton>
            <Button icon="printer" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        )}
      </header>
      <SourceField
        source={source}
        sources={sources}
        onChange={(next) => onChange({ source: next, page: 1 })}
      />
      <StatusLine>{said}</StatusLine>
      {problem && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={8} />}
      {data?.total === 0 && (
        <EmptyState title={t('list.none')}>
          <p>{t('list.none.help')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <p class="figures">{t('list.found', { n: data.total })}</p>
          <RecordList
            rule={rule}
            rows={data.items}
            onSaid={(words) => {
              setSaid(words);
              reload();
            }}
          />
          <Pagination
            page={page}
            perPage={data.perPage}
            total={data.total}
            href={(to) => qualityAddress({ rule: rule.name, source, page: to })}
          />
        </>
      )}
    </div>
  );
}

function helpFor({ name, mend }: QualityRule, { t }: QualityVoice) {
  if (name !== 'unmapped-terms') return t(`help.${mend}`);
  return (
    <>
      {t('help.unmapped-terms')} <a href="/import">{t('to.import')}</a>
    </>
  );
}
