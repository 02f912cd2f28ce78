import { FORMAT_NAMES } from '../../../core/exports/export-format.ts';
import { addressOf, type QueryValues } from '../../api/request.ts';
import { LinkButton } from '../button.tsx';
import { useDownloadWords } from './use-download-words.ts';

/** A file each: what it is for, and the link that fetches it. */
export function FileList({ asked }: { asked: QueryValues }) {
  const t = useDownloadWords();
  return (
    <section class="stack" aria-labelledby="files">
      <h2 id="files">{t('choose')}</h2>
      <ul class="plain-list download-files">
        {FORMAT_NAMES.map((format) => (
          <li key={format}>
            <p>{t(`${format}.for`)}</p>
            <LinkButton icon="download" download href={addressOf(`/exports/directory.${format}`, asked)}>
              {t('download', { file: t(`${format}.name`) })}
            </LinkButton>
          </li>
        ))}
      </ul>
      <p class="muted">{t('large')}</p>
    </section>
  );
}
