import type { FeedView } from '../../../core/feeds/feed.ts';
import type { GlyphName } from '../glyph.tsx';

export type FeedState = 'paused' | 'waiting' | 'stopped' | 'failing' | 'comparing' | 'fetching' | 'fine';

/** How a feed is: what waits for people goes before all else. */
export function feedState({ newest, failing, paused, nextAt }: FeedView, now: Date): FeedState {
  if (newest?.outcome === 'waiting') return newest.because === 'lost' ? 'stopped' : 'waiting';
  if (newest?.outcome === 'comparing') return 'comparing';
  if (!paused && nextAt <= now.toISOString()) return 'fetching';
  if (paused) return 'paused';
  return failing ? 'failing' : 'fine';
}

interface Look {
  tone: 'plain' | 'good' | 'signal' | 'error';
  icon: GlyphName;
}

export const STATE_LOOKS: Record<FeedState, Look> = {
  paused: { tone: 'plain', icon: 'clock' },
  waiting: { tone: 'signal', icon: 'alert' },
  stopped: { tone: 'error', icon: 'alert' },
  failing: { tone: 'signal', icon: 'alert' },
  comparing: { tone: 'plain', icon: 'clock' },
  fetching: { tone: 'plain', icon: 'clock' },
  fine: { tone: 'good', icon: 'check' },
};
