import { expect } from 'chai';
import { z } from 'zod';
import { accepted, file, nothing, orFile } from '../../../server/http/answer.ts';
import { route } from '../../../server/http/route.ts';

const declared = { method: 'get', path: '/', action: 'settings.read' } as const;
const shape = z.object({ id: z.string(), names: z.array(z.string()), since: z.string().optional() });

describe('A route', () => {
  it('compiles only with a handler that returns what it says, and that may be what nobody may change', () => {
    const names: readonly string[] = ['a'];
    const told = { id: 'a', names } as const;
    const routes = [
      route({ ...declared, returns: shape, handle: () => told }),
      route({ ...declared, returns: accepted(shape), handle: async () => told }),
      route({ ...declared, returns: orFile(shape, 'text/csv'), handle: async () => undefined }),
      route({ ...declared, returns: nothing, handle: async () => {} }),
      // @ts-expect-error a field is missing
      route({ ...declared, returns: shape, handle: () => ({ id: 'a' }) }),
      // @ts-expect-error a field is of another type
      route({ ...declared, returns: accepted(shape), handle: async () => ({ ...told, id: 1 }) }),
      // @ts-expect-error it may be that there is nothing
      route({ ...declared, returns: shape, handle: async () => (names.length > 0 ? told : undefined) }),
      // @ts-expect-error a file is sent, not returned
      route({ ...declared, returns: file('text/csv'), handle: () => told }),
      // @ts-expect-error nobody says what it answers
      route({ ...declared, handle: () => told }),
    ];
    expect(routes).to.have.length(9);
  });
});
