-- Two roles without login that own nothing. Every transaction takes one of them for its length:
--   porchlight_app     one workspace's rows, fenced by row-level security
--   porchlight_system  sign-in, raw webhook bodies, and the ids that sweeps need across workspaces
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'porchlight_app') THEN
    CREATE ROLE porchlight_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
    EXECUTE format('GRANT porchlight_app TO %I', current_user);
  ELSIF NOT pg_has_role(current_user, 'porchlight_app', 'member') THEN
    EXECUTE format('GRANT porchlight_app TO %I', current_user);
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'porchlight_system') THEN
    CREATE ROLE porchlight_system NOLOGIN NOSUPERUSER NOBYPASSRLS;
    EXECUTE format('GRANT porchlight_system TO %I', current_user);
  ELSIF NOT pg_has_role(current_user, 'porchlight_system', 'member') THEN
    EXECUTE format('GRANT porchlight_system TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO porchlight_app, porchlight_system;
--> statement-breakpoint
-- What every tenant table gets: forced row-level security and the one policy. Later migrations call it for their tables.
CREATE FUNCTION porchlight_fence(tenant_table regclass, privileges text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format(
    'CREATE POLICY own_workspace ON %s TO porchlight_app '
    'USING (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid) '
    'WITH CHECK (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)',
    tenant_table);
  EXECUTE format('GRANT %s ON %s TO porchlight_app', privileges, tenant_table);
END $$;
--> statement-breakpoint
SELECT porchlight_fence('event_counters', 'select, insert, update'),
       porchlight_fence('events', 'select, insert'),
       porchlight_fence('members', 'select, insert, update'),
       porchlight_fence('invitations', 'select, insert, update'),
       porchlight_fence('contacts', 'select, insert, update'),
       porchlight_fence('identities', 'select, insert, update'),
       porchlight_fence('channels', 'select, insert, update'),
       porchlight_fence('channel_credentials', 'select, insert, update, delete'),
       porchlight_fence('channel_budgets', 'select, insert, update'),
       porchlight_fence('connect_attempts', 'select, insert, update'),
       porchlight_fence('conversations', 'select, insert, update'),
       porchlight_fence('messages', 'select, insert, update'),
       porchlight_fence('deliveries', 'select, insert, update'),
       porchlight_fence('attempts', 'select, insert, update');
--> statement-breakpoint
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON workspaces TO porchlight_app
  USING (id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.workspace_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON workspaces TO porchlight_app;
--> statement-breakpoint
-- Across workspaces the system role sees columns, not contents: no message, no name of a customer, no token.
CREATE POLICY across_workspaces ON workspaces FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT ON workspaces TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON members FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT ON members TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON invitations FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT ON invitations TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON channels FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, network, external_id, status, last_proof_at, heal_due_at, heal_lease_until) ON channels TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON deliveries FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, message_id, conversation_id, channel_id, state, due_at, lease_until, not_before, created_at, updated_at) ON deliveries TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON connect_attempts FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, state_hash, member_id, network, expires_at, used_at) ON connect_attempts TO porchlight_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users, sessions TO porchlight_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle, worker_heartbeats, inbound_deliveries TO porchlight_system;
--> statement-breakpoint
-- A signed-in browser's secret, hashed, to who that is now: revoked, expired, idle, disabled or removed means no row.
CREATE FUNCTION porchlight_authenticate(hash text, idle interval)
RETURNS TABLE (session_id uuid, user_id uuid, workspace_id uuid, member_id uuid, name text, email text, roles text[], stale boolean)
LANGUAGE sql STABLE SET role = 'porchlight_system' AS $$
  SELECT s.id, u.id, m.workspace_id, m.id, m.name, u.email, m.roles, s.seen_at < now() - interval '1 minute'
  FROM sessions s
  JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
  LEFT JOIN members m ON m.workspace_id = s.workspace_id AND m.user_id = s.user_id AND m.removed_at IS NULL
  WHERE s.secret_hash = hash AND s.revoked_at IS NULL AND s.expires_at > now() AND s.seen_at > now() - idle
$$;
