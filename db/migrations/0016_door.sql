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
CREATE TABLE "conversation_origins" (
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"episode" integer NOT NULL,
	"link_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_origins_pk" PRIMARY KEY("workspace_id","conversation_id","episode")
);
--> statement-breakpoint
CREATE TABLE "message_links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"reference" text NOT NULL,
	"first_words" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	"clicks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "message_links_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "message_links_reference" UNIQUE("reference")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "door_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "door_orders" ADD CONSTRAINT "door_orders_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_orders" ADD CONSTRAINT "door_orders_member_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_origins" ADD CONSTRAINT "conversation_origins_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_origins" ADD CONSTRAINT "conversation_origins_link_fk" FOREIGN KEY ("workspace_id","link_id") REFERENCES "public"."message_links"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_links" ADD CONSTRAINT "message_links_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_links" ADD CONSTRAINT "message_links_member_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_orders_due" ON "door_orders" USING btree ("due_at") WHERE failed_at is null;--> statement-breakpoint
CREATE INDEX "conversation_origins_of_link" ON "conversation_origins" USING btree ("workspace_id","link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_links_name" ON "message_links" USING btree ("workspace_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "events_doors" ON "events" USING btree ("workspace_id","channel_id","seq") WHERE type = 'channel.door';--> statement-breakpoint
SELECT porchlight_fence('door_orders', 'select, insert, update, delete'),
       porchlight_fence('message_links', 'select, insert, update'),
       porchlight_fence('conversation_origins', 'select, insert');
--> statement-breakpoint
-- What the lane that carries orders out needs to see across workspaces: where something is due.
CREATE POLICY across_workspaces ON door_orders FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, channel_id, due_at, failed_at) ON door_orders TO porchlight_system;
--> statement-breakpoint
-- Whoever follows a link comes from outside: which workspace it belongs to, its reference says.
CREATE POLICY across_workspaces ON message_links FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, reference) ON message_links TO porchlight_system;
