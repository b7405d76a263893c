import { createHmac } from 'node:crypto';
import { describeNetwork } from '../network.contract';
import { x } from '.';
import {
  besideMessages,
  brand,
  bytes,
  customer,
  directMessage,
  received,
  sent,
} from './deliveries.fixture';
import { appAt } from './stand-in.fixture';

describeNetwork('x', x, {
  app: appAt('http://127.0.0.1:1'),
  signed: (body, secret) => {
    const digest = createHmac('sha256', secret).update(body).digest('base64');
    return new Headers({ 'x-twitter-webhooks-signature': `sha256=${digest}` });
  },
  inbound: bytes(received(directMessage())),
  outbound: bytes(sent(directMessage({ from: brand, to: customer }))),
  channel: brand,
  person: customer,
  beside: Object.values(besideMessages).map(bytes),
});
