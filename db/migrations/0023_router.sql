ALTER TABLE "conversations" ADD COLUMN "untouched_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "conversations_untouched" ON "conversations" USING btree ("workspace_id","team_id","untouched_since") WHERE untouched_since is not null and status = 'open';--> statement-breakpoint
CREATE INDEX "teams_routed" ON "teams" USING btree ("workspace_id") WHERE strategy <> 'off' and archived_at is null;--> statement-breakpoint
GRANT UPDATE (last_assigned_at) ON team_members TO porchlight_app;
--> statement-breakpoint
-- The router's worker sees where work is given out and whether anything happened there, and no more.
CREATE POLICY across_workspaces ON teams FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, strategy, archived_at) ON teams TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON event_counters FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT ON event_counters TO porchlight_system;
