ALTER TABLE "workspaces" ADD COLUMN "undo_seconds" smallint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_undo" CHECK ("workspaces"."undo_seconds" between 0 and 3600);
