import { useText } from '../text/use-voice.tsx';

export function PageFooter() {
  const t = useText();
  return (
    <footer class="page-footer">
      <p>{t('footer.help')}</p>
    </footer>
  );
}
