import { useSession } from '../../state/session.tsx';
import { LinkButton } from '../button.tsx';
import { useSuggestion } from '../verification/use-suggestion.ts';
import type { CorrectedPage } from './correct-page.tsx';

interface CorrectLinkProps {
  kind: CorrectedPage;
  id: string;
  /** Whose it is. */
  organizationId: string | undefined;
}

/** The way to a record's fields, for who may correct them; the server has the last word. */
export function CorrectLink({ kind, id, organizationId }: CorrectLinkProps) {
  const { account, has } = useSession();
  const t = useSuggestion();
  const isOwn = account?.grants.some(
    ({ role, organizationIds }) =>
      (role === 'partner' || role === 'community-leader') &&
      (organizationIds.includes(organizationId ?? '') ||
        (role === 'community-leader' && organizationIds.length === 0)),
  );
  if (!isOwn && !has('administrator', 'district-leader', 'coordinator')) return null;
  return (
    <p class="row no-print">
      <LinkButton href={`/verify/${kind}/${id}`}>{t('correct')}</LinkButton>
      {kind === 'location' && <LinkButton href={`/verify/pin/${id}`}>{t('movePin')}</LinkButton>}
    </p>
  );
}
