import type { Student } from '../../../core/students/student.ts';
import { Problem } from '../../api/problem.ts';
import { forgetStudent } from '../../api/students.ts';
import { useConfirmed } from '../accounts/use-confirmed.tsx';
import { NumberForm } from './number-form.tsx';
import { useRetention } from './use-retention.ts';

interface ForgetFormProps {
  student: Pick<Student, 'id' | 'localId'>;
  name: string;
  onForgotten(): void;
}

/** Asks once, naming the student. */
export function ForgetForm({ student: { id, localId }, name, onForgotten }: ForgetFormProps) {
  const t = useRetention();
  const { dialog, run } = useConfirmed();
  const forget = async (number: string) => {
    try {
      const done = await run(async () => void (await forgetStudent(id, number)));
      if (done) onForgotten();
      return undefined;
    } catch (error) {
      const misread = error instanceof Problem && error.code === 'wrong-number';
      return misread ? t('forget.wrong', { number: localId }) : t('forget.failed');
    }
  };
  return (
    <>
      <NumberForm
        title={t('forget.title')}
        hint={t('forget.hint', { number: localId })}
        action={t('forget.go', { name })}
        buttonClass="forget-go"
        send={forget}
      />
      {dialog}
    </>
  );
}
