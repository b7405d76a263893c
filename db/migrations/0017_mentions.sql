CREATE TABLE "handoffs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"public_id" uuid NOT NULL,
	"private_id" uuid,
	"how" text NOT NULL,
	"by_id" uuid NOT NULL,
	"message_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"arrived_at" timestamp with time zone,
	"matched_by" text,
	CONSTRAINT "handoffs_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitation_texts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_texts_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_thread";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "kind" text DEFAULT 'private' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "public_thread" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "post" jsonb;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_public_fk" FOREIGN KEY ("workspace_id","public_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_private_fk" FOREIGN KEY ("workspace_id","private_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_identity_fk" FOREIGN KEY ("workspace_id","identity_id") REFERENCES "public"."identities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_by_fk" FOREIGN KEY ("workspace_id","by_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "handoffs_of_public" ON "handoffs" USING btree ("workspace_id","public_id");--> statement-breakpoint
CREATE INDEX "handoffs_of_private" ON "handoffs" USING btree ("workspace_id","private_id");--> statement-breakpoint
CREATE INDEX "handoffs_awaited" ON "handoffs" USING btree ("workspace_id","channel_id","identity_id") WHERE arrived_at is null;--> statement-breakpoint
CREATE INDEX "handoffs_by_time" ON "handoffs" USING btree ("workspace_id","invited_at");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_private" ON "conversations" USING btree ("workspace_id","channel_id","identity_id") WHERE kind = 'private';--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_public" ON "conversations" USING btree ("workspace_id","channel_id","identity_id","public_thread") WHERE kind = 'public';--> statement-breakpoint
CREATE INDEX "conversations_public_by_status" ON "conversations" USING btree ("workspace_id","status","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE kind = 'public';--> statement-breakpoint
CREATE INDEX "conversations_public_by_wait" ON "conversations" USING btree ("workspace_id","status","priority",(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE kind = 'public';--> statement-breakpoint
CREATE INDEX "messages_answering" ON "messages" USING btree ("workspace_id",(post -> 'answers' ->> 'externalId')) WHERE post is not null;--> statement-breakpoint
CREATE INDEX "messages_quoting" ON "messages" USING btree ("workspace_id",(post -> 'quotes' ->> 'externalId')) WHERE post is not null;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_kind" CHECK ("conversations"."kind" in ('private', 'public') and ("conversations"."kind" = 'public') = ("conversations"."public_thread" is not null));
--> statement-breakpoint
SELECT porchlight_fence('handoffs', 'select, insert, update'),
       porchlight_fence('invitation_texts', 'select, insert, update, delete');
