import { useState } from 'preact/hooks';
import { decide } from '../../../core/policy/decide.ts';
import { closeOrganization } from '../../api/directory.ts';
import { Button } from '../../parts/button.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { useSession } from '../../state/session.tsx';
import { closingEn } from '../../text/closing-en.ts';
import { closingEs } from '../../text/closing-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: closingEn, es: closingEs };

interface Props {
  organization: { id: string; name: string };
  /** How many services it gives. */
  services: number;
  onChanged(): void;
}

/** Whoever looks after the directory notes that an organization has closed, and takes it back. */
export default function CloseOrganization(props: Props) {
  const grants = useSession().account?.grants ?? [];
  // The policy that the server asks, too.
  const who = { id: '', active: true, grants };
  const { allowed } = decide(who, 'organizations.close', { organizationId: props.organization.id });
  return allowed ? <Closing {...props} /> : null;
}

function Closing({ organization: { id, name }, services, onChanged }: Props) {
  const t = useTextOf(texts);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const isClosed = services === 0;
  const change = async (closed: boolean) => {
    setBusy(true);
    await closeOrganization(id, closed).then(
      (reply) => {
        setAsking(false);
        setSaid(closed ? '' : reply.services > 0 ? t('opened', { n: reply.services }) : t('nothing'));
        onChanged();
      },
      () => setSaid(t('failed')),
    );
    setBusy(false);
  };
  return (
    <section class="stack-tight no-print">
      <h2>{t('title')}</h2>
      {isClosed && <p>{t('closed')}</p>}
      <StatusLine hidden={said === ''}>{said}</StatusLine>
      {isClosed ? (
        <p>
          <Button disabled={busy} onClick={() => change(false)}>
            {t(busy ? 'busy' : 'reopen')}
          </Button>
        </p>
      ) : asking ? (
        <Sure {...{ name, services, busy }} onYes={() => change(true)} onNo={() => setAsking(false)} />
      ) : (
        <p>
          <Button onClick={() => setAsking(true)}>{t('close')}</Button>
        </p>
      )}
    </section>
  );
}

interface SureProps {
  name: string;
  services: number;
  busy: boolean;
  onYes(): void;
  onNo(): void;
}

/** What was referred there cannot be taken back, so it is asked once. */
function Sure({ name, services, busy, onYes, onNo }: SureProps) {
  const t = useTextOf(texts);
  return (
    <div class="stack-tight">
      <p tabIndex={-1} ref={focusOnIt}>
        <strong>{t('sure', { name })}</strong> {t('what', { n: services })}
      </p>
      <p>{t('again')}</p>
      <p>
        <Button look="primary" disabled={busy} onClick={onYes}>
          {t(busy ? 'busy' : 'yes')}
        </Button>{' '}
        <Button look="quiet" onClick={onNo}>
          {t('no')}
        </Button>
      </p>
    </div>
  );
}

/** Called once, when it is there. */
function focusOnIt(element: HTMLElement | null): void {
  element?.focus();
}
