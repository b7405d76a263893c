import { z } from 'zod';
import { deletionOf, namedIn } from '../api/post-object';
import type { Post } from '../core/entities';
import type { Route } from '../http/route';
import type { Operate, Operation } from './operation';
import { ControlError, done, inputOf, made, personFor } from './operation';

const id = z.string().regex(/^\d{1,19}$/);
const posting = z.strictObject({
  from: id,
  text: z.string().min(1).max(1000),
  inReplyTo: id.optional(),
  quotes: id.optional(),
  id: id.optional(),
});

export const postRoutes: Route<Operate>[] = [
  { method: 'GET', path: '/sandbox/posts', target: list },
  { method: 'POST', path: '/sandbox/posts', target: create },
  { method: 'DELETE', path: '/sandbox/posts/{id}', target: remove },
];

/** What two accounts said in public that concerns both, or all of one's posts; newest first. */
function list({ sandbox, query }: Operation) {
  const { world } = sandbox;
  const person = query.get('person');
  const account = query.get('account');
  const concerns = (post: Post, other: string) =>
    namedIn(world, post).some((each) => each.id === other) ||
    [post.replyToId, post.quotesId].some((each) => world.posts.get(each ?? '')?.authorId === other);
  const posts = [...world.posts.values()]
    .filter((post) => {
      if (!person) return true;
      if (!account) return post.authorId === person;
      const [here, there] = post.authorId === person ? [person, account] : [account, person];
      return post.authorId === here && concerns(post, there);
    })
    .reverse()
    .slice(0, 200);
  return done({ posts });
}

function create(operation: Operation) {
  const { sandbox } = operation;
  const asked = inputOf(operation, posting);
  const author = personFor(operation, asked.from);
  for (const each of [asked.inReplyTo, asked.quotes]) {
    if (each && !sandbox.world.posts.has(each))
      throw new ControlError(404, `There is no post ${each}.`);
  }
  if (asked.id && sandbox.world.posts.has(asked.id))
    throw new ControlError(409, `The post ${asked.id} exists.`);
  const post: Post = {
    id: asked.id ?? sandbox.nextId(),
    authorId: author.id,
    text: asked.text,
    at: new Date(sandbox.now()).toISOString(),
    ...(asked.inReplyTo ? { replyToId: asked.inReplyTo } : {}),
    ...(asked.quotes ? { quotesId: asked.quotes } : {}),
  };
  sandbox.record({ kind: 'post.created', post });
  return made(post);
}

function remove({ sandbox, params }: Operation) {
  const post = sandbox.world.posts.get(params['id'] ?? '');
  if (!post) throw new ControlError(404, 'There is no such post.');
  sandbox.record(deletionOf(sandbox.world, post));
  return done();
}
