import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/problem.ts';
import { useText } from '../text/use-voice.tsx';
import { Button, LinkButton } from './button.tsx';
import { Glyph } from './glyph.tsx';

/** Nothing to show: what was asked, what would widen it, who to ask. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface ErrorStateProps {
  problem: Problem;
  onRetry?: (() => void) | undefined;
  /** It stands for a whole page, so it brings the page's heading. */
  page?: boolean;
}

/** What happened, what was kept, what to do. */
export function ErrorState({ problem, onRetry, page = false }: ErrorStateProps) {
  const t = useText();
  const missing = problem.status === 404;
  const next = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  const Heading = page ? 'h1' : 'h2';
  return (
    <div class={missing ? 'state' : 'state state-error'} role="alert">
      <Heading>
        {!missing && <Glyph name="alert" />} {missing ? t('notFound.title') : t('error.title')}
      </Heading>
      <p>{useProblemText(problem)}</p>
      {missing && page && (
        <LinkButton href="/" look="primary">
          {t('notFound.home')}
        </LinkButton>
      )}
      {problem.status === 401 && (
        <LinkButton href={next} look="primary">
          {t('nav.signIn')}
        </LinkButton>
      )}
      {onRetry && problem.status !== 401 && !missing && <Button onClick={onRetry}>{t('error.retry')}</Button>}
    </div>
  );
}

/** A problem in plain words. */
export function useProblemText(problem: Problem): string {
  const t = useText();
  if (problem.code === 'offline') return t('error.offline');
  if (problem.status === 401) return t('error.signIn');
  if (problem.status === 403) return t('error.forbidden');
  if (problem.status === 404) return t('notFound.text');
  if (problem.status >= 500 || problem.code === 'unexpected') return t('error.server');
  return problem.message;
}

/** Grey lines where text will stand, the first time only. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
