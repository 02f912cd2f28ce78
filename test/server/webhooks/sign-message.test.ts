import { expect } from 'chai';
import { newSecret, signedHeaders } from '../../../server/webhooks/sign-message.ts';

describe('The signature of a message', () => {
  it('is the one that Standard Webhooks publishes for its example', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    };
    expect(signedHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).to.deep.equal({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('stands once for each secret, the new one first', () => {
    const message = { id: 'm', at: new Date(0), body: 'é' };
    const [old, fresh] = [newSecret(), newSecret()];
    const one = (secret: string) => signedHeaders(message, [secret])['webhook-signature'];
    expect(signedHeaders(message, [fresh, old])['webhook-signature']).to.equal(`${one(fresh)} ${one(old)}`);
    expect(Buffer.from(fresh.slice('whsec_'.length), 'base64')).to.have.length(32);
    expect(fresh).not.to.equal(old);
  });
});
