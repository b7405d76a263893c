CREATE TABLE "blocked_domains" (
	"workspace_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocked_domains_pk" PRIMARY KEY("workspace_id","domain")
);
--> statement-breakpoint
CREATE TABLE "message_triage" (
	"workspace_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"urgency" text NOT NULL,
	"language" text,
	"confidence" numeric(4, 3) NOT NULL,
	"reasons" jsonb NOT NULL,
	"model_version" integer DEFAULT 0 NOT NULL,
	"likeness" text,
	"corrected" text,
	"corrected_by" uuid,
	"corrected_at" timestamp with time zone,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_triage_pk" PRIMARY KEY("workspace_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "quarantines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"signs" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" uuid,
	CONSTRAINT "quarantines_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "triage_lessons" (
	"workspace_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"lesson" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "triage_lessons_pk" PRIMARY KEY("workspace_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "triage_models" (
	"workspace_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"weights" "bytea" NOT NULL,
	"lessons" integer NOT NULL,
	"reset_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "triage_models_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "blocked_domains" ADD CONSTRAINT "blocked_domains_member_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_triage" ADD CONSTRAINT "message_triage_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_triage" ADD CONSTRAINT "message_triage_member_fk" FOREIGN KEY ("workspace_id","corrected_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantines" ADD CONSTRAINT "quarantines_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantines" ADD CONSTRAINT "quarantines_member_fk" FOREIGN KEY ("workspace_id","released_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_lessons" ADD CONSTRAINT "triage_lessons_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_models" ADD CONSTRAINT "triage_models_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_triage_of_conversation" ON "message_triage" USING btree ("workspace_id","conversation_id");--> statement-breakpoint
CREATE INDEX "message_triage_alike" ON "message_triage" USING btree ("workspace_id","likeness","at") WHERE likeness is not null;--> statement-breakpoint
CREATE INDEX "message_triage_corrected" ON "message_triage" USING btree ("workspace_id","corrected_at") WHERE corrected is not null;--> statement-breakpoint
CREATE INDEX "quarantines_by_time" ON "quarantines" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "quarantines_of_conversation" ON "quarantines" USING btree ("workspace_id","conversation_id","at");--> statement-breakpoint
CREATE INDEX "triage_lessons_by_time" ON "triage_lessons" USING btree ("workspace_id","at");--> statement-breakpoint
SELECT porchlight_fence('message_triage', 'select, insert, update'),
       porchlight_fence('triage_lessons', 'select, insert, update, delete'),
       porchlight_fence('triage_models', 'select, insert, update'),
       porchlight_fence('blocked_domains', 'select, insert, delete'),
       porchlight_fence('quarantines', 'select, insert, update');
