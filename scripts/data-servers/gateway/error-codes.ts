/** A MongoDB error code with its name. */
export type ErrorCode = readonly [code: number, name: string];

/** DocumentDB's own SQLSTATEs, and PostgreSQL's where MongoDB has a word for them. */
const BY_SQLSTATE: Readonly<Record<string, ErrorCode>> = {
  M0000: [1, 'InternalError'],
  M0001: [2, 'BadValue'],
  M0002: [5, 'GraphContainsCycle'],
  M0003: [9, 'FailedToParse'],
  M0004: [14, 'TypeMismatch'],
  M0005: [15, 'Overflow'],
  M0006: [20, 'IllegalOperation'],
  M0007: [23, 'AlreadyInitialized'],
  M0008: [26, 'NamespaceNotFound'],
  M0009: [27, 'IndexNotFound'],
  M000A: [28, 'PathNotViable'],
  M000C: [34, 'CannotBackfillArray'],
  M000D: [40, 'ConflictingUpdateOperators'],
  M000E: [43, 'CursorNotFound'],
  M000F: [48, 'NamespaceExists'],
  M00EX: [50, 'ExceededTimeLimit'],
  M000G: [52, 'DollarPrefixedFieldName'],
  M000I: [54, 'NotSingleValueField'],
  M000J: [56, 'EmptyFieldName'],
  M000K: [57, 'DottedFieldName'],
  M00EY: [59, 'CommandNotFound'],
  M000M: [66, 'ImmutableField'],
  M000N: [67, 'CannotCreateIndex'],
  M000O: [68, 'IndexAlreadyExists'],
  M000P: [72, 'InvalidOptions'],
  M000Q: [73, 'InvalidNamespace'],
  M000R: [85, 'IndexOptionsConflict'],
  M000S: [86, 'IndexKeySpecsConflict'],
  M00F0: [91, 'ShutdownInProgress'],
  M000T: [111, 'NotExactValueField'],
  M00F1: [112, 'WriteConflict'],
  M000U: [115, 'CommandNotSupported'],
  M00F2: [117, 'ConflictingOperationInProgress'],
  M00CO: [121, 'DocumentFailedValidation'],
  M00EL: [143, 'CursorInUse'],
  M000W: [146, 'ExceededMemoryLimit'],
  M000Z: [166, 'CommandNotSupportedOnView'],
  M0011: [181, 'AmbiguousIndexKeyPattern'],
  M0012: [197, 'InvalidIndexSpecificationOption'],
  M00F4: [201, 'CannotBuildIndexKeys'],
  M0013: [224, 'QueryFeatureNotAllowed'],
  M00F5: [225, 'TransactionTooOld'],
  M0015: [241, 'ConversionFailure'],
  M00F6: [251, 'NoSuchTransaction'],
  M00F7: [256, 'TransactionCommitted'],
  M0016: [263, 'OperationNotSupportedInTransaction'],
  M0017: [276, 'IndexBuildAborted'],
  M0018: [291, 'UnableToFindIndex'],
  M001B: [10334, 'BsonObjectTooLarge'],
  M001C: [11000, 'DuplicateKey'],
  M001D: [12587, 'BackgroundOperationInProgressForNamespace'],
  M00E8: [10107, 'NotWritablePrimary'],
  53100: [14031, 'OutOfDiskSpace'],
  M003A: [17419, 'DocumentAfterUpdateLargerThanMaxSize'],
  M007T: [40323, 'Location40323'],
  M007U: [40324, 'UnrecognizedCommand'],
  M0088: [40415, 'UnknownBsonField'],
  M00AH: [4031700, 'IntermediateResultTooLarge'],
  M00EW: [24, 'LockTimeout'],
  // PostgreSQL's own.
  23505: [11000, 'DuplicateKey'],
  '23P01': [11000, 'DuplicateKey'],
  40001: [112, 'WriteConflict'],
  '40P01': [112, 'WriteConflict'],
  '55P03': [24, 'LockTimeout'],
  57014: [50, 'MaxTimeMSExpired'],
  '42P01': [26, 'NamespaceNotFound'],
  '0A000': [115, 'CommandNotSupported'],
  '22P02': [2, 'BadValue'],
  22023: [2, 'BadValue'],
  // A name with a zero byte in it.
  22021: [73, 'InvalidNamespace'],
  42501: [13, 'Unauthorized'],
  '57P01': [91, 'ShutdownInProgress'],
  '57P02': [91, 'ShutdownInProgress'],
  '57P03': [91, 'ShutdownInProgress'],
};

const BY_NAME: ReadonlyMap<string, ErrorCode> = new Map(
  [...Object.values(BY_SQLSTATE), [6, 'HostUnreachable'] as const, [9, 'FailedToParse'] as const].map(
    (entry) => [entry[1], entry],
  ),
);

/** The MongoDB code of an SQLSTATE; 1, InternalError, for those that have none. */
export function codeOfSqlState(sqlState: string): ErrorCode {
  return BY_SQLSTATE[sqlState] ?? documentDbRange(sqlState) ?? [1, 'InternalError'];
}

/** The code of an error by its name. */
export function codeOfName(name: string): ErrorCode {
  return BY_NAME.get(name) ?? [1, 'InternalError'];
}

/**
 * Unpacks PostgreSQL's integer form of an SQLSTATE (MAKE_SQLSTATE: five characters of six bits, the first in the lowest
 * bits). Inside write results the engine gives its codes so.
 */
export function unpackSqlState(packed: number): string {
  return Array.from({ length: 5 }, (_, i) => String.fromCharCode(((packed >> (6 * i)) & 0x3f) + 48)).join('');
}

/** The engine's numbered errors without a name live between the SQLSTATEs 0000Y and 000PY. */
function documentDbRange(sqlState: string): ErrorCode | undefined {
  const packed = packSqlState(sqlState);
  const first = packSqlState('0000Y');
  if (packed < first || packed >= packSqlState('000PY')) return undefined;
  return [packed - first, `Location${packed - first}`];
}

function packSqlState(sqlState: string): number {
  return [...sqlState].reduce((sum, char, i) => sum + (((char.charCodeAt(0) - 48) & 0x3f) << (6 * i)), 0);
}
