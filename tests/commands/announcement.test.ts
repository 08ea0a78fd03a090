import { expect, test } from 'vitest';
import { announcement } from '../../src/commands/announcement.ts';

const config = { host: '127.0.0.1', port: 3000, redisUrl: null, admin: { email: 'a@b.example', password: null } };
const started = { config, data: 'here', simulated: true, engines: [], admin: { email: 'a@b.example', token: 'secret' } };
const said = (changed: Partial<Parameters<typeof announcement>[0]>) => announcement({ ...started, ...changed }).join('\n');

test('a first start gives the address, what is made up, the way in, and that a key is the next step', () => {
  const text = said({});
  expect(text).toContain('ready at http://127.0.0.1:3000\n');
  expect(text).toMatch(/Simulated .*made up/);
  expect(text).toContain('/sign-in#secret makes you a@b.example');
  expect(text).toMatch(/Next .*enter a key/);
});

test('whoever has set a key is told which engines are asked, and not to set one', () => {
  const text = said({ engines: ['OpenAI', 'Claude'], simulated: false });
  expect(text).toMatch(/Engines +with a key: OpenAI, Claude/);
  expect(text).toMatch(/Next .*name your brand/);
  expect(text).not.toMatch(/enter a key|Simulated/);
});

test('a sign-in link is shown only where there is one, and an address of six groups can be clicked', () => {
  const admin = { email: 'a@b.example', token: null };
  const text = said({ admin, config: { ...config, host: '::', admin: { ...config.admin, password: 'long enough' } } });
  expect(text).toContain('http://[::]:3000');
  expect(text).toMatch(/Sign in +as a@b.example with WAYSEEN_ADMIN_PASSWORD/);
  expect(text).not.toContain('long enough');
});
