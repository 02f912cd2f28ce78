import { expect } from 'chai';
import { embedCode } from '../../../web/parts/embeds/embed-code.ts';
import { OUR_ACCENT, readColorCode } from '../../../web/parts/embeds/read-color-code.ts';
import { emptyQuery } from '../../../web/views/find/find-query.ts';
import { themes } from '../styles/read-tokens.ts';

const look = { title: '', lang: null, theme: null, accent: null };
const origin = 'https://trellis.example';

describe('The code for another web site', () => {
  const find = { ...emptyQuery, school: 's1', minutes: 20 };

  it('is a frame with its address and its name, and a script beside it where that is wanted', () => {
    const code = embedCode({ origin, query: { find, look }, title: 'Find help', scripted: true });
    expect(code).to.include('src="https://trellis.example/embed?school=s1&amp;minutes=20"');
    expect(code).to.include('title="Find help"').and.to.include('loading="lazy"');
    expect(code).to.include('<script src="https://trellis.example/embed.js" async></script>');
    const plain = embedCode({ origin, query: { find, look }, title: 'Find help', scripted: false });
    expect(plain).to.include('<iframe').and.not.to.include('script');
  });

  it('stays a frame whatever the title says', () => {
    const title = '"><script>alert(1)</script>&';
    const query = { find, look: { ...look, title } };
    const code = embedCode({ origin, query, title, scripted: false });
    expect(code.match(/[<>]/g), 'one element, opened and closed').to.have.length(4);
    expect(code).to.include('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
  });
});

describe('The code of a colour', () => {
  it('is read as people copy it', () => {
    for (const typed of ['#00205b', '00205B', '  #00205b '])
      expect(readColorCode(typed), typed).to.equal('#00205b');
    expect(readColorCode('#07C')).to.equal('#0077cc');
  });

  it('is not read of anything else', () => {
    for (const typed of ['', 'blue', '#00205', '#00205bff', 'rgb(0,0,0)'])
      expect(readColorCode(typed), typed).to.equal(null);
  });

  it('is our green where none was chosen', () => {
    expect(OUR_ACCENT).to.equal(themes.light.accent);
  });
});
