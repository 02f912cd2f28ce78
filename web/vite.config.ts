import { defineConfig, type Plugin } from 'vite';
import { countyLines } from './county-lines-plugin.ts';

/** Where the server is while the front end is worked on. */
const API = process.env.TRELLIS_API ?? 'http://127.0.0.1:8080';

/** The text font is needed before the first line is drawn, so the page asks for it at once. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml(_html, context) {
      const font = Object.keys(context.bundle ?? {}).find((file) => file.endsWith('.woff2'));
      if (!font) return [];
      const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' };
      return [{ tag: 'link', attrs, injectTo: 'head-prepend' }];
    },
  };
}

/** While it is worked on, /embed is what the server makes of it: a page of its own. */
function embedPage(): Plugin {
  return {
    name: 'embed-page',
    configureServer: ({ middlewares }) =>
      void middlewares.use((req, _res, next) => {
        req.url = req.url?.replace(/^\/embed(?=\?|$)/, '/embed.html');
        next();
      }),
  };
}

/** What every view is made of. */
const BASE = [
  /node_modules\/preact/,
  /web\/no-shapes/,
  /web\/state\//,
  /web\/text\/(use-voice|translate|texts|language|say-(people|hours|time|distance|offer))/,
  /web\/parts\/(button|glyph|states|field|chip|pagination|status-line|loading-bar|domains)\./,
  /web\/api\/offers/,
  /web\/map\/place-map/,
  /web\/views\/(work-view|find\/(find-query|describe-query|map-places|use-crowd))/,
  /core\/(geo\/great-circle-km|travel\/travel|taxonomy\/term|schedule\/(schedule|weekly-spans|clock))\./,
];

export default defineConfig({
  root: import.meta.dirname,
  appType: 'spa',
  resolve: {
    alias: [
      { find: /^zod$/, replacement: `${import.meta.dirname}/no-shapes.ts` },
      // Leaflet names only its older bundle; the one of modules is smaller.
      { find: /^leaflet$/, replacement: `${import.meta.dirname}/map/leaflet-parts.js` },
    ],
  },
  plugins: [preloadFont(), countyLines(), embedPage()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/api/v1': API, '/hsds': API, '^/(docs|openapi\\.json)$': API } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Everything is a file of its own: the content security policy needs no `data:` for scripts, fonts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'embed'].map((page) => `${import.meta.dirname}/${page}.html`),
      output: {
        codeSplitting: {
          groups: [
            // What every view is made of is one file, whichever views share more: it packs better than twenty.
            {
              name: 'base',
              test: (id: string) => BASE.some((part) => part.test(id)),
            },
            // Every map's parts are one file; what only some maps need stays apart.
            {
              name: 'map-parts',
              test: /leaflet\/src\/(?!layer\/(?:GeoJSON|Popup|tile\/|vector\/Canvas))|leaflet-parts|supercluster|kdbush/,
            },
          ],
        },
      },
    },
  },
});
