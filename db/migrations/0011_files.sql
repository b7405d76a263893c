ALTER TABLE "files" DROP CONSTRAINT "files_message_fk";
--> statement-breakpoint
ALTER TABLE "media_fetches" DROP CONSTRAINT "media_fetches_message_fk";
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "network_media_id" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "network_media_state" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "network_media_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "hand_over_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_fetches" ADD CONSTRAINT "media_fetches_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_unsent_of" ON "files" USING btree ("workspace_id","uploaded_by") WHERE message_id is null;