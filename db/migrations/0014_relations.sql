CREATE TABLE "relation_checks" (
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_id" uuid,
	"problem" text,
	CONSTRAINT "relation_checks_pk" PRIMARY KEY("workspace_id","channel_id","identity_id")
);
--> statement-breakpoint
CREATE TABLE "relation_facts" (
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" boolean NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "relation_facts_pk" PRIMARY KEY("workspace_id","channel_id","identity_id","name")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "door" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "door_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "verified" boolean;--> statement-breakpoint
ALTER TABLE "relation_checks" ADD CONSTRAINT "relation_checks_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation_checks" ADD CONSTRAINT "relation_checks_identity_fk" FOREIGN KEY ("workspace_id","identity_id") REFERENCES "public"."identities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation_facts" ADD CONSTRAINT "relation_facts_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation_facts" ADD CONSTRAINT "relation_facts_identity_fk" FOREIGN KEY ("workspace_id","identity_id") REFERENCES "public"."identities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relation_checks_due" ON "relation_checks" USING btree ("due_at") WHERE tries < 8;
--> statement-breakpoint
SELECT porchlight_fence('relation_facts', 'select, insert, update'),
       porchlight_fence('relation_checks', 'select, insert, update, delete');
--> statement-breakpoint
-- What the lane that asks the network needs to see across workspaces: where something is due.
CREATE POLICY across_workspaces ON relation_checks FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, channel_id, identity_id, due_at, tries) ON relation_checks TO porchlight_system;
