CREATE TABLE "api_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"budget" double precision DEFAULT 600 NOT NULL,
	"budget_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "api_keys_secret" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "contact_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text,
	"url" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "contact_events_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "contact_events_source" UNIQUE("workspace_id","source","source_id")
);
--> statement-breakpoint
CREATE TABLE "attributes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"choices" text[] DEFAULT '{}'::text[] NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "attributes_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "attributes_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_member_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_events" ADD CONSTRAINT "contact_events_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_events" ADD CONSTRAINT "contact_events_key_fk" FOREIGN KEY ("workspace_id","key_id") REFERENCES "public"."api_keys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributes" ADD CONSTRAINT "attributes_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_name" ON "api_keys" USING btree ("workspace_id",lower(name)) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "contact_events_of_contact" ON "contact_events" USING btree ("workspace_id","contact_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "attributes_name" ON "attributes" USING btree ("workspace_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "contacts_of_kind" ON "contacts" USING btree ("workspace_id","kind") WHERE kind <> 'customer';--> statement-breakpoint
CREATE INDEX "contacts_vip" ON "contacts" USING btree ("workspace_id","id") WHERE vip;--> statement-breakpoint
CREATE INDEX "identities_handle" ON "identities" USING btree ("workspace_id","network",lower(handle));--> statement-breakpoint
SELECT porchlight_fence('attributes', 'select, insert, update'),
       porchlight_fence('api_keys', 'select, insert, update'),
       porchlight_fence('contact_events', 'select, insert');
--> statement-breakpoint
-- Whoever holds a key does not say whose it is: it is found by the hash of its secret.
CREATE POLICY across_workspaces ON api_keys FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, name, secret_hash, revoked_at) ON api_keys TO porchlight_system;
