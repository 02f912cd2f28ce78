import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Match, WishMatches } from '../../../core/matching/match.ts';
import { reorderMatches } from '../../../core/matching/reorder-matches.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import type { OfferView } from '../../api/offers.ts';
import { SelectField } from '../field.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { rankMoves, union } from './rank-moves.ts';
import { ScoreBar } from './score-bar.tsx';
import { useMatching } from './use-matching.ts';
import { usePreview } from './use-preview.ts';

const SHOWN = 10;

interface ExampleOrderProps {
  studentId: string;
  saved: Weighting;
  draft: Weighting;
}

/** One student's places: ordered here while a slider moves, by the server once it rests. */
export function ExampleOrder({ studentId, saved, draft }: ExampleOrderProps) {
  const { m, term } = useMatching();
  const before = usePreview(studentId, saved);
  const now = usePreview(studentId, draft);
  const [chosen, setChosen] = useState('');
  if (before.problem && !before.page) return <ErrorState problem={before.problem} onRetry={before.retry} />;
  if (!before.page) return <Skeleton lines={6} />;
  const wishes = before.page.wishes.filter(({ matches }) => matches.length > 0);
  const wish = wishes.find((one) => keyOf(one) === chosen) ?? wishes[0];
  if (!wish) return <p>{m('weights.noWishes')}</p>;
  const found = now.page?.wishes.find((one) => keyOf(one) === keyOf(wish));
  return (
    <div class="stack-tight">
      <SelectField
        label={m('weights.wish')}
        value={keyOf(wish)}
        options={wishes.map((one) => ({ value: keyOf(one), label: term(one.term) }))}
        onChange={setChosen}
      />
      {now.problem && <ErrorState problem={now.problem} onRetry={now.retry} />}
      <Order
        key={keyOf(wish)}
        before={wish.matches}
        found={found?.matches ?? []}
        isChecked={now.fresh}
        offers={{ ...before.page.offers, ...now.page?.offers }}
        draft={draft}
      />
    </div>
  );
}

function keyOf({ kind, term }: WishMatches): string {
  return `${kind} ${term}`;
}

interface OrderProps {
  before: readonly Match[];
  /** What the server found last, for the draft or for weights on the way to it. */
  found: readonly Match[];
  isChecked: boolean;
  offers: Readonly<Record<string, OfferView>>;
  draft: Weighting;
}

function Order({ before, found, isChecked, offers, draft }: OrderProps) {
  const { m, say } = useMatching();
  const known = useKnown(union(found, before));
  const order = useMemo(
    () => (isChecked ? [...found] : reorderMatches(known, draft).slice(0, SHOWN)),
    [isChecked, found, known, draft],
  );
  const moves = rankMoves(before, order);
  const moved = [...moves.values()].filter((move) => move !== 0).length;
  return (
    <section class="stack-tight" aria-label={m('weights.order')}>
      <p role="status" class="small muted">
        {moved > 0 ? m('weights.moved', { n: moved }) : m('weights.movedNone')}{' '}
        {isChecked ? m('weights.checked') : m('weights.checking')}
      </p>
      <ol class="plain-list matches weights-order">
        {order.map((match) => (
          <li key={match.offerId} class="match">
            <span class="match-rank figures">{match.rank}</span>
            <div class="match-what">
              <div class="match-head">
                <p class="match-name">{offers[match.offerId]?.serviceName ?? match.offerId}</p>
                <p class="match-score figures">
                  <span aria-hidden="true">{say.score(match.score)}</span>
                  <ScoreBar match={match} weighting={draft} />
                </p>
              </div>
              <MoveWords move={moves.get(match.offerId)} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** All that was ever found for this wish here: what falls out of the ten can come back while a slider moves. */
function useKnown(matches: readonly Match[]): readonly Match[] {
  const [known, setKnown] = useState<readonly Match[]>(matches);
  const isNew = matches.some(({ offerId }) => !known.some((one) => one.offerId === offerId));
  useEffect(() => {
    if (isNew) setKnown((last) => union(last, matches));
  }, [isNew, matches]);
  return known;
}

function MoveWords({ move }: { move: number | undefined }) {
  const { m } = useMatching();
  if (move === 0) return <p class="small muted move">{m('weights.same')}</p>;
  const rises = move === undefined || move > 0;
  const words =
    move === undefined
      ? m('weights.new')
      : m(move > 0 ? 'weights.up' : 'weights.down', { n: Math.abs(move) });
  return (
    <p class={`small move ${rises ? 'move-up' : 'move-down'}`}>
      <span aria-hidden="true">{rises ? '▲' : '▼'}</span> {words}
    </p>
  );
}
