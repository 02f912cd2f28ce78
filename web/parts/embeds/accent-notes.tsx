import { type FittedAccent, fitAccent, LEAST_CONTRAST, THEMES, type Theme } from '../../embed/fit-accent.ts';
import { StatusLine } from '../status-line.tsx';
import { useEmbedsWords } from './use-embeds-words.ts';

/** Whether the colour can be read, by theme, and what is shown instead where it cannot. */
export function AccentNotes({ accent, theme }: { accent: string; theme: Theme | null }) {
  const t = useEmbedsWords();
  const notes = (theme ? [theme] : THEMES).flatMap((shown) => {
    const fitted = fitAccent(accent, shown);
    return fitted ? [{ shown, fitted }] : [];
  });
  return (
    <StatusLine>
      {notes.map(({ shown, fitted }) => (
        <span key={shown} class="embed-note">
          <span class="embed-swatch" style={{ background: fitted.accent }} aria-hidden="true" />
          <span>
            {fitted.changed
              ? t(`accent.${shown}.changed`, {
                  ratio: ratioOf(fitted),
                  least: LEAST_CONTRAST,
                  code: fitted.accent,
                })
              : t(`accent.${shown}.fits`, { ratio: ratioOf(fitted) })}
          </span>
        </span>
      ))}
    </StatusLine>
  );
}

/** Cut, not rounded: 4.46 is no 4.5. */
function ratioOf({ contrast }: FittedAccent): number {
  return Math.floor(contrast * 10) / 10;
}
