import '../styles/index.css';
import './embed.css';
import { render } from 'preact';
import { sendNoCookies } from '../api/request.ts';
import { browserLanguage } from '../text/language.ts';
import { loadTexts } from '../text/texts.ts';
import { parseEmbedQuery } from './embed-query.ts';
import { EmbeddedFind } from './embedded-find.tsx';
import { reloadOnceAfterUpdate } from './reload-once.ts';
import { tellHeight } from './tell-height.ts';
import { wearColors } from './wear-colors.ts';

/** Find in the page of another site. Nothing is kept in the reader's browser, and nothing is sent that tells who asks. */
const { find, look } = parseEmbedQuery(new URLSearchParams(location.search));
const language = look.lang ?? browserLanguage();
const root = document.getElementById('app');
sendNoCookies();
reloadOnceAfterUpdate();
wearColors(look);
if (root) {
  tellHeight(root);
  loadTexts(language).finally(() =>
    render(<EmbeddedFind find={find} title={look.title} language={language} />, root),
  );
}
