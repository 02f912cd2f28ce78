import { expect } from 'chai';
import fc from 'fast-check';
import { cleanLine, cleanText } from '../../../core/imports/clean-text.ts';

describe('cleanText', () => {
  it('turns HTML into text that reads the same', () => {
    const { text, repairs } = cleanText(
      '<p>Tutors &amp; mentors</p><ul><li>Reading</li><li>Math</li></ul><script>alert(1)</script>',
    );
    expect(text).to.equal('Tutors & mentors\n\n- Reading\n- Math');
    expect(repairs).to.include('html-removed');
  });

  it('leaves a lone "<" and an unknown entity alone', () => {
    expect(cleanText('Children < 5 years & AT&T; x<y')).to.deep.equal({
      text: 'Children < 5 years & AT&T; x<y',
      repairs: [],
    });
  });

  it('turns written-out line breaks into line breaks, and leaves paths alone', () => {
    expect(cleanText('Call first.\\nWalk-ins welcome.\\r\\n').text).to.equal(
      'Call first.\nWalk-ins welcome.',
    );
    expect(cleanText('\\\\server\\name').text).to.equal('\\\\server\\name');
  });

  it('removes what cannot be seen', () => {
    const { text, repairs } = cleanText('\u200b\u200binfo@example.org\ufeff\u0000');
    expect(text).to.equal('info@example.org');
    expect(repairs).to.deep.equal(['control-characters']);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'ab <>/&;\\nr\n\r\t\u00a0\u200b#1x', '&amp;', '<p>', '<br>', '\\n'),
        }),
        (value) => {
          const once = cleanText(value).text;
          // Unwrapping one layer can uncover another ("&amp;lt;"); it is left as text, so that nothing becomes a tag late.
          fc.pre(!/&|\\|</.test(once));
          expect(cleanText(once)).to.deep.equal({ text: once, repairs: [] });
        },
      ),
    );
  });

  it('finds clean as it is only what it would not change', () => {
    const unit = fc.constantFrom(...'ab 1-[]', ...'<>&;\\"\'`{}\n\t\u007f', 'nbsp;', '&amp;', '<p>');
    fc.assert(
      // A mark that nobody sees lets it look at every character.
      fc.property(fc.string({ unit }), (value) => {
        expect(cleanText(value).text).to.equal(cleanText(`\u200b${value}`).text);
      }),
    );
  });

  it('stays on one line where a line is asked for', () => {
    fc.assert(fc.property(fc.string(), (value) => !/[\n\r\t]/.test(cleanLine(value).text)));
  });

  it('takes a hostile text in time that grows with its length', () => {
    const started = performance.now();
    cleanText(`x${' '.repeat(300_000)}x`);
    cleanText('<script>'.repeat(50_000));
    cleanText('<style><script>'.repeat(30_000));
    cleanText('<'.repeat(200_000));
    cleanText('<a '.repeat(60_000));
    cleanText('&amp;'.repeat(50_000));
    cleanText('\\n'.repeat(100_000));
    expect(performance.now() - started).to.be.below(5_000);
  });
});
