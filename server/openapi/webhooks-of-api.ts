import { MESSAGES, type MessageType } from '../../core/webhooks/message.ts';
import { type JsonSchema, outputSchema } from './json-schema.ts';
import type { Reply } from './operation-of.ts';

interface WebhookOperation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: 'header'; required: true; description: string; schema: JsonSchema }[];
  requestBody: { required: true; content: { 'application/json': { schema: JsonSchema } } };
  responses: Record<string, Reply>;
}

export type WebhooksOfApi = Record<string, { post: WebhookOperation }>;

const SUMMARIES: Record<MessageType, string> = {
  'directory.changed': 'Records of the directory have changed',
  'directory.imported': 'A directory was imported',
  'referral.changed': 'A referral has come to another state',
  test: 'Somebody has pressed the button for a test',
};

const HEADERS = {
  'webhook-id': 'Tells one message from another; one that comes twice has the same.',
  'webhook-timestamp': 'When it was sent, in seconds since 1970.',
  'webhook-signature':
    '`v1,` and the HMAC-SHA-256 of `id.timestamp.body` in Base64; several with a space between.',
};

/** What other programs are told, as OpenAPI 3.1 has it: requests that Trellis makes (docs/webhooks.md). */
export function webhooksOfApi(components: Record<string, JsonSchema>): WebhooksOfApi {
  const types = Object.keys(MESSAGES) as MessageType[];
  return Object.fromEntries(
    types.map((type) => {
      const schema = outputSchema(MESSAGES[type], components);
      const post: WebhookOperation = {
        operationId: `tell${type.split('.').map(withCapital).join('')}`,
        summary: SUMMARIES[type],
        parameters: Object.entries(HEADERS).map(([name, description]) => ({
          name,
          in: 'header',
          required: true,
          description,
          schema: { type: 'string' },
        })),
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: {
          '2XX': { description: 'Taken. Any other answer has it sent again.' },
          410: { description: 'Nothing more is wanted: the webhook is switched off.' },
        },
      };
      return [type, { post }];
    }),
  );
}

function withCapital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
