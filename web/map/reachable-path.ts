import type { Layer } from 'leaflet';
import { Path } from 'leaflet/src/layer/vector/Path.js';

interface Reach {
  id: string;
  say(id: string): string;
  onHover(id: string | null): void;
  onSelect(id: string): void;
}

/** SVG shapes take part in the order of focus, say what they are, and can be pointed at and pressed. */
export function makeReachable(path: Layer, { id, say, onHover, onSelect }: Reach): void {
  path.on('mouseover', () => onHover(id));
  path.on('mouseout', () => onHover(null));
  path.on('click', () => onSelect(id));
  path.bindTooltip(() => say(id), { sticky: true, className: 'map-tip' });
  path.on('add', () => {
    const element = path instanceof Path ? path.getElement() : undefined;
    if (!element) return;
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', say(id));
    element.addEventListener('focus', () => onHover(id));
    element.addEventListener('blur', () => onHover(null));
    element.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      onSelect(id);
    });
  });
}
