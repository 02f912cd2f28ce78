import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import bike from 'lucide-static/icons/bike.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import bus from 'lucide-static/icons/bus.svg?raw';
import car from 'lucide-static/icons/car.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import circleHelp from 'lucide-static/icons/circle-question-mark.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import footprints from 'lucide-static/icons/footprints.svg?raw';
import graduationCap from 'lucide-static/icons/graduation-cap.svg?raw';
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw';
import heartPulse from 'lucide-static/icons/heart-pulse.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import locate from 'lucide-static/icons/locate.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import palette from 'lucide-static/icons/palette.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import school from 'lucide-static/icons/school.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import shoppingBasket from 'lucide-static/icons/shopping-basket.svg?raw';
import smile from 'lucide-static/icons/smile.svg?raw';
import trees from 'lucide-static/icons/trees.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import volleyball from 'lucide-static/icons/volleyball.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

/** Drawings of Lucide (lucide.dev, ISC licence), by the names that we use for them. */
const drawings = {
  'arrow-left': arrowLeft,
  ask: circleHelp,
  bike,
  'book-open': bookOpen,
  bus,
  car,
  check,
  'chevron-down': chevronDown,
  clock,
  download,
  'external-link': externalLink,
  'graduation-cap': graduationCap,
  'heart-handshake': heartHandshake,
  'heart-pulse': heartPulse,
  house,
  list,
  locate,
  mail,
  map,
  'map-pin': mapPin,
  palette,
  phone,
  printer,
  school,
  search,
  'shopping-basket': shoppingBasket,
  smile,
  alert: triangleAlert,
  trees,
  users,
  volleyball,
  walk: footprints,
  x,
} as const;
export type GlyphName = keyof typeof drawings;

/** The shapes inside the drawing's 24 × 24 box, as SVG source. */
export function glyphShapes(name: GlyphName): string {
  return drawings[name].replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '');
}

/** A small drawing beside words that say the same; never alone without a label on its control. */
export function Glyph({ name, size = 20 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      class="glyph"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      // The drawings come with the build; nothing of them comes from data.
      dangerouslySetInnerHTML={{ __html: glyphShapes(name) }}
    />
  );
}
