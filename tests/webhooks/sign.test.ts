import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { secretOf, signedHeaders } from '../../src/webhooks/sign.ts';

test('the example of the specification', () => {
  const headers = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330_000, '{"test": 2432232314}', [
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ]);
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('whatever is sent, the library of Standard Webhooks verifies it, with either of two secrets and with no other', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.json(), (id, body) => {
      const [present, former, other] = [0, 1, 2].map(() => secretOf(randomBytes(32)));
      const headers = signedHeaders(id, Date.now(), body, [present ?? '', former ?? '']);
      for (const secret of [present, former]) expect(new Webhook(secret ?? '').verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => new Webhook(other ?? '').verify(body, headers)).toThrow('No matching signature');
      expect(() => new Webhook(present ?? '').verify(`${body} `, headers)).toThrow('No matching signature');
    }),
  );
});
