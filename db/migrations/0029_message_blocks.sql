CREATE TABLE "message_blocks" (
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"wanted" boolean NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now(),
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_id" uuid,
	"in_doubt" boolean DEFAULT false NOT NULL,
	"problem" text,
	"failed_at" timestamp with time zone,
	"blocked_at" timestamp with time zone,
	"blocked_by" uuid,
	CONSTRAINT "message_blocks_pk" PRIMARY KEY("workspace_id","channel_id","identity_id")
);
--> statement-breakpoint
ALTER TABLE "message_blocks" ADD CONSTRAINT "message_blocks_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_blocks" ADD CONSTRAINT "message_blocks_identity_fk" FOREIGN KEY ("workspace_id","identity_id") REFERENCES "public"."identities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_blocks" ADD CONSTRAINT "message_blocks_asker_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_blocks" ADD CONSTRAINT "message_blocks_blocker_fk" FOREIGN KEY ("workspace_id","blocked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_blocks_due" ON "message_blocks" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
SELECT porchlight_fence('message_blocks', 'select, insert, update');
--> statement-breakpoint
-- What the lane that carries blocks out needs to see across workspaces: where something is due.
CREATE POLICY across_workspaces ON message_blocks FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, channel_id, identity_id, due_at) ON message_blocks TO porchlight_system;
