import { demandAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapResult } from '../../../core/gaps/gap.ts';
import { methodOf } from './access-words.ts';
import { type AccessVoice, useAccess } from './use-access.ts';

/** How a measure of access was worked out, from what, and what it leaves out. Printed open. */
export function GapHow({ result }: { result: GapResult }) {
  const voice = useAccess();
  if (!result.access) return null;
  return (
    <details class="gap-how">
      <summary>{voice.a('how.title')}</summary>
      <HowList result={result} />
    </details>
  );
}

export function HowList({ result }: { result: GapResult }) {
  const voice = useAccess();
  return (
    <ul>
      {howSentences(result, voice).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function howSentences({ params, access, offers, threshold }: GapResult, { a, say }: AccessVoice): string[] {
  if (!access) return [];
  const method = methodOf(params);
  const { of } = demandAsked(params);
  const date = say.date(`${access.asOf}T12:00Z`);
  const facts = { people: Math.round(access.people), n: threshold, date };
  const engine =
    access.travel.engine === 'roads' || access.travel.engine === 'remote' ? access.travel.engine : 'straight';
  return [
    a(`why.${method}`),
    a('how.supply', { n: offers, capacity: Math.round(access.capacity) }),
    ...(access.capacityUnknown > 0 ? [a('how.unknown', { n: access.capacityUnknown })] : []),
    of === 'students' ? a('how.people.students', facts) : a(`how.people.${of}`, facts),
    ...(access.noData > 0 ? [a('how.noData', { n: access.noData })] : []),
    a(`how.travel.${engine}`),
    a('how.zero'),
    ...(access.equilibriumGap === undefined
      ? []
      : [
          a('how.raam', {
            gap: access.equilibriumGap.toLocaleString(say.locale, {
              style: 'percent',
              maximumFractionDigits: 4,
            }),
          }),
        ]),
    `${a(`source.${method}`)} ${a('how.source')}`,
  ];
}
