import './more-pages.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSession } from '../../state/session.tsx';
import { pagesFor } from './pages.ts';
import { useHomeWords } from './use-home-words.ts';

/** These stand beside it already. */
const BESIDE = new Set(['/', '/schools', '/gaps']);

/** All pages that are somebody's, behind one button, so that the navigation is one line on a phone. */
export function MorePages({ label, path }: { label: string; path: string }) {
  const { account } = useSession();
  const { open, setOpen, root, button } = useOpen(path);
  const groups = pagesFor(account?.grants ?? []).map(([group, pages]): Groups[number] => [
    group,
    pages.filter(({ href }) => !BESIDE.has(href)),
  ]);
  const isHere = groups.some(([, pages]) => pages.some(({ href }) => href === path));
  return (
    <div class="more-pages" ref={root}>
      <button
        type="button"
        ref={button}
        class={isHere ? 'more-here' : ''}
        aria-expanded={open}
        aria-controls="more-pages"
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id="more-pages" class="more-panel" hidden={!open}>
        {open && <Groups groups={groups} path={path} />}
      </div>
    </div>
  );
}

type Groups = ReturnType<typeof pagesFor>;

function Groups({ groups, path }: { groups: Groups; path: string }) {
  const t = useHomeWords();
  return (
    <>
      {groups
        .filter(([, pages]) => pages.length > 0)
        .map(([group, pages]) => (
          <div key={group}>
            <p id={`more-${group}`} class="more-head">
              {t(group)}
            </p>
            <ul aria-labelledby={`more-${group}`}>
              {pages.map(({ href, label, target }) => (
                <li key={href}>
                  <a href={href} target={target} aria-current={href === path ? 'page' : undefined}>
                    {t(label)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

/** Escape closes it and gives the focus back; so does going elsewhere, by a link, a click or the keyboard. */
function useOpen(path: string) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('pointerdown', leave);
    addEventListener('focusin', leave);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', leave);
      removeEventListener('focusin', leave);
      removeEventListener('keydown', onKey);
    };
  }, [open]);
  return { open, setOpen, root, button };
}
