/**
 * Who a service's public history of changes names for what was changed here, and not by its source. Which person it was
 * stands in the log of changes (server/audit) and nowhere that everybody reads.
 */
export const CHANGED_HERE = 'Trellis';
