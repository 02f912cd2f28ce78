import { useRef, useState } from 'preact/hooks';
import { choicesOf, type SurveyQuestion } from '../../../core/surveys/question.ts';
import type { Problem } from '../../api/problem.ts';
import { enterSheet, type SurveyView } from '../../api/surveys.ts';
import { makeUuid } from '../../state/make-uuid.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useProblemText } from '../states.tsx';
import {
  type AnswerDraft,
  answered,
  type DraftFault,
  draftFaults,
  NO_ANSWER,
  toSend,
} from './answer-draft.ts';
import { ByFields } from './by-fields.tsx';
import { readTyped } from './read-typed.ts';
import { useSurveys } from './use-surveys.ts';

const NO_PROBLEM = { status: 0, code: '', message: '' } as Problem;

/** Types in sheet after sheet without a mouse: numbers, Enter, and at the end the next sheet. */
export function PaperEntry({ survey, schoolId }: { survey: SurveyView; schoolId: string }) {
  const { t, school } = useSurveys();
  const form = useRef<HTMLFormElement>(null);
  const [sheet, setSheet] = useState({ id: makeUuid(), number: 1 });
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [by, setBy] = useState(NO_ANSWER.by);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(0);
  const [missing, setMissing] = useState<DraftFault[]>([]);
  const trouble = useProblemText(problem ?? NO_PROBLEM);
  const faults = survey.questions.map((question) => faultOf(question, typed[question.id] ?? '', t));
  const first = () => form.current?.querySelector('input');

  const save = async (event: Event) => {
    event.preventDefault();
    setProblem(null);
    const draft = draftOf(survey.questions, typed, by);
    const found = draftFaults(draft, survey.named);
    setMissing(found);
    if (found.length > 0 || faults.some(Boolean)) return;
    try {
      const { code: _code, ...sent } = toSend(draft, survey.named, { id: sheet.id, code: '' });
      await enterSheet(survey.id, { ...sent, schoolId });
    } catch (error) {
      setProblem(asProblem(error));
      return;
    }
    setSaved(sheet.number);
    setSheet({ id: makeUuid(), number: sheet.number + 1 });
    setTyped({});
    setBy(NO_ANSWER.by);
    first()?.focus();
  };
  return (
    <form ref={form} class="stack" noValidate onSubmit={save} onKeyDown={nextOnEnter}>
      <p>{t('enter.lead')}</p>
      <p class="muted">
        {school(schoolId)} · {t('enter.sheet', { n: sheet.number })}
      </p>
      <p role="status">{saved > 0 ? t('enter.saved', { n: saved }) : ''}</p>
      {survey.questions.map((question, at) => (
        <Entry
          key={question.id}
          question={question}
          number={at + 1}
          value={typed[question.id] ?? ''}
          fault={faults[at]}
          onChange={(value) => setTyped({ ...typed, [question.id]: value })}
        />
      ))}
      {survey.named && <ByFields by={by} audience={survey.audience} faults={missing} onChange={setBy} />}
      {(missing.length > 0 || problem) && (
        <p class="field-error" role="alert">
          {problem ? trouble : t(missing.includes('nothing') ? 'answer.nothing' : 'answer.nameMissing')}
        </p>
      )}
      <p>
        <Button look="primary" type="submit">
          {t('enter.save')}
        </Button>
      </p>
    </form>
  );
}

interface EntryProps {
  question: SurveyQuestion;
  number: number;
  value: string;
  fault: string | undefined;
  onChange(value: string): void;
}

function Entry({ question, number, value, fault, onChange }: EntryProps) {
  const { say, choice } = useSurveys();
  const boxes =
    question.kind === 'scale'
      ? [`1 ${say(question.low)}`, `5 ${say(question.high)}`]
      : choicesOf(question).map((each, at) => `${at + 1} ${choice(question, each)}`);
  return (
    <TextField
      label={`${number}. ${say(question.text)}`}
      hint={boxes.join(' · ') || undefined}
      error={fault}
      inputMode={question.kind === 'text' ? 'text' : 'numeric'}
      autoComplete="off"
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function faultOf(
  question: SurveyQuestion,
  typed: string,
  t: ReturnType<typeof useSurveys>['t'],
): string | undefined {
  if (question.kind === 'text') return undefined;
  const read = readTyped(question, typed);
  if ('wrong' in read) return t('enter.wrong', { boxes: read.wrong.join(', ') });
  return 'tooMany' in read ? t('enter.onlyOne') : undefined;
}

function draftOf(
  questions: readonly SurveyQuestion[],
  typed: Readonly<Record<string, string>>,
  by: AnswerDraft['by'],
): AnswerDraft {
  const choices: Record<string, string[]> = {};
  const texts: Record<string, string> = {};
  for (const question of questions) {
    const value = typed[question.id] ?? '';
    if (question.kind === 'text') texts[question.id] = value;
    else {
      const read = readTyped(question, value);
      if ('choices' in read) choices[question.id] = read.choices;
    }
  }
  return { ...answered({ choices, texts }), by };
}

/** Enter goes to the next field; at the last it saves. */
function nextOnEnter(event: KeyboardEvent & { currentTarget: HTMLFormElement }): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  const fields = [...event.currentTarget.querySelectorAll('input')];
  const next = fields[fields.indexOf(event.target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
