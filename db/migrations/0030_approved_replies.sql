CREATE TABLE "approved_replies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"folder" text DEFAULT '' NOT NULL,
	"purpose" text NOT NULL,
	"risk" text NOT NULL,
	"channel_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"source_language" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "approved_replies_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approved_replies_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "reply_approvals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"file_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"wish" text,
	"late_use_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"words_only" boolean DEFAULT false NOT NULL,
	"client_key" uuid NOT NULL,
	"seen_seq" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"comment" text DEFAULT '' NOT NULL,
	"message_id" uuid,
	CONSTRAINT "reply_approvals_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reply_approvals_client_key" UNIQUE("workspace_id","author_id","client_key"),
	CONSTRAINT "reply_approvals_not_own" CHECK (state <> 'approved' or decided_by <> author_id)
);
--> statement-breakpoint
CREATE TABLE "reply_comments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"body" text NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	CONSTRAINT "reply_comments_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reply_reviews" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"body_hash" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_reviews_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reply_reviews_once" UNIQUE("workspace_id","version_id","member_id","body_hash"),
	CONSTRAINT "reply_reviews_not_own" CHECK (member_id <> author_id)
);
--> statement-breakpoint
CREATE TABLE "reply_uses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text DEFAULT 'inserted' NOT NULL,
	"segments" jsonb NOT NULL,
	"file_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"inserted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	"approval_id" uuid,
	"message_id" uuid,
	"sent_at" timestamp with time zone,
	"edited" integer,
	CONSTRAINT "reply_uses_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reply_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"language" text NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"allowance" text DEFAULT 'locked' NOT NULL,
	"risk" text NOT NULL,
	"media" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"actions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"valid_from" timestamp with time zone,
	"valid_until" timestamp with time zone,
	"review_by" timestamp with time zone,
	"source_version_id" uuid,
	"author_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"body_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"scheduled" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	"due_at" timestamp with time zone,
	"reminded_for" text,
	CONSTRAINT "reply_versions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reply_versions_number" UNIQUE("workspace_id","reply_id","language","number"),
	CONSTRAINT "reply_versions_author" UNIQUE("workspace_id","id","author_id"),
	CONSTRAINT "reply_versions_hash" CHECK ((state = 'draft') = (body_hash is null)),
	CONSTRAINT "reply_versions_window" CHECK (valid_from is null or valid_until is null or valid_from < valid_until),
	CONSTRAINT "reply_versions_scheduled" CHECK (not scheduled or (state = 'approved' and valid_from is not null))
);
--> statement-breakpoint
DROP INDEX "files_unsent";--> statement-breakpoint
ALTER TABLE "files" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "reply_id" uuid;--> statement-breakpoint
ALTER TABLE "approved_replies" ADD CONSTRAINT "approved_replies_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_replies" ADD CONSTRAINT "approved_replies_owner_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_approvals" ADD CONSTRAINT "reply_approvals_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_approvals" ADD CONSTRAINT "reply_approvals_author_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_approvals" ADD CONSTRAINT "reply_approvals_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_comments" ADD CONSTRAINT "reply_comments_version_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."reply_versions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_comments" ADD CONSTRAINT "reply_comments_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_reviews" ADD CONSTRAINT "reply_reviews_version_fk" FOREIGN KEY ("workspace_id","version_id","author_id") REFERENCES "public"."reply_versions"("workspace_id","id","author_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_reviews" ADD CONSTRAINT "reply_reviews_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_uses" ADD CONSTRAINT "reply_uses_version_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."reply_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_uses" ADD CONSTRAINT "reply_uses_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_uses" ADD CONSTRAINT "reply_uses_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_uses" ADD CONSTRAINT "reply_uses_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_versions" ADD CONSTRAINT "reply_versions_reply_fk" FOREIGN KEY ("workspace_id","reply_id") REFERENCES "public"."approved_replies"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_versions" ADD CONSTRAINT "reply_versions_author_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_approvals_waiting" ON "reply_approvals" USING btree ("workspace_id","asked_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "reply_approvals_of_conversation" ON "reply_approvals" USING btree ("workspace_id","conversation_id");--> statement-breakpoint
CREATE INDEX "reply_comments_of_version" ON "reply_comments" USING btree ("workspace_id","version_id","at");--> statement-breakpoint
CREATE INDEX "reply_uses_of_conversation" ON "reply_uses" USING btree ("workspace_id","conversation_id","member_id");--> statement-breakpoint
CREATE INDEX "reply_uses_of_version" ON "reply_uses" USING btree ("workspace_id","version_id","sent_at");--> statement-breakpoint
CREATE INDEX "reply_uses_of_message" ON "reply_uses" USING btree ("workspace_id","message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "reply_uses_sent" ON "reply_uses" USING btree ("workspace_id","sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reply_versions_published" ON "reply_versions" USING btree ("workspace_id","reply_id","language") WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "reply_versions_open" ON "reply_versions" USING btree ("workspace_id","reply_id","language") WHERE state in ('draft', 'in_review');--> statement-breakpoint
CREATE INDEX "reply_versions_due" ON "reply_versions" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "reply_versions_recalled" ON "reply_versions" USING btree ("workspace_id","ended_at") WHERE state = 'recalled';--> statement-breakpoint
CREATE INDEX "reply_versions_in_review" ON "reply_versions" USING btree ("workspace_id","submitted_at") WHERE state = 'in_review';--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_reply_fk" FOREIGN KEY ("workspace_id","reply_id") REFERENCES "public"."approved_replies"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_of_reply" ON "files" USING btree ("workspace_id","reply_id") WHERE reply_id is not null;--> statement-breakpoint
CREATE INDEX "files_unsent" ON "files" USING btree ("created_at") WHERE message_id is null and reply_id is null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_one" CHECK (conversation_id is null or reply_id is null);--> statement-breakpoint
CREATE INDEX "events_ends" ON "events" USING btree ("workspace_id","at") WHERE type in ('conversation.closed', 'conversation.reopened');--> statement-breakpoint
SELECT porchlight_fence('approved_replies', 'select, insert, update'),
       porchlight_fence('reply_versions', 'select, insert, update, delete'),
       porchlight_fence('reply_reviews', 'select, insert'),
       porchlight_fence('reply_comments', 'select, insert, update, delete'),
       porchlight_fence('reply_uses', 'select, insert, update'),
       porchlight_fence('reply_approvals', 'select, insert, update');
--> statement-breakpoint
-- What the lane that publishes, ends and reminds needs to see across workspaces: where something is due.
CREATE POLICY across_workspaces ON reply_versions FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, due_at) ON reply_versions TO porchlight_system;
--> statement-breakpoint
-- Two scheduled versions of a reply and language never hold at the same time. A range of one text is that text, so
-- that no extension is needed to ask for the same reply and language and for overlapping times at once.
CREATE TYPE porchlight_textrange AS RANGE (subtype = text, collation = "C");
--> statement-breakpoint
ALTER TABLE reply_versions ADD CONSTRAINT reply_versions_schedule EXCLUDE USING gist (
  porchlight_textrange(workspace_id::text || reply_id::text || language, workspace_id::text || reply_id::text || language, '[]') WITH &&,
  tstzrange(valid_from, valid_until) WITH &&
) WHERE (scheduled);
--> statement-breakpoint
-- What was submitted stays as it was read; a draft that is taken back may change again.
CREATE FUNCTION porchlight_version_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.state <> 'draft' AND (
    (new.reply_id, new.language, new.number, new.body, new.allowance, new.risk, new.media, new.actions, new.author_id)
      IS DISTINCT FROM
    (old.reply_id, old.language, old.number, old.body, old.allowance, old.risk, old.media, old.actions, old.author_id)
    OR new.valid_from IS DISTINCT FROM old.valid_from OR new.valid_until IS DISTINCT FROM old.valid_until
    OR (new.state <> 'draft' AND new.body_hash IS DISTINCT FROM old.body_hash)
  ) THEN
    RAISE EXCEPTION 'a submitted version of an approved reply cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER reply_versions_fixed BEFORE UPDATE ON reply_versions
  FOR EACH ROW EXECUTE FUNCTION porchlight_version_is_fixed();
--> statement-breakpoint
GRANT SELECT (reply_id) ON files TO porchlight_system;
