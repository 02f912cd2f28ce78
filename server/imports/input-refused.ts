/** Why an input as a whole is not read. */
export type RefusalCode =
  | 'not-found'
  | 'empty'
  | 'too-large'
  | 'too-many-files'
  | 'unsafe-path'
  | 'symbolic-link'
  | 'encrypted'
  | 'nested-archive'
  | 'compressed-too-much'
  | 'broken-archive'
  | 'unsupported'
  | 'nothing-known'
  | 'no-district'
  | 'broken-file'
  | 'bad-manifest';

/** The input is refused before anything of it reaches the directory. The message is for people. */
export class InputRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'InputRefused';
    this.code = code;
  }
}
