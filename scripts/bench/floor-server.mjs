// The least that can answer the list: Node, one pool, one prepared query, JSON. The floor of budgets 1 to 4.
import http from 'node:http';
import process from 'node:process';
import pg from 'pg';

const [databaseUrl, workspaceId, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

const list = {
  name: 'list',
  text: `select c.id, i.name, i.handle, i.network, c.channel_id, c.status, c.owner_id, c.version, c.preview,
      c.last_message_at, c.last_message_kind, c.waiting_since
    from conversations c
    join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
    where c.workspace_id = $1 and c.status = 'open'
    order by c.last_message_at desc, c.id desc limit 50`,
};
const thread = {
  name: 'thread',
  text: `select id, kind, author_id, body, attachments, at from messages
    where workspace_id = $1 and conversation_id = $2 order by at desc, tie desc, id desc limit 50`,
};

http
  .createServer(async (request, response) => {
    const conversationId = request.url?.slice(1);
    const { rows } = await (conversationId
      ? pool.query({ ...thread, values: [workspaceId, conversationId] })
      : pool.query({ ...list, values: [workspaceId] }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(rows));
  })
  .listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
