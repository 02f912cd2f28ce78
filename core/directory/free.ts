import type { CostOption } from './service.ts';
import { plain } from './words.ts';

const SAYS_FREE =
  /\b(free|no (fees?|cost|charge)|without (cost|charge)|gratis|gratuit[oa]s?|sin (costo|cargo|cobro)s?)\b/;

/** Words with which a text takes "free" back, or gives it to some people only. */
const CONDITION =
  /\b(not|n't|isn't|except|unless|if|but|only|may|some|first|other|otherwise|after|most|reduced|sliding|scale|donations?|insurance|medicaid|medicare|qualif\w*|eligib\w*|income|low|members?|residents?|trial|fees? (apply|vary)|deposit|materials?|no es|excepto|salvo|si|pero|solo|algun\w*|otros?|despues|escala|donaci\w*|seguro|ingresos?|miembros?|residentes?)\b/;

const PRICE = /(?:[$€£]\s*|\b(?:usd|dollars?|dolares)\s+)\d|\d\s*(?:usd|dollars?|dolares|per |por )/;

/**
 * Whether a service costs nothing, for everybody who may use it. Amounts speak first, then the words about fees.
 * Undefined where nobody said, or where it is free for some people or some of the time: then people must ask.
 */
export function isFree(costs: readonly CostOption[], fees: string | undefined): boolean | undefined {
  const amounts = costs.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  if (amounts.length > 0) {
    if (amounts.every((amount) => amount > 0)) return saysFree(fees) ? undefined : false;
    return amounts.every((amount) => amount === 0) && !namesPrice(fees) ? true : undefined;
  }
  const texts = [fees, ...costs.flatMap((cost) => [cost.amountDescription, cost.option])].filter(
    (text) => text !== undefined && text.trim() !== '',
  );
  if (texts.length === 0) return undefined;
  if (texts.every(isPlainlyFree)) return true;
  return texts.some(namesPrice) && !texts.some(saysFree) && !texts.some(isConditional) ? false : undefined;
}

function isPlainlyFree(text: string | undefined): boolean {
  return saysFree(text) && !namesPrice(text) && !isConditional(text);
}

function saysFree(text: string | undefined): boolean {
  return text !== undefined && SAYS_FREE.test(plain(text));
}

function namesPrice(text: string | undefined): boolean {
  return text !== undefined && PRICE.test(withoutZero(plain(text)));
}

function isConditional(text: string | undefined): boolean {
  return text !== undefined && CONDITION.test(plain(text));
}

function withoutZero(text: string): string {
  return text.replace(/\$\s*0(\.0+)?(?![\d.])/g, '');
}
