import './work.css';
import './quality.css';
import { qualityRule } from '../../../core/quality/all-quality-rules.ts';
import { loadQuality } from '../../api/quality.ts';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { FiguresPage } from '../../parts/quality/figures-page.tsx';
import { ListPage } from '../../parts/quality/list-page.tsx';
import { qualityQuery } from '../../parts/quality/quality-query.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';

/** What is wrong in the directory: the figures, and the records behind each of them. */
export default function QualityPage() {
  const [query, change] = useQuery(qualityQuery);
  const loaded = useLoaded('quality', loadQuality);
  const rule = query.rule === null ? undefined : qualityRule(query.rule);
  return (
    <LoadedPage loaded={loaded}>
      {(view) =>
        rule ? (
          <ListPage
            key={rule.name}
            rule={rule}
            query={query}
            sources={view.sources.map(({ source }) => source)}
            onChange={change}
          />
        ) : (
          <FiguresPage view={view} query={query} onChange={change} onCounted={loaded.reload} />
        )
      }
    </LoadedPage>
  );
}
