import { randomInt } from 'node:crypto';

export type Customer = { id: string; name: string; username: string; accountId: string };

type NetworkMessage = { id: string; fromId: string; toId: string; text: string; mediaId?: string };

type Faults = {
  send?: Record<string, unknown>[] | null;
  lookup?: Record<string, unknown>[] | null;
  media?: Record<string, unknown> | null;
  webhook?: Record<string, unknown> | null;
};

const names = ['Ines Duarte', 'Oskar Lind', 'Maya Solberg', 'Theo Marchetti', 'Noor Haddad'];

/** The network as a customer and its own staff see it: through the sandbox's switchboard. */
export class SandboxNetwork {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Somebody nobody knows, who has not written yet. */
  async newCustomer(name?: string, of = 'saltedcaramel'): Promise<Customer> {
    const number = randomInt(1e9, 9e9).toString(36);
    const person = {
      username: `guest_${number}`,
      name: `${name ?? names[randomInt(names.length)]} ${number.slice(-3)}`,
      door: 'everyone',
    };
    const { id } = await this.ask<{ id: string }>('POST', '/sandbox/people', person);
    return { ...person, id, accountId: await this.accountId(of) };
  }

  /** The id of a brand account. */
  async accountId(handle: string): Promise<string> {
    const { people } = await this.ask<{ people: { id: string; username: string }[] }>(
      'GET',
      '/sandbox/people?brand=true',
    );
    const account = people.find(({ username }) => username === handle);
    if (!account) throw new Error(`The sandbox has no @${handle}.`);
    return account.id;
  }

  /** Where the customer sees the brand's profile, on the network's own page. */
  profileFor({ id, accountId }: Customer): string {
    return `${this.url}/?person=${id}&account=${accountId}&pane=people`;
  }

  /** Somebody sets the account's door in the network's own app. */
  async setDoorByHand(accountId: string, door: string): Promise<void> {
    await this.ask('PATCH', `/sandbox/people/${accountId}`, { door });
  }

  /** The customer writes to the brand. */
  async write(from: Customer, text: string): Promise<void> {
    await this.ask('POST', '/sandbox/messages', { from: from.id, to: from.accountId, text });
  }

  /** The customer sends a picture, a GIF or a video. */
  async sendFile(from: Customer, bytes: Buffer, type: string, text = ''): Promise<void> {
    const posted = await fetch(`${this.url}/sandbox/media?owner=${from.id}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(bytes),
    });
    const { id }: { id: string } = await posted.json();
    const message = { from: from.id, to: from.accountId, text, media: id };
    await this.ask('POST', '/sandbox/messages', message);
  }

  /** The files that the customer has got from the brand, as often as they got them. */
  async receivedFiles(by: Customer): Promise<Buffer[]> {
    const messages = await this.thread(by);
    const ids = messages.flatMap(({ fromId, mediaId }) =>
      fromId === by.accountId && mediaId ? [mediaId] : [],
    );
    return await Promise.all(
      ids.map(async (id) => {
        const answer = await fetch(`${this.url}/sandbox/media/${id}`);
        return Buffer.from(await answer.arrayBuffer());
      }),
    );
  }

  /** Somebody writes from the brand's account by hand, outside Porchlight. */
  async writeByHand(to: Customer, text: string): Promise<void> {
    await this.ask('POST', '/sandbox/messages', { from: to.accountId, to: to.id, text });
  }

  /** What the customer has got from the brand, as often as they got it. */
  async received(by: Customer): Promise<string[]> {
    const messages = await this.thread(by);
    return messages.filter(({ fromId }) => fromId === by.accountId).map(({ text }) => text);
  }

  private async thread(by: Customer): Promise<NetworkMessage[]> {
    const path = `/sandbox/threads/${by.accountId}/${by.id}`;
    return (await this.ask<{ messages: NetworkMessage[] }>('GET', path)).messages;
  }

  /** The customer follows the brand, or ends it. */
  async follow(by: Customer, follows = true): Promise<void> {
    const path = follows ? '/sandbox/follow' : '/sandbox/unfollow';
    await this.ask('POST', path, { from: by.id, to: by.accountId });
  }

  /** Somebody at the brand blocks the customer in the network's own app, or ends it. */
  async blockByHand(whom: Customer, blocked = true): Promise<void> {
    const path = blocked ? '/sandbox/block' : '/sandbox/unblock';
    await this.ask('POST', path, { from: whom.accountId, to: whom.id });
  }

  /** The customer, or with `byBrand` somebody at the brand by hand, says something in public. Answers its id. */
  async post(
    who: Customer,
    text: string,
    { byBrand = false, ...more }: { byBrand?: boolean; inReplyTo?: string; quotes?: string } = {},
  ): Promise<string> {
    const from = byBrand ? who.accountId : who.id;
    const { id } = await this.ask<{ id: string }>('POST', '/sandbox/posts', {
      from,
      text,
      ...more,
    });
    return id;
  }

  async deletePost(id: string): Promise<void> {
    await this.ask('DELETE', `/sandbox/posts/${id}`);
  }

  /** What the brand said in public to this post, as often as it stands there. */
  async answersTo(by: Customer, postId: string): Promise<string[]> {
    const path = `/sandbox/posts?person=${by.accountId}`;
    const { posts } = await this.ask<{ posts: { text: string; replyToId?: string }[] }>(
      'GET',
      path,
    );
    return posts.filter(({ replyToId }) => replyToId === postId).map(({ text }) => text);
  }

  async changeCustomer(who: Customer, changes: Record<string, unknown>): Promise<void> {
    await this.ask('PATCH', `/sandbox/people/${who.id}`, changes);
  }

  async setFaults(faults: Faults): Promise<void> {
    await this.ask('PUT', '/sandbox/faults', faults);
  }

  async endFaults(): Promise<void> {
    await this.ask('DELETE', '/sandbox/faults');
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const answer: T = await response.json();
    return answer;
  }
}
