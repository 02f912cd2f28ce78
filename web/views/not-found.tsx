import { LinkButton } from '../parts/button.tsx';
import { useTitle } from '../state/use-title.ts';
import { useText } from '../text/use-voice.tsx';

export default function NotFound() {
  const t = useText();
  useTitle(t('notFound.title'));
  return (
    <div class="page stack">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <LinkButton href="/" look="primary">
          {t('notFound.home')}
        </LinkButton>
      </p>
    </div>
  );
}
