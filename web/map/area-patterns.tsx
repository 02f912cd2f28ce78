/** The hatch for "no data" and the dots for "hidden: fewer than 10", for the map and its legend alike. */
export function AreaPatterns() {
  return (
    <svg class="area-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="area-no-data"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="7" height="7" class="area-pattern-ground" />
          <rect width="2" height="7" class="area-pattern-mark" />
        </pattern>
        <pattern id="area-hidden" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" class="area-pattern-ground" />
          <circle cx="4" cy="4" r="1.6" class="area-pattern-mark" />
        </pattern>
      </defs>
    </svg>
  );
}
