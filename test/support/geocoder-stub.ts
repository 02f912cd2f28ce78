import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CsvSplitter } from '../../core/imports/csv-splitter.ts';

export interface StubPlace {
  /** Longitude, latitude. */
  point: [number, number];
  /** "12 MILL RD, ALDER CREEK, NE, 68001" */
  label: string;
}

/**
 * A geocoder of the tests, which speaks as both real ones do: the Census batch at `/addressbatch`, Nominatim at `/search`.
 * It knows what is in `places`, by the street in capitals, and counts what it was asked.
 */
export async function geocoderStub() {
  const places = new Map<string, StubPlace[]>();
  const streets: string[] = [];
  const requests: { headers: IncomingMessage['headers']; text: string }[] = [];
  /** Answered first, one each, instead of what is asked. */
  const refusals: { status: number; headers?: Record<string, string> }[] = [];
  const server = createServer(async (req, res) => {
    const text = req.method === 'POST' ? await bodyOf(req) : (req.url ?? '');
    requests.push({ headers: req.headers, text });
    const refusal = refusals.shift();
    if (refusal) return void res.writeHead(refusal.status, refusal.headers).end();
    if (req.method === 'POST') census(text, res);
    else nominatim(new URL(text, 'http://stub'), res);
  });
  const known = (street: string) => {
    streets.push(street);
    return places.get(street.toUpperCase()) ?? [];
  };

  /** Rows in another order than they came, as the real one gives them. */
  function census(text: string, res: ServerResponse): void {
    const file = /filename="[^"]+"\r\nContent-Type: text\/csv\r\n\r\n([\s\S]*?)\r\n--/.exec(text)?.[1] ?? '';
    const splitter = new CsvSplitter(',');
    const rows = [...splitter.push(file), ...splitter.end()].map(({ cells }) => {
      const [id = '', ...asked] = cells;
      const [found, more] = known(asked[0] ?? '');
      const told = [id, asked.join(', '), !found ? 'No_Match' : more ? 'Tie' : 'Match'];
      if (found && !more) told.push('Exact', found.label, found.point.join(','), '76', 'L');
      return told.map((cell) => `"${cell}"`).join(',');
    });
    res.writeHead(200, { 'content-type': 'text/csv' }).end(rows.reverse().join('\n'));
  }

  function nominatim({ searchParams }: URL, res: ServerResponse): void {
    const found = known(searchParams.get('street') ?? '').map(({ point: [lon, lat], label }) => {
      const [street = '', city, state, postcode] = label.split(', ');
      const [number, ...road] = street.split(' ');
      const address = {
        house_number: number,
        road: road.join(' '),
        city,
        postcode,
        'ISO3166-2-lvl4': `US-${state}`,
      };
      return { lon: String(lon), lat: String(lat), display_name: label, place_rank: 30, address };
    });
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    places,
    streets,
    requests,
    refusals,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of req as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
