import type { ComponentChildren } from 'preact';

/** One line of title, one of what matters most, the rest below. */
export function Card({
  title,
  children,
  aside,
  level = 3,
}: {
  title: ComponentChildren;
  children?: ComponentChildren;
  aside?: ComponentChildren;
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <article class="card">
      <div class="card-head">
        <Heading>{title}</Heading>
        {aside && <div class="card-aside">{aside}</div>}
      </div>
      {children}
    </article>
  );
}
