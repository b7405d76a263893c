CREATE TABLE "bulk_actions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"view" text NOT NULL,
	"query" text NOT NULL,
	"change" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"seen_seq" bigint NOT NULL,
	"total" integer NOT NULL,
	"stopped_because" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bulk_actions_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"workspace_id" uuid NOT NULL,
	"bulk_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb,
	"why" text,
	CONSTRAINT "bulk_items_pk" PRIMARY KEY("workspace_id","bulk_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_bulk_fk" FOREIGN KEY ("workspace_id","bulk_id") REFERENCES "public"."bulk_actions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_actions_under_way" ON "bulk_actions" USING btree ("workspace_id","id") WHERE state in ('running', 'undoing');--> statement-breakpoint
CREATE INDEX "bulk_actions_of_member" ON "bulk_actions" USING btree ("workspace_id","member_id","created_at");--> statement-breakpoint
CREATE INDEX "bulk_items_by_state" ON "bulk_items" USING btree ("workspace_id","bulk_id","state","conversation_id");--> statement-breakpoint
SELECT porchlight_fence('bulk_actions', 'select, insert, update, delete'),
       porchlight_fence('bulk_items', 'select, insert, update, delete');
--> statement-breakpoint
CREATE POLICY across_workspaces ON bulk_actions FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, member_id, state) ON bulk_actions TO porchlight_system;
