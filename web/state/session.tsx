import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Role } from '../../core/accounts/role.ts';
import { type Account, loadSession, type Session, signIn, signOut } from '../api/session.ts';
import { forgetReplies } from './use-loaded.ts';

export interface SessionState {
  /** Null: nobody is signed in. Undefined: not known yet. */
  account: Account | null | undefined;
  signIn(email: string, password: string): Promise<Account | null>;
  signOut(): Promise<void>;
  /** Whether the account holds one of the roles. */
  has(...roles: Role[]): boolean;
}

const SessionContext = createContext<SessionState | null>(null);

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [account, setAccount] = useState<Account | null | undefined>(undefined);
  const enter = useCallback((session: Session) => {
    forgetReplies();
    setAccount(session.account);
    return session.account;
  }, []);
  useEffect(() => {
    loadSession().then(
      (session) => setAccount(session.account),
      () => setAccount(null),
    );
  }, []);
  const state = useMemo<SessionState>(
    () => ({
      account,
      signIn: async (email, password) => enter(await signIn(email, password)),
      signOut: async () => void enter(await signOut()),
      has: (...roles) => account?.grants.some((grant) => roles.includes(grant.role)) ?? false,
    }),
    [account, enter],
  );
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession outside SessionProvider');
  return state;
}
