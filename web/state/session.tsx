import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Role } from '../../core/accounts/role.ts';
import { type Account, loadSession, type Session, signIn, signOut } from '../api/session.ts';
import { forgetReplies } from './use-loaded.ts';

export interface SessionState {
  /** Null: nobody is signed in. Undefined: not known yet. */
  account: Account | null | undefined;
  /** What the server last said of it. */
  session: Session | undefined;
  /** Takes up what the server says of the session after a change. */
  enter(session: Session): Account | null;
  signIn(email: string, password: string): Promise<Account | null>;
  signOut(): Promise<void>;
  /** Whether the account holds one of the roles. */
  has(...roles: Role[]): boolean;
}

export const SessionContext = createContext<SessionState | null>(null);

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [session, setSession] = useState<Session>();
  const account = session?.account;
  const enter = useCallback((next: Session) => {
    forgetReplies();
    setSession(next);
    return next.account;
  }, []);
  useEffect(() => {
    loadSession().then(setSession, () => setSession({ csrfToken: '', account: null }));
  }, []);
  const state = useMemo<SessionState>(
    () => ({
      account,
      session,
      enter,
      signIn: async (email, password) => enter(await signIn(email, password)),
      signOut: async () => void enter(await signOut()),
      has: (...roles) => account?.grants.some((grant) => roles.includes(grant.role)) ?? false,
    }),
    [session, enter],
  );
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession outside SessionProvider');
  return state;
}
