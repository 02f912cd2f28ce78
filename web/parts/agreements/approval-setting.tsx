import { useState } from 'preact/hooks';
import { APPROVAL_MODES, type ApprovalMode } from '../../../core/agreements/agreement-rules.ts';
import { loadApprovalSetting, saveApprovalSetting } from '../../api/agreements.ts';
import { useSession } from '../../state/session.tsx';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { SelectField } from '../field.tsx';
import { mayChangeApprovals } from '../work/may.ts';
import { useAgreements } from './use-agreements.ts';

const KEY = 'approval-setting';

/** Whether students are matched with approved partners only: to be chosen by who leads the district, read by others. */
export function ApprovalSetting() {
  const { t } = useAgreements();
  const { account } = useSession();
  const { data, reload } = useLoaded(KEY, loadApprovalSetting);
  const [said, setSaid] = useState<'saved' | 'failed' | null>(null);
  if (!data) return null;
  const save = (mode: string) => {
    setSaid(null);
    saveApprovalSetting({ districtId: data.districtId, mode: mode as ApprovalMode }).then(
      (setting) => {
        keepReply(KEY, setting);
        setSaid('saved');
      },
      () => {
        setSaid('failed');
        reload();
      },
    );
  };
  if (!mayChangeApprovals(account?.grants ?? [], data.districtId))
    return <p class="section muted">{t('approval.is', { mode: t(`approval.${data.mode}`) })}</p>;
  return (
    <div class="section">
      <h2>{t('approval.title')}</h2>
      <SelectField
        label={t('approval.title')}
        labelHidden
        value={data.mode}
        options={APPROVAL_MODES.map((mode) => ({ value: mode, label: t(`approval.${mode}`) }))}
        onChange={save}
      />
      <p role="status">
        {said === 'saved' && (
          <>
            {t('approval.saved')} <a href="/runs">{t('approval.runs')}</a>
          </>
        )}
        {said === 'failed' && t('failed')}
      </p>
    </div>
  );
}
