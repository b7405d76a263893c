CREATE TABLE "work_counts" (
	"name" text PRIMARY KEY NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "heal_walk" jsonb;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "heal_problem" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "subscribed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "inbound_deliveries" ADD COLUMN "concerns" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_credentials" ADD CONSTRAINT "channel_credentials_sealed" CHECK ("channel_credentials"."access_token" like 'eyJ%' and coalesce("channel_credentials"."refresh_token", 'eyJ') like 'eyJ%');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON work_counts TO porchlight_system;
--> statement-breakpoint
ALTER TABLE inbound_deliveries ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY across_workspaces ON inbound_deliveries TO porchlight_system USING (true) WITH CHECK (true);
--> statement-breakpoint
-- A workspace sees that a quarantined body concerns it, and may have it read again; never the body itself.
CREATE POLICY concerned_workspace ON inbound_deliveries TO porchlight_app
  USING (nullif(current_setting('app.workspace_id', true), '')::uuid = ANY (concerns))
  WITH CHECK (nullif(current_setting('app.workspace_id', true), '')::uuid = ANY (concerns));
--> statement-breakpoint
GRANT SELECT (id, network, received_at, state, tries, problem, concerns), UPDATE (state, tries, due_at) ON inbound_deliveries TO porchlight_app;
--> statement-breakpoint
-- One round trip from a verified body to a committed row: false when the network told us this before.
-- It does not notify: commits that do are let through one by one, which halves what can be taken in.
CREATE FUNCTION porchlight_accept_inbound(delivery uuid, from_network text, key text, raw bytea) RETURNS boolean
LANGUAGE plpgsql SET role = 'porchlight_system' AS $$
BEGIN
  INSERT INTO inbound_deliveries (id, network, dedupe_key, body) VALUES (delivery, from_network, key, raw)
  ON CONFLICT (network, dedupe_key) DO NOTHING;
  RETURN FOUND;
END $$;
