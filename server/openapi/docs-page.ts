import { escapeHtml } from '../http/escape-html.ts';
import type { ApiDescription } from './describe-api.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Operation, Parameter, Reply } from './operation-of.ts';
import { tellSchema } from './tell-schema.ts';

interface Told {
  method: string;
  path: string;
  operation: Operation;
}

/** The description of the API as a page to read: whole without scripts, which only search in it. */
export function docsPage(api: ApiDescription): string {
  const told = Object.entries(api.paths).flatMap(([path, of]) =>
    Object.entries(of).map(
      ([method, operation]): Told => ({ method: method.toUpperCase(), path, operation }),
    ),
  );
  const parts = api.tags.map(({ name, description }) => ({
    id: idOf(name),
    name,
    description,
    told: told.filter(({ operation }) => operation.tags.includes(name)),
  }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The API of Trellis</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/docs.css">
<script src="/docs.js" defer></script>
</head>
<body>
<a class="skip" href="#routes">Skip to the routes</a>
<header>
<h1>The API of Trellis</h1>
${paragraphs(api.info.description)}
<p>For programs: <a href="/openapi.json">openapi.json</a>, ${escapeHtml(api.openapi)}. All addresses begin with <code>${escapeHtml(api.servers[0]?.url ?? '')}</code>. <a href="/">Back to Trellis</a></p>
<form role="search" hidden>
<label for="search">Search in routes</label>
<input id="search" type="search" autocomplete="off" aria-describedby="found">
<p id="found" role="status"></p>
</form>
</header>
<nav aria-label="Parts"><ul>
${parts.map(({ id, name, told: { length } }) => `<li><a href="#${id}">${escapeHtml(name)}</a> <span class="count">${length}</span></li>`).join('\n')}
<li><a href="#messages">Messages</a> <span class="count">${Object.keys(api.webhooks).length}</span></li>
<li><a href="#names">Names and errors</a></li>
</ul></nav>
<main id="routes" tabindex="-1">
${parts.map(({ id, name, description, told: routes }) => `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(name)}</h2><p>${escapeHtml(description)}</p>\n${routes.map(article).join('\n')}</section>`).join('\n')}
${messages(api)}
${names(api)}
</main>
</body>
</html>
`;
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((words) => `<p>${escapeHtml(words).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('\n');
}

function article({ method, path, operation }: Told): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  return `<article id="${operationId}"><h3><code><span class="method">${method}</span> ${breakable(path)}</code></h3>
<p>${escapeHtml(summary)}</p>
<dl>
<dt>Who</dt><dd>${escapeHtml(operation['x-trellis-who'].join(' · '))} <span class="action">${escapeHtml(operation['x-trellis-action'])}</span></dd>
${parameters.length > 0 ? `<dt>Asks</dt><dd><ul>${parameters.map(parameterLine).join('')}</ul></dd>` : ''}
${requestBody ? `<dt>Takes</dt><dd>${contentOf(requestBody.content)}</dd>` : ''}
<dt>Answers</dt><dd>${answersOf(responses)}</dd>
</dl></article>`;
}

/** A long address may break after a slash, which a phone needs. */
function breakable(path: string): string {
  return escapeHtml(path).replaceAll('/', '/<wbr>');
}

function parameterLine({ name, required, schema }: Parameter): string {
  const least = schema.default === undefined ? '' : `, ${JSON.stringify(schema.default)} if not said`;
  const need = required ? ', needed' : '';
  return `<li><code>${escapeHtml(name)}</code> ${escapeHtml(tellSchema(schema))}${need}${escapeHtml(least)}</li>`;
}

function answersOf(responses: Operation['responses']): string {
  return Object.entries(responses)
    .filter((entry): entry is [string, Reply] => !('$ref' in entry[1]))
    .map(
      ([status, { description, content }]) =>
        `${status}: ${escapeHtml(description)} ${content ? contentOf(content) : ''}`,
    )
    .join('');
}

function contentOf(content: NonNullable<Reply['content']>): string {
  return Object.entries(content)
    .map(([type, { schema }]) =>
      schema
        ? shapeOf(schema, type)
        : type === '*/*'
          ? 'the file itself'
          : `<code>${escapeHtml(type)}</code>`,
    )
    .join('');
}

/** What is short stands there; what is long opens. */
function shapeOf(schema: JsonSchema, type: string): string {
  const words = tellSchema(schema);
  const kind = type === 'application/json' ? '' : ` <code>${escapeHtml(type)}</code>`;
  if (!words.includes('\n')) return `<code>${escapeHtml(words)}</code>${kind}`;
  return `<details><summary>JSON${kind}</summary><pre tabindex="0">${escapeHtml(words)}</pre></details>`;
}

/** What Trellis sends to other programs. */
function messages({ webhooks }: ApiDescription): string {
  const told = Object.entries(webhooks).map(
    ([type, { post }]) =>
      `<article id="${post.operationId}"><h3><code>${type}</code></h3>
<p>${escapeHtml(post.summary)}</p>
<dl><dt>Sends</dt><dd>${contentOf(post.requestBody.content)}</dd></dl></article>`,
  );
  return `<section aria-labelledby="messages"><h2 id="messages">Messages</h2>
<p>Administrators have other programs told of what has changed, by signed requests (<code>POST</code>, Standard Webhooks).</p>
${told.join('\n')}</section>`;
}

function names({ components: { schemas, responses } }: ApiDescription): string {
  const shapes = Object.entries(schemas).map(
    ([name, schema]) =>
      `<article id="${name}"><h3><code>${name}</code></h3>${shapeOf(schema, 'application/json')}</article>`,
  );
  const refusals = Object.values(responses).map(({ description }) => `<li>${escapeHtml(description)}</li>`);
  return `<section aria-labelledby="names"><h2 id="names">Names and errors</h2>
<p>An error is a <a href="#Problem">Problem</a>, of the type <code>application/problem+json</code>:</p>
<ul>${refusals.join('')}</ul>
${shapes.join('\n')}</section>`;
}
