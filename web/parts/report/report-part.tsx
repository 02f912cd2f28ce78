import type { ComponentChildren } from 'preact';

export function ReportPart({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="report-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
