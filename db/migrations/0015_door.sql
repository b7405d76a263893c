CREATE TABLE "door_orders" (
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"door" text,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_id" uuid,
	"problem" text,
	"failed_at" timestamp with time zone,
	CONSTRAINT "door_orders_pk" PRIMARY KEY("workspace_id","channel_id")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "door_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "door_orders" ADD CONSTRAINT "door_orders_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_orders" ADD CONSTRAINT "door_orders_member_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_orders_due" ON "door_orders" USING btree ("due_at") WHERE failed_at is null;--> statement-breakpoint
CREATE INDEX "events_doors" ON "events" USING btree ("workspace_id","channel_id","seq") WHERE type = 'channel.door';--> statement-breakpoint
SELECT porchlight_fence('door_orders', 'select, insert, update, delete');
--> statement-breakpoint
-- What the lane that carries them out needs to see across workspaces: where something is due.
CREATE POLICY across_workspaces ON door_orders FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, channel_id, due_at, failed_at) ON door_orders TO porchlight_system;
