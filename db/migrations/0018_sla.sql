CREATE TABLE "calendar_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"calendar_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"weekly" jsonb NOT NULL,
	"exceptions" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "calendar_versions_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "calendars_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"takes_all" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sla_policies_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sla_policies_stay" CHECK (not ("sla_policies"."takes_all" and "sla_policies"."archived_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "sla_policy_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"calendar_id" uuid NOT NULL,
	"conditions" jsonb NOT NULL,
	"promises" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"risk_percent" smallint DEFAULT 75 NOT NULL,
	"automatic_counts" boolean DEFAULT false NOT NULL,
	"public_counts" boolean DEFAULT true NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "sla_policy_versions_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sla_spreads" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reached" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sla_spreads_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sla_targets" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"episode" integer NOT NULL,
	"metric" text NOT NULL,
	"cycle" integer NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"calendar_version_id" uuid,
	"priority" smallint NOT NULL,
	"seconds" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"spans" jsonb NOT NULL,
	"paused" jsonb NOT NULL,
	"met_at" timestamp with time zone,
	"breached_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text NOT NULL,
	"elapsed_seconds" numeric(14, 3),
	"overrun_seconds" numeric(14, 3),
	"channel_id" uuid NOT NULL,
	"team_id" uuid,
	"member_id" uuid,
	"label_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "sla_targets_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sla_timers" (
	"workspace_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"step" text NOT NULL,
	"conversation_id" uuid NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp with time zone,
	"fired_at" timestamp with time zone,
	CONSTRAINT "sla_timers_pk" PRIMARY KEY("workspace_id","target_id","step")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "risk_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "breached_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "ring" jsonb;--> statement-breakpoint
ALTER TABLE "calendar_versions" ADD CONSTRAINT "calendar_versions_calendar_fk" FOREIGN KEY ("workspace_id","calendar_id") REFERENCES "public"."calendars"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_versions" ADD CONSTRAINT "calendar_versions_by_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD CONSTRAINT "sla_policies_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ADD CONSTRAINT "sla_policy_versions_policy_fk" FOREIGN KEY ("workspace_id","policy_id") REFERENCES "public"."sla_policies"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ADD CONSTRAINT "sla_policy_versions_calendar_fk" FOREIGN KEY ("workspace_id","calendar_id") REFERENCES "public"."calendars"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ADD CONSTRAINT "sla_policy_versions_by_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_spreads" ADD CONSTRAINT "sla_spreads_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_targets" ADD CONSTRAINT "sla_targets_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_targets" ADD CONSTRAINT "sla_targets_policy_fk" FOREIGN KEY ("workspace_id","policy_version_id") REFERENCES "public"."sla_policy_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_targets" ADD CONSTRAINT "sla_targets_calendar_fk" FOREIGN KEY ("workspace_id","calendar_version_id") REFERENCES "public"."calendar_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_targets" ADD CONSTRAINT "sla_targets_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_timers" ADD CONSTRAINT "sla_timers_target_fk" FOREIGN KEY ("workspace_id","target_id") REFERENCES "public"."sla_targets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_versions_no" ON "calendar_versions" USING btree ("workspace_id","calendar_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_versions_current" ON "calendar_versions" USING btree ("workspace_id","calendar_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sla_policies_takes_all" ON "sla_policies" USING btree ("workspace_id") WHERE takes_all;--> statement-breakpoint
CREATE UNIQUE INDEX "sla_policy_versions_no" ON "sla_policy_versions" USING btree ("workspace_id","policy_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "sla_policy_versions_current" ON "sla_policy_versions" USING btree ("workspace_id","policy_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "sla_spreads_running" ON "sla_spreads" USING btree ("created_at") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sla_targets_cycle" ON "sla_targets" USING btree ("workspace_id","conversation_id","episode","metric","cycle");--> statement-breakpoint
CREATE INDEX "sla_targets_by_start" ON "sla_targets" USING btree ("workspace_id","metric","started_at");--> statement-breakpoint
CREATE INDEX "sla_timers_of_conversation" ON "sla_timers" USING btree ("workspace_id","conversation_id");--> statement-breakpoint
CREATE INDEX "sla_timers_due" ON "sla_timers" USING btree ("due_at") WHERE due_at is not null and fired_at is null;--> statement-breakpoint
CREATE INDEX "conversations_by_status_due" ON "conversations" USING btree ("workspace_id","status",(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE status in ('open', 'waiting', 'on_hold', 'snoozed');--> statement-breakpoint
CREATE INDEX "conversations_by_owner_due" ON "conversations" USING btree ("workspace_id","owner_id","status",(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE status in ('open', 'waiting', 'on_hold', 'snoozed');--> statement-breakpoint
CREATE INDEX "conversations_by_team_due" ON "conversations" USING btree ("workspace_id","team_id","status",(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE team_id is not null and status in ('open', 'waiting', 'on_hold', 'snoozed');--> statement-breakpoint
CREATE INDEX "conversations_by_channel_due" ON "conversations" USING btree ("workspace_id","channel_id","status",(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE status in ('open', 'waiting', 'on_hold', 'snoozed');--> statement-breakpoint
CREATE INDEX "conversations_at_risk" ON "conversations" USING btree ("workspace_id","status",(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE risk_at is not null;--> statement-breakpoint
CREATE INDEX "conversations_breached" ON "conversations" USING btree ("workspace_id","status",(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"last_message_at","id") WHERE breached_at is not null;--> statement-breakpoint
SELECT porchlight_fence('calendars', 'select, insert, update'),
       porchlight_fence('calendar_versions', 'select, insert, update'),
       porchlight_fence('sla_policies', 'select, insert, update'),
       porchlight_fence('sla_policy_versions', 'select, insert, update'),
       porchlight_fence('sla_targets', 'select, insert, update, delete'),
       porchlight_fence('sla_timers', 'select, insert, update, delete'),
       porchlight_fence('sla_spreads', 'select, insert, update');
--> statement-breakpoint
CREATE POLICY across_workspaces ON sla_timers FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT ON sla_timers TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON sla_spreads FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT ON sla_spreads TO porchlight_system;
