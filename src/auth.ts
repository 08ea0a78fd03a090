import type { Database } from './db/client.ts';
import { newId } from './db/new-id.ts';
import type { Secrets } from './secrets.ts';

/** Who is signed in, as better-auth keeps them. */
export type SignedIn = { id: string; email: string; name: string; cookies: string[] };

/** Sessions and passwords. `cookies` are Set-Cookie values, for the browser. */
export type Auth = {
  /** @returns null where e-mail and password do not go together */
  signIn: (email: string, password: string, headers: Headers) => Promise<string[] | null>;
  /** A token signs in once, within a day. */
  makeLink: (email: string) => Promise<string>;
  signInByLink: (token: string, headers: Headers) => Promise<string[] | null>;
  signedIn: (headers: Headers) => Promise<SignedIn | null>;
  signOut: (headers: Headers) => Promise<string[]>;
  checkPassword: (personId: string, password: string) => Promise<boolean>;
  hasPassword: (personId: string) => Promise<boolean>;
  /** Ends all sessions of the person. */
  setPassword: (personId: string, password: string) => Promise<void>;
};

const daySeconds = 86_400;

/** better-auth is opened with the first call: most commands never need it. */
export function createAuth(db: Database, secrets: Secrets): Auth {
  let opened: ReturnType<typeof open> | undefined;
  const auth = () => {
    opened ??= open(db, secrets);
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const account = (personId: string) => db.account.findFirst({ where: { userId: personId, providerId: 'credential' } });
  return {
    signIn: async (email, password, headers) => {
      const { api } = (await auth()).server;
      return cookiesOrNull(api.signInEmail({ body: { email, password }, headers, returnHeaders: true }));
    },
    makeLink: async (email) => {
      const { server, links } = await auth();
      await server.api.signInMagicLink({ body: { email }, headers: new Headers() });
      const token = links.get(email);
      links.delete(email);
      if (token === undefined) throw new Error('better-auth made no link.');
      return token;
    },
    signInByLink: async (token, headers) => {
      const { api } = (await auth()).server;
      return cookiesOrNull(api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }));
    },
    signedIn: async (headers) => {
      const { response, headers: set } = await (await auth()).server.api.getSession({ headers, returnHeaders: true });
      return response && { id: response.user.id, email: response.user.email, name: response.user.name, cookies: set.getSetCookie() };
    },
    signOut: async (headers) => (await (await auth()).server.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    hasPassword: async (personId) => Boolean((await account(personId))?.password),
    checkPassword: async (personId, password) => {
      const hash = (await account(personId))?.password;
      return hash ? (await (await auth()).server.$context).password.verify({ hash, password }) : false;
    },
    setPassword: async (personId, password) => {
      const hash = await (await (await auth()).server.$context).password.hash(password);
      const where = { userId_providerId: { userId: personId, providerId: 'credential' } };
      const create = { id: newId(), userId: personId, accountId: personId, providerId: 'credential', password: hash };
      await db.account.upsert({ where, create, update: { password: hash, updatedAt: new Date() } });
      await db.session.deleteMany({ where: { userId: personId } });
    },
  };
}

async function open(db: Database, secrets: Secrets) {
  const [{ betterAuth }, { prismaAdapter }, { magicLink }] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/prisma'),
    import('better-auth/plugins/magic-link'),
  ]);
  const links = new Map<string, string>();
  const server = betterAuth({
    database: prismaAdapter(db, { provider: 'postgresql' }),
    secret: await secrets.derive('sessions'),
    // Never reached by HTTP itself: the routes of the API call it.
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'person' },
    session: { expiresIn: 30 * daySeconds, updateAge: daySeconds },
    emailAndPassword: { enabled: true, minPasswordLength: 1, maxPasswordLength: 200 },
    advanced: { cookiePrefix: 'wayseen', database: { generateId: () => newId() }, useSecureCookies: false },
    plugins: [
      magicLink({
        expiresIn: daySeconds,
        storeToken: 'hashed',
        disableSignUp: true,
        sendMagicLink: ({ email, token }) => void links.set(email, token),
      }),
    ],
  });
  return { server, links };
}

/** A refusal is an answer; anything else is a defect. */
async function cookiesOrNull(answer: Promise<{ headers: Headers }>): Promise<string[] | null> {
  try {
    return (await answer).headers.getSetCookie();
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return null;
    throw error;
  }
}
