CREATE TABLE "emails" (
	"workspace_id" uuid NOT NULL,
	"notification_id" uuid NOT NULL,
	"times" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"letter_id" uuid,
	"lease_id" uuid,
	"tries" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"sent_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	CONSTRAINT "emails_pk" PRIMARY KEY("workspace_id","notification_id","times")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "metric" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "emails_due" ON "emails" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "emails_of_member" ON "emails" USING btree ("workspace_id","member_id") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "emails_failed" ON "emails" USING btree ("workspace_id","failed_at") WHERE failed_at is not null;--> statement-breakpoint
SELECT porchlight_fence('emails', 'select, insert, update, delete');
--> statement-breakpoint
-- What the lane that sends them needs to see across workspaces: for whom something is due.
CREATE POLICY across_workspaces ON emails FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, member_id, letter_id, due_at) ON emails TO porchlight_system;
