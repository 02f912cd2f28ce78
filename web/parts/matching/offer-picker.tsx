import { useId, useState } from 'preact/hooks';
import { findOffers, type OfferView } from '../../api/offers.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useRested } from '../../state/use-rested.ts';
import { TextField } from '../field.tsx';
import { useMatching } from './use-matching.ts';

const LEAST_LETTERS = 2;
const MOST_SHOWN = 8;

interface OfferPickerProps {
  onPick(offer: OfferView): void;
}

/** Finds a place by its name or its partner's. Only what is typed travels: nothing about a student. */
export function OfferPicker({ onPick }: OfferPickerProps) {
  const { m } = useMatching();
  const list = useId();
  const [typed, setTyped] = useState('');
  const words = useRested(typed.trim());
  const key = words.length >= LEAST_LETTERS ? `offers called ${words}` : null;
  const found = useLoaded(key, (signal) => findOffers({ q: words, perPage: MOST_SHOWN }, signal), {
    keepLast: true,
  });
  const items = key === null ? [] : (found.data?.items ?? []);
  return (
    <div class="offer-picker">
      <TextField
        label={m('why.search')}
        hint={m('why.searchHint')}
        value={typed}
        autoComplete="off"
        aria-controls={list}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="small muted" role="status">
        {key !== null &&
          found.data &&
          (found.data.total > 0 ? m('why.found', { n: found.data.total }) : m('why.none', { words }))}
      </p>
      <ul id={list} class="plain-list picks">
        {items.map((offer) => (
          <li key={offer.id}>
            <button type="button" class="pick" onClick={() => onPick(offer)}>
              <strong>{offer.serviceName}</strong>
              <span class="muted small">
                {offer.organizationName} · {offer.locationName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
