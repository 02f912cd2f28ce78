import type { WaitingItem } from '../../../core/home/waiting.ts';
import { useNow } from '../../state/use-now.ts';
import { sayAgo, sayDate } from '../../text/say-date.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Button } from '../button.tsx';
import type { SayHome } from './use-home-words.ts';

interface WaitingListProps {
  items: readonly WaitingItem[];
  /** What the button beside each does: put it off, or take that back. */
  move: 'off' | 'back';
  t: SayHome;
  onMove(item: WaitingItem): void;
}

/** What waits, each line with its page and a button that puts it off or brings it back. */
export function WaitingList({ items, move, t, onMove }: WaitingListProps) {
  return (
    <ul class="plain-list waits">
      {items.map((item) => (
        <li key={item.kind} class={`waits-line waits-${move}`}>
          <Waits item={item} t={t} />
          <Button
            id={`${move}-${item.kind}`}
            look="quiet"
            class="no-print"
            aria-label={t(`${move}.named`, { what: t(`waits.${item.kind}`, { n: item.count }) })}
            onClick={() => onMove(item)}
          >
            {t(move)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Waits({ item, t }: { item: WaitingItem; t: SayHome }) {
  const when = useWhen(item.oldest, t);
  return (
    <a class="waits-item" href={item.address}>
      <strong>{t(`waits.${item.kind}`, { n: item.count })}</strong>
      {when && <span class="muted">{when}</span>}
    </a>
  );
}

/** Since when the oldest waits; of what is still to come, the day. */
function useWhen(moment: string | undefined, t: SayHome): string | undefined {
  const voice = useVoice();
  const { now } = useNow();
  if (moment === undefined) return undefined;
  if (Date.parse(moment) > now.getTime()) return t('until', { date: sayDate(voice, moment) });
  const when = sayAgo(voice, moment, now);
  return when && t('since', { when });
}
