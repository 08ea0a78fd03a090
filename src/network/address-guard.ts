import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { AppError } from '../errors.ts';

/**
 * Keeps requests to addresses that others gave us out of the networks that only we can reach. What is let through comes
 * with the addresses to connect to: whoever resolved the name again could be led elsewhere.
 */
export type AddressGuard = {
  /** Resolves the name. @throws {AppError} `address_refused`, or `address_unknown` where the name leads nowhere */
  check: (address: string) => Promise<CheckedAddress>;
};
export type CheckedAddress = { url: URL; addresses: Address[] };
export type Address = { address: string; family: number };
export type Resolve = (name: string) => Promise<Address[]>;

/** @param allowed networks that are let through all the same, such as `127.0.0.0/8`; http is spoken there only */
export function createAddressGuard(allowed: readonly string[], resolve: Resolve = resolveName): AddressGuard {
  const named = new BlockList();
  for (const network of allowed) addNetwork(named, network);
  return {
    check: async (text) => {
      const url = readAddress(text);
      const open = url.protocol === 'http:';
      if (open && allowed.length === 0) throw refusal(notEncrypted);
      const name = url.hostname.replace(/^\[|\]$/g, '');
      const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await lookUp(name, resolve);
      const inNamed = found.filter((one) => holds(named, one));
      const refused = found.find((one) => !holds(named, one) && !isPublic(one));
      // One address of a name that leads into a private network condemns it, unless the name belongs to a network that was named.
      if (refused && inNamed.length === 0) throw refusal(`${url.host} leads to ${refused.address}, which is not a public address`);
      if (open && inNamed.length === 0 && found.length > 0) throw refusal(notEncrypted);
      const addresses = refused || open ? inNamed : found;
      if (addresses.length === 0) throw new AppError('address_unknown', `No address is known for ${name}.`);
      return { url, addresses };
    },
  };
}

/** A name of private networks that is unknown here is refused: where it is known, it leads into them. */
async function lookUp(name: string, resolve: Resolve): Promise<Address[]> {
  try {
    return await resolve(name);
  } catch (error) {
    if (isPrivateName(name)) throw refusal(`${name} is a name of private networks`);
    throw error;
  }
}

/** Names without a dot, and those that are set apart for private networks (RFC 6761, 6762, 8375, and ICANN's `internal`). */
const isPrivateName = (name: string): boolean =>
  /(?:^[^.]+|\.(?:localhost|local|internal|home\.arpa|intranet|lan|corp|home))\.?$/.test(name);

/** Whether the text names a network, such as `10.0.0.0/8`, or one address. */
export function isNetwork(text: string): boolean {
  try {
    addNetwork(new BlockList(), text);
    return true;
  } catch {
    return false;
  }
}

function addNetwork(list: BlockList, network: string): void {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(network) ?? [];
  const family = isIP(address);
  if (family === 0) throw new AppError('network_unusable', `${network} is not a network.`);
  list.addSubnet(address, length === undefined ? (family === 4 ? 32 : 128) : Number(length), family === 4 ? 'ipv4' : 'ipv6');
}

function readAddress(text: string): URL {
  if (text.length > 2000 || !URL.canParse(text)) throw refusal('it must be a whole address, such as https://example.com/hook');
  // Reading it also turns decimal, octal and hexadecimal forms of an IPv4 address into the usual one.
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusal('it must begin with https://');
  if (url.username !== '' || url.password !== '') throw refusal('it must not hold a user or a password');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!isWebPort(port)) throw refusal(`port ${port} is not one of web servers`);
  url.hash = '';
  return url;
}

const notEncrypted = 'http is not encrypted; use https';
const refusal = (reason: string) => new AppError('address_refused', `The address is not allowed: ${reason}.`);

/** Above 1023 all but those of databases and of the Fetch standard's "bad ports". */
const isWebPort = (port: number) => port === 80 || port === 443 || (port >= 1024 && !otherServices.has(port));
const otherServices = new Set([
  1433, 1521, 1719, 1720, 1723, 2049, 2375, 2379, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900, 6000, 6379, 6566, 6665, 6666, 6667,
  6668, 6669, 6679, 6697, 9042, 9200, 9300, 10080, 11211, 27017,
]);

async function resolveName(name: string): Promise<Address[]> {
  try {
    return await lookup(name, { all: true });
  } catch (error) {
    throw new AppError('address_unknown', `The name ${name} cannot be resolved.`, { cause: error });
  }
}

const holds = (list: BlockList, { address, family }: Address) =>
  list.check(address.split('%', 1)[0] ?? address, family === 6 ? 'ipv6' : 'ipv4');

const isPublic = (one: Address) => (one.family === 6 ? holds(global6, one) && !holds(special6, one) : !holds(special4, one));

/** IANA's registries of special-purpose addresses (RFC 6890); Azure's host, a public address, answers virtual machines only. */
const special4 = listOf(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
);
/** Of IPv6 only what is given out as global unicast: no mapped or translated IPv4, loopback, link-local, unique local, multicast. */
const global6 = listOf('2000::/3');
const special6 = listOf('2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20');

function listOf(...networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) addNetwork(list, network);
  return list;
}
