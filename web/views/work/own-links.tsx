import { useLocation } from 'preact-iso';
import { useWork } from '../../parts/work/use-work.ts';
import { useSession } from '../../state/session.tsx';

/** The main navigation's links for who is signed in: they come when they are wanted. */
export default function OwnLinks() {
  const { t } = useWork();
  const { path } = useLocation();
  const session = useSession();
  const records = (session.account?.grants ?? []).flatMap(({ studentIds }) => studentIds);
  const links: [href: string, label: string][] = [
    ['/home', t('nav.home')],
    ...(session.has('coordinator', 'district-leader', 'administrator')
      ? [
          ['/runs', t('nav.runs')] as [string, string],
          ['/plans', t('nav.plans')] as [string, string],
          ['/weights', t('nav.weights')] as [string, string],
        ]
      : []),
    ...(session.has('administrator', 'community-leader')
      ? [['/import', t('nav.import')] as [string, string]]
      : []),
    ...(session.has('administrator')
      ? [['/accounts', t('nav.people')] as [string, string], ['/audit', t('nav.log')] as [string, string]]
      : []),
    ...(session.has('partner') ? [['/shared', t('nav.shared')] as [string, string]] : []),
    ...records.map((id): [string, string] => [`/students/${id}`, t('nav.record')]),
  ];
  return (
    <>
      {links.map(([href, label]) => (
        <li key={href}>
          <a href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </>
  );
}

/** One's own account lies beside everybody's and is no part of them. */
function isHere(path: string, href: string): boolean {
  if (href === '/accounts') return path === href;
  return path === href || path.startsWith(`${href}/`);
}
