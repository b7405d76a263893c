CREATE TABLE "assignments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"member_id" uuid,
	"team_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"given" text NOT NULL,
	"load" numeric(6, 2),
	"capacity" numeric(6, 2),
	"skipped" jsonb NOT NULL,
	CONSTRAINT "assignments_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "skills_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "intent" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "urgency" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "required_skill_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "preferred_skill_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "assigned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "hops" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "passed_by" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "quarantine" jsonb;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "kind" text DEFAULT 'customer' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "vip" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "label_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "attributes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "team_members" ADD COLUMN "last_assigned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "strategy" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "calendar_id" uuid;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "absence" text DEFAULT 'on_message' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "absence_minutes" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "sticky_days" smallint DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "touch_minutes" integer;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "most_hops" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "relax_minutes" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "availability" text DEFAULT 'available' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "availability_reason" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "availability_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "availability_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "capacity" numeric(6, 2) DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "skill_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "cover_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "last_assigned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_of_conversation" ON "assignments" USING btree ("workspace_id","conversation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "skills_name" ON "skills" USING btree ("workspace_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "conversations_to_route" ON "conversations" USING btree ("workspace_id","team_id","priority" DESC NULLS FIRST,(case when due_at is null then 'infinity'::timestamptz else due_at end),(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end),"id") WHERE owner_id is null and status = 'open' and team_id is not null;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_kind" CHECK ("contacts"."kind" in ('customer', 'journalist', 'partner', 'creator', 'other'));--> statement-breakpoint
SELECT porchlight_fence('skills', 'select, insert, update'),
       porchlight_fence('assignments', 'select, insert');
