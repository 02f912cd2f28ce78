import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

/** Shown once, right after they were made. */
export function RecoveryCodes({
  codes,
  email,
  onDone,
}: {
  codes: readonly string[];
  email: string;
  onDone(): void;
}) {
  const t = useAccountsWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const file = `${t('codes.file', { email })}\n\n${codes.join('\n')}\n`;
  return (
    <div class="stack">
      <h3 ref={heading} tabIndex={-1}>
        {t('codes.title')}
      </h3>
      <p>{t('codes.lead')}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="row no-print">
        <Button icon="download" onClick={() => save(file)}>
          {t('codes.download')}
        </Button>
        <Button icon="printer" onClick={() => print()}>
          {t('codes.print')}
        </Button>
        <Button look="primary" onClick={onDone}>
          {t('codes.done')}
        </Button>
      </div>
    </div>
  );
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), {
    href: address,
    download: 'trellis-recovery-codes.txt',
  }).click();
  URL.revokeObjectURL(address);
}
