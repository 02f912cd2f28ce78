import type { ComponentChildren } from 'preact';
import { SessionContext, type SessionState } from '../state/session.tsx';

const nobody: SessionState = {
  account: null,
  session: undefined,
  enter: () => null,
  signIn: async () => null,
  signOut: async () => undefined,
  has: () => false,
};

/** Whoever reads this in the page of another site is a visitor, and the server is not asked whether they are more. */
export function NobodySignedIn({ children }: { children: ComponentChildren }) {
  return <SessionContext.Provider value={nobody}>{children}</SessionContext.Provider>;
}
