import type { AnswerByCode, AnsweredBy } from '../../../core/surveys/answer.ts';
import { type SurveyQuestion, takesMany } from '../../../core/surveys/question.ts';

/** What somebody has answered so far. */
export interface AnswerDraft {
  choices: Readonly<Record<string, readonly string[]>>;
  texts: Readonly<Record<string, string>>;
  by: AnsweredBy;
}

export const NO_ANSWER: AnswerDraft = {
  choices: {},
  texts: {},
  by: { name: '', student: '', number: '', mayBecomeNeeds: false },
};

/** A box is ticked or not; where only one may be, it takes the place of the other. */
export function withChoice(
  draft: AnswerDraft,
  question: SurveyQuestion,
  choice: string,
  on: boolean,
): AnswerDraft {
  const before = takesMany(question) ? (draft.choices[question.id] ?? []) : [];
  const chosen = on
    ? [...before.filter((each) => each !== choice), choice]
    : before.filter((each) => each !== choice);
  return { ...draft, choices: { ...draft.choices, [question.id]: chosen } };
}

export type DraftFault = 'nothing' | 'name' | 'student';

export function draftFaults({ choices, texts, by }: AnswerDraft, named: boolean): DraftFault[] {
  const isEmpty = [...Object.values(choices), ...Object.values(texts).map((text) => text.trim())].every(
    (part) => part.length === 0,
  );
  return [
    ...(isEmpty ? (['nothing'] as const) : []),
    ...(named && by.mayBecomeNeeds && !by.name.trim() ? (['name'] as const) : []),
    ...(named && by.mayBecomeNeeds && !by.student.trim() ? (['student'] as const) : []),
  ];
}

/** What is sent: only what was answered, and a name only of who wants the needs written down. */
export function toSend(
  draft: AnswerDraft,
  named: boolean,
  sent: Pick<AnswerByCode, 'id' | 'code'>,
): AnswerByCode {
  const { name, student, number, mayBecomeNeeds } = draft.by;
  const by = {
    name: name.trim(),
    student: student.trim(),
    mayBecomeNeeds,
    ...(number?.trim() && { number: number.trim() }),
  };
  return { ...sent, ...answered(draft), ...(named && mayBecomeNeeds && { by }) };
}

export function answered({ choices, texts }: Pick<AnswerDraft, 'choices' | 'texts'>) {
  const chosen = Object.entries(choices).filter(([, list]) => list.length > 0);
  const said = Object.entries(texts).flatMap(([id, text]) => (text.trim() ? [[id, text.trim()]] : []));
  return {
    choices: Object.fromEntries(chosen.map(([id, list]) => [id, [...list]])),
    texts: Object.fromEntries(said) as Record<string, string>,
  };
}
