CREATE TABLE "routing_rule_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"enabled" boolean NOT NULL,
	"conditions" jsonb NOT NULL,
	"effects" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "routing_rule_versions_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "routing_rules_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "routing_settings" (
	"workspace_id" uuid NOT NULL,
	"mode" text DEFAULT 'first' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"is_in_use" boolean DEFAULT false NOT NULL,
	CONSTRAINT "routing_settings_pk" PRIMARY KEY("workspace_id"),
	CONSTRAINT "routing_settings_mode" CHECK ("routing_settings"."mode" in ('first', 'all'))
);
--> statement-breakpoint
CREATE TABLE "rule_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"mode" text NOT NULL,
	"entries" jsonb NOT NULL,
	"effects" jsonb NOT NULL,
	CONSTRAINT "rule_runs_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "ruled_policy_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "ruled_episode" integer;--> statement-breakpoint
ALTER TABLE "routing_rule_versions" ADD CONSTRAINT "routing_rule_versions_rule_fk" FOREIGN KEY ("workspace_id","rule_id") REFERENCES "public"."routing_rules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rule_versions" ADD CONSTRAINT "routing_rule_versions_by_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_settings" ADD CONSTRAINT "routing_settings_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_runs" ADD CONSTRAINT "rule_runs_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "routing_rule_versions_no" ON "routing_rule_versions" USING btree ("workspace_id","rule_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "routing_rule_versions_current" ON "routing_rule_versions" USING btree ("workspace_id","rule_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "rule_runs_of_conversation" ON "rule_runs" USING btree ("workspace_id","conversation_id","at");--> statement-breakpoint
CREATE INDEX "rule_runs_by_age" ON "rule_runs" USING btree ("workspace_id","at");--> statement-breakpoint
SELECT porchlight_fence('routing_settings', 'select, insert, update'),
       porchlight_fence('routing_rules', 'select, insert, update'),
       porchlight_fence('routing_rule_versions', 'select, insert, update'),
       porchlight_fence('rule_runs', 'select, insert, update, delete');
