import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { compact } from '../../core/imports/compact.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { revokeLinks } from '../links/revoke-links.ts';
import { fromStored, model, toStored } from '../store/collection.ts';
import { Account } from './account.ts';
import { accountCollection } from './account-collection.ts';
import { endSessions } from './end-sessions.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { StoredFactor } from './second-factor-store.ts';

export interface AccountRecord extends Omit<Account, 'secondFactor'> {
  passwordHash: string;
  factor?: StoredFactor;
  /** A second factor that is being set up, until its first code has been right. */
  factorOffer?: Pick<StoredFactor, 'secret'>;
}

export type NewAccount = Pick<Account, 'email' | 'name' | 'language' | 'grants'> & {
  password: string;
  demo?: boolean;
};

/** What is absent stays as it is. */
export interface AccountChange {
  email?: string | undefined;
  name?: string | undefined;
  language?: Account['language'] | undefined;
  grants?: Account['grants'] | undefined;
  active?: boolean | undefined;
  password?: string | undefined;
}

export type AccountStore = ReturnType<typeof accountStore>;

/** Keeps accounts. Passwords go in, and only "right" or "wrong" comes out: the hash stays in here. */
export function accountStore(db: Connection, hash = hashPassword) {
  const accounts = model<AccountRecord>(db, accountCollection);

  async function find(id: string): Promise<Account | null> {
    return read(await accounts.findById(id).lean());
  }

  async function list(): Promise<Account[]> {
    const records = await accounts.find().sort({ email: 1 }).lean();
    return records.map(withoutHash);
  }

  async function create({ password, ...rest }: NewAccount): Promise<Account> {
    const account = Account.parse({ ...rest, id: randomUUID() });
    const { secondFactor, ...kept } = account;
    const record = { ...kept, passwordHash: await hash(password) };
    await refuseTaken(accounts.create(toStored<AccountRecord>(record)));
    return account;
  }

  /** A new password and switching off end the account's sessions at once, except that of whoever makes the change. */
  async function update(id: string, change: AccountChange, keepSession?: string): Promise<Account> {
    const { password, ...fields } = change;
    const passwordHash = password === undefined ? undefined : await hash(password);
    const set = compact({ ...fields, email: fields.email?.toLowerCase(), passwordHash });
    const changed = await refuseTaken(
      accounts.findOneAndUpdate({ _id: id }, { $set: set }, { returnDocument: 'after' }).lean(),
    );
    if (changed === null) throw notFound();
    if (change.active === false || password !== undefined) await revokeLinks(db, id);
    if (change.active === false) await endSessions(db, id);
    if (password !== undefined) await endSessions(db, id, keepSession);
    return withoutHash(changed);
  }

  /** The account with this address and password, or null: it is not said which of the two was wrong. */
  async function verify(email: string, password: string): Promise<Account | null> {
    const record = await accounts.findOne({ email: email.toLowerCase() }).lean();
    const right = await verifyPassword(record?.passwordHash, password);
    return right ? read(record) : null;
  }

  async function findByEmail(email: string): Promise<Account | null> {
    return read(await accounts.findOne({ email: email.toLowerCase() }).lean());
  }

  return { find, findByEmail, list, create, update, verify };
}

type StoredAccount = Parameters<typeof fromStored<AccountRecord>>[0];

function read(record: StoredAccount | null): Account | null {
  return record === null ? null : withoutHash(record);
}

/** Parsing drops whatever an account does not show, hash and secret first of all. */
function withoutHash(record: StoredAccount): Account {
  return Account.parse({ ...fromStored<AccountRecord>(record), secondFactor: record.factor !== undefined });
}

const DUPLICATE_KEY = 11_000;

async function refuseTaken<T>(write: PromiseLike<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY) {
      throw new AppError(409, 'email-taken', 'There is already an account with this e-mail address.');
    }
    throw error;
  }
}
