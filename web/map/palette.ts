/**
 * Five classes of one ordered palette, from worst (dark) to best (light): ColorBrewer YlGnBu, which colour-blind
 * people tell apart and which stays ordered in grey (colorbrewer2.org, Apache 2.0).
 */
export const AREA_COLORS = ['#253494', '#2c7fb8', '#41b6c4', '#a1dab4', '#ffffcc'] as const;
