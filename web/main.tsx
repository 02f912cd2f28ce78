import './styles/index.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { watchFocus } from './state/keep-focus.ts';
import { keepOffline, reloadAfterUpdate } from './state/keep-offline.ts';
import { firstLanguage } from './text/language.ts';
import { loadTexts } from './text/texts.ts';

const root = document.getElementById('app');
watchFocus();
keepOffline();
reloadAfterUpdate();
if (root) loadTexts(firstLanguage()).finally(() => render(<App />, root));
