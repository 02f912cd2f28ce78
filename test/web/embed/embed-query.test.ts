import { expect } from 'chai';
import { type EmbedQuery, formatEmbedQuery, parseEmbedQuery } from '../../../web/embed/embed-query.ts';
import { emptyQuery } from '../../../web/views/find/find-query.ts';

const read = (text: string) => parseEmbedQuery(new URLSearchParams(text));

describe('The address of Find in the page of another site', () => {
  it('holds what it shows first and how, and is read as it was written', () => {
    const query: EmbedQuery = {
      find: { ...emptyQuery, terms: ['food-pantry'], school: 's1', minutes: 20, language: 'es' },
      look: { title: 'Food & more', lang: 'es', theme: 'dark', accent: '#00205b' },
    };
    const address = formatEmbedQuery(query).toString();
    expect(address).to.include('accent=00205b').and.to.include('lang=es').and.to.include('language=es');
    expect(read(address)).to.deep.equal(query);
  });

  it('is empty where all is as usual', () => {
    const { find, look } = read('');
    expect(look).to.deep.equal({ title: '', lang: null, theme: null, accent: null });
    expect(formatEmbedQuery({ find, look }).toString()).to.equal('');
  });

  it('is read without what makes no sense', () => {
    const { look } = read('lang=tlh&theme=neon&accent=red;}&title=%20%20');
    expect(look).to.deep.equal({ title: '', lang: null, theme: null, accent: null });
    expect(read(`title=${'a'.repeat(200)}`).look.title).to.have.length(80);
    expect(read('accent=1F6F54').look.accent).to.equal('#1f6f54');
  });

  it('never asks who is approved: nobody is signed in there', () => {
    expect(read('school=s1&approved=1').find.approved).to.equal(false);
  });
});
