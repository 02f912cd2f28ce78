import { expect } from 'chai';
import { createTranslate, render } from '../../../web/text/translate.ts';
import { english, spanish } from './voices.ts';

describe('Saying a text', () => {
  it('chooses the form by the language’s own plural rules', () => {
    expect(english.t('find.count', { n: 1 })).to.equal('1 service');
    expect(english.t('find.count', { n: 0 })).to.equal('0 services');
    expect(spanish.t('find.count', { n: 1 })).to.equal('1 servicio');
    expect(spanish.t('find.count', { n: 2 })).to.equal('2 servicios');
  });

  it('writes figures as the language does', () => {
    expect(english.t('find.count', { n: 12_345 })).to.equal('12,345 services');
  });

  it('falls back to the form for all other numbers', () => {
    expect(render('es', { other: '{n} cosas' }, { n: 1_000_000 })).to.equal('1,000,000 cosas');
  });

  it('takes a value as text, whatever signs are in it', () => {
    const t = createTranslate<{ hello: 'Hello {name}' }>('en', { hello: 'Hello {name}' });
    expect(t('hello', { name: '$& {name} <b>' })).to.equal('Hello $& {name} <b>');
  });
});
