CREATE TABLE "file_chunks" (
	"workspace_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_pk" PRIMARY KEY("workspace_id","file_id","no")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"uploaded_by" uuid,
	"kind" text NOT NULL,
	"mime_type" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "media_fetches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"url" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"problem" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now(),
	"lease_until" timestamp with time zone,
	"lease_id" uuid,
	CONSTRAINT "media_fetches_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "media_fetches_attachment" UNIQUE("workspace_id","message_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "labels_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"conversation_id" uuid,
	"message_id" uuid,
	"channel_id" uuid,
	"actor_member_id" uuid,
	"times" integer DEFAULT 1 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"workspace_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_members_pk" PRIMARY KEY("workspace_id","team_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "teams_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversation_reads" (
	"workspace_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"read_up_to" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_reads_pk" PRIMARY KEY("workspace_id","member_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"body" text NOT NULL,
	"file_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"mention_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"revision" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_pk" PRIMARY KEY("workspace_id","conversation_id","member_id","mode")
);
--> statement-breakpoint
CREATE TABLE "note_mentions" (
	"workspace_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	CONSTRAINT "note_mentions_pk" PRIMARY KEY("workspace_id","member_id","conversation_id","message_id")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "presence" (
	"workspace_id" uuid NOT NULL,
	"tab" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"doing" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "presence_pk" PRIMARY KEY("workspace_id","tab")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid,
	"created_by" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"sort" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "silent_after_minutes" integer;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "silence_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "silent_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "status_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_by" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "priority" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "label_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "has_attachment" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "mention_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_file_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_fetches" ADD CONSTRAINT "media_fetches_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_fk" FOREIGN KEY ("workspace_id","team_id") REFERENCES "public"."teams"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_reads" ADD CONSTRAINT "conversation_reads_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_creator_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_unsent" ON "files" USING btree ("created_at") WHERE message_id is null;--> statement-breakpoint
CREATE INDEX "files_of_message" ON "files" USING btree ("workspace_id","message_id");--> statement-breakpoint
CREATE INDEX "media_fetches_due" ON "media_fetches" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name" ON "labels" USING btree ("workspace_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "notifications_of_member" ON "notifications" USING btree ("workspace_id","member_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("workspace_id","member_id","conversation_id","kind") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "team_members_of_member" ON "team_members" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("workspace_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "drafts_of_member" ON "drafts" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE INDEX "saved_views_of_owner" ON "saved_views" USING btree ("workspace_id","owner_id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_team_fk" FOREIGN KEY ("workspace_id","team_id") REFERENCES "public"."teams"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_by_team" ON "conversations" USING btree ("workspace_id","team_id","status","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_by_channel" ON "conversations" USING btree ("workspace_id","channel_id","status","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "conversations_labels" ON "conversations" USING gin ("label_ids");--> statement-breakpoint
CREATE INDEX "conversations_wake" ON "conversations" USING btree ("snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "deliveries_in_trouble" ON "deliveries" USING btree ("workspace_id","conversation_id") WHERE state in ('failed','needs_review');--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_snooze" CHECK (("conversations"."status" = 'snoozed') = ("conversations"."snoozed_until" is not null));--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_priority" CHECK ("conversations"."priority" between 0 and 3);
--> statement-breakpoint
UPDATE conversations SET status_at = coalesce(resolved_at, last_message_at);
--> statement-breakpoint
SELECT porchlight_fence('teams', 'select, insert, update'),
       porchlight_fence('team_members', 'select, insert, delete'),
       porchlight_fence('labels', 'select, insert, update'),
       porchlight_fence('conversation_reads', 'select, insert, update'),
       porchlight_fence('note_mentions', 'select, insert'),
       porchlight_fence('drafts', 'select, insert, update, delete'),
       porchlight_fence('presence', 'select, insert, update, delete'),
       porchlight_fence('files', 'select, insert, update, delete'),
       porchlight_fence('file_chunks', 'select, insert, delete'),
       porchlight_fence('media_fetches', 'select, insert, update'),
       porchlight_fence('saved_views', 'select, insert, update, delete'),
       porchlight_fence('notifications', 'select, insert, update');
--> statement-breakpoint
-- What sweeps need to see across workspaces: where something is due, never what it says.
CREATE POLICY across_workspaces ON conversations FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, status, snoozed_until) ON conversations TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON media_fetches FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, channel_id, state, due_at, lease_until) ON media_fetches TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON files FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, message_id, created_at) ON files TO porchlight_system;
--> statement-breakpoint
GRANT SELECT (silence_due_at) ON channels TO porchlight_system;
