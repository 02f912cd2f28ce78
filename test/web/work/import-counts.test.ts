import { expect } from 'chai';
import { HSDS_TABLES } from '../../../core/imports/hsds-tables.ts';
import { countsParts, importSummary, tableName } from '../../../web/parts/work/import-counts.ts';
import type { ImportCounts, ImportResult } from '../../../web/parts/work/job-params.ts';
import type { Language } from '../../../web/text/translate.ts';
import { wording } from './wording.ts';

const none: ImportCounts = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0 };
const parts: ImportCounts = { ...none, read: 9 };

function said(counts: Record<string, ImportCounts>, findings: number, language: Language = 'en'): string {
  const { t, say } = wording(language);
  return importSummary({ counts, findings } as ImportResult, t, say);
}

describe('The counts of an import', () => {
  it('are said in a line, without what is part of other records', () => {
    const counts = {
      services: { ...none, read: 20, added: 20 },
      locations: { ...none, read: 6, added: 6 },
      phones: parts,
    };
    expect(said(counts, 12)).to.equal('26 records: 26 new. 12 findings to look at.');
    expect(said(counts, 1, 'es')).to.equal('26 registros: 26 nuevos. 1 aviso para revisar.');
  });

  it('name every outcome that there is', () => {
    const counts = { schools: { read: 10, added: 1, changed: 2, unchanged: 3, refused: 4 } };
    expect(said(counts, 0)).to.equal(
      '10 records: 1 new, 2 changed, 3 the same, and 4 refused. Nothing to look at.',
    );
  });

  it('say that nothing came in', () => {
    expect(said({ phones: parts }, 0)).to.equal('No record came in. Nothing to look at.');
  });

  it('tell parts of records from records', () => {
    expect(countsParts(parts)).to.equal(true);
    expect(countsParts(none)).to.equal(false);
    expect(countsParts({ ...parts, refused: 1 })).to.equal(false);
  });

  it('name every table as people do, in every language', () => {
    const tables = [...Object.values(HSDS_TABLES).map(({ names }) => names[0]!), 'schools', 'students'];
    for (const language of ['en', 'es'] as const) {
      const { t } = wording(language);
      for (const table of tables) expect(tableName(table, t), table).to.match(/^\p{Lu}[^_]+$/u);
    }
    expect(tableName('service_at_locations', wording('en').t)).to.equal('Services at places');
    expect(tableName('their_own', wording('en').t)).to.equal('their_own');
  });
});
