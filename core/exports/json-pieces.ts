/** The items of a list of a JSON text, one a line. */
export async function* listPieces(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(name)}:[`;
  let before = '\n';
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ',\n';
  }
  yield '\n]';
}

/** Fields of an object without its braces, so that lists can follow. */
export function fieldPieces(fields: object): string {
  return JSON.stringify(fields).slice(1, -1);
}
