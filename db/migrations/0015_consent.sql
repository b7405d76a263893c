CREATE TABLE "consent_words" (
	"workspace_id" uuid NOT NULL,
	"plain" text NOT NULL,
	"word" text NOT NULL,
	"effect" text NOT NULL,
	CONSTRAINT "consent_words_pk" PRIMARY KEY("workspace_id","plain")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"granted" boolean NOT NULL,
	"source" text NOT NULL,
	"message_id" uuid,
	"evidence" text,
	"member_id" uuid,
	"confirmation_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "offer_codes" (
	"workspace_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"no" integer NOT NULL,
	"identity_id" uuid,
	CONSTRAINT "offer_codes_pk" PRIMARY KEY("workspace_id","offer_id","code")
);
--> statement-breakpoint
CREATE TABLE "offer_recipients" (
	"workspace_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"due_at" timestamp with time zone DEFAULT now(),
	"decision" jsonb,
	"message_id" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "offer_recipients_pk" PRIMARY KEY("workspace_id","offer_id","identity_id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"label_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"author_id" uuid NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "offers_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "offers_four_eyes" CHECK ("offers"."approved_by" is null or "offers"."approved_by" <> "offers"."author_id"),
	CONSTRAINT "offers_approved" CHECK ("offers"."state" in ('draft', 'stopped') or "offers"."approved_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "brand_policies" (
	"workspace_id" uuid NOT NULL,
	"scope_id" uuid NOT NULL,
	"offers_per_contact" integer,
	"offers_in_days" integer,
	"quiet_from" text,
	"quiet_to" text,
	"outreach_allowed" boolean,
	"outreach_per_day" integer,
	"outreach_needs_lead" boolean,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brand_policies_pk" PRIMARY KEY("workspace_id","scope_id"),
	CONSTRAINT "brand_policies_caps" CHECK (coalesce("brand_policies"."offers_per_contact", 0) >= 0 and coalesce("brand_policies"."offers_in_days", 1) > 0
        and coalesce("brand_policies"."outreach_per_day", 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE "denials" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"member_id" uuid,
	"message_id" uuid,
	"denied" text NOT NULL,
	"purpose" text NOT NULL,
	"reason" text NOT NULL,
	"decision" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "denials_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "outreach_approvals" (
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outreach_approvals_pk" PRIMARY KEY("workspace_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "automatic" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "purpose" text DEFAULT 'reply' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "opt_out_confirmation" text DEFAULT 'You will get no more messages from us. If you need us, write here and we will answer.';--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "no_offers_confirmation" text DEFAULT 'You will get no more offers from us. When you write, we still answer.';--> statement-breakpoint
ALTER TABLE "consent_words" ADD CONSTRAINT "consent_words_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_identity_fk" FOREIGN KEY ("workspace_id","identity_id") REFERENCES "public"."identities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_codes" ADD CONSTRAINT "offer_codes_offer_fk" FOREIGN KEY ("workspace_id","offer_id") REFERENCES "public"."offers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_recipients" ADD CONSTRAINT "offer_recipients_offer_fk" FOREIGN KEY ("workspace_id","offer_id") REFERENCES "public"."offers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_recipients" ADD CONSTRAINT "offer_recipients_identity_fk" FOREIGN KEY ("workspace_id","identity_id") REFERENCES "public"."identities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_recipients" ADD CONSTRAINT "offer_recipients_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_recipients" ADD CONSTRAINT "offer_recipients_message_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."messages"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_author_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_approver_fk" FOREIGN KEY ("workspace_id","approved_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_policies" ADD CONSTRAINT "brand_policies_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denials" ADD CONSTRAINT "denials_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denials" ADD CONSTRAINT "denials_channel_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_approvals" ADD CONSTRAINT "outreach_approvals_conversation_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_approvals" ADD CONSTRAINT "outreach_approvals_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_of_contact" ON "consents" USING btree ("workspace_id","contact_id","at");--> statement-breakpoint
CREATE INDEX "consents_to_offers" ON "consents" USING btree ("workspace_id","identity_id") WHERE scope = 'offers' and granted;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_codes_given" ON "offer_codes" USING btree ("workspace_id","offer_id","identity_id") WHERE identity_id is not null;--> statement-breakpoint
CREATE INDEX "offer_codes_left" ON "offer_codes" USING btree ("workspace_id","offer_id","no") WHERE identity_id is null;--> statement-breakpoint
CREATE INDEX "offer_recipients_due" ON "offer_recipients" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "offer_recipients_of_person" ON "offer_recipients" USING btree ("workspace_id","identity_id","decided_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "offers_running" ON "offers" USING btree ("workspace_id","id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "denials_by_time" ON "denials" USING btree ("workspace_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "denials_of_conversation" ON "denials" USING btree ("workspace_id","conversation_id","at");--> statement-breakpoint
CREATE INDEX "deliveries_to_strangers" ON "deliveries" USING btree ("workspace_id","channel_id","created_at") WHERE purpose = 'outreach';
--> statement-breakpoint
SELECT porchlight_fence('consents', 'select, insert, update'),
       porchlight_fence('consent_words', 'select, insert, update, delete'),
       porchlight_fence('brand_policies', 'select, insert, update, delete'),
       porchlight_fence('outreach_approvals', 'select, insert'),
       porchlight_fence('denials', 'select, insert'),
       porchlight_fence('offers', 'select, insert, update'),
       porchlight_fence('offer_codes', 'select, insert, update, delete'),
       porchlight_fence('offer_recipients', 'select, insert, update');
--> statement-breakpoint
-- What the lane that gives offers out needs to see across workspaces: where somebody's turn has come.
CREATE POLICY across_workspaces ON offer_recipients FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, offer_id, identity_id, due_at) ON offer_recipients TO porchlight_system;
--> statement-breakpoint
CREATE POLICY across_workspaces ON offers FOR SELECT TO porchlight_system USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, channel_id, state) ON offers TO porchlight_system;
--> statement-breakpoint
-- A workspace begins with the usual words; whoever is here already gets them now, each behind its own fence.
DO $$
DECLARE
  known uuid[];
  one uuid;
BEGIN
  SET LOCAL ROLE porchlight_system;
  SELECT coalesce(array_agg(id), '{}') INTO known FROM workspaces;
  SET LOCAL ROLE porchlight_app;
  FOREACH one IN ARRAY known LOOP
    PERFORM set_config('app.workspace_id', one::text, true);
    INSERT INTO consent_words (workspace_id, plain, word, effect)
    SELECT one, usual.plain, usual.word, usual.effect
    FROM (VALUES
      ('stop', 'STOP', 'stop'),
      ('stop all', 'Stop all', 'stop'),
      ('unsubscribe', 'Unsubscribe', 'stop'),
      ('opt out', 'Opt out', 'stop'),
      ('stop messaging me', 'Stop messaging me', 'stop'),
      ('do not message me', 'Do not message me', 'stop'),
      ('dont message me', 'Don’t message me', 'stop'),
      ('stopp', 'Stopp', 'stop'),
      ('abmelden', 'Abmelden', 'stop'),
      ('schreibt mir nicht mehr', 'Schreibt mir nicht mehr', 'stop'),
      ('arret', 'Arrêt', 'stop'),
      ('desabonner', 'Désabonner', 'stop'),
      ('ne mecrivez plus', 'Ne m’écrivez plus', 'stop'),
      ('baja', 'Baja', 'stop'),
      ('darme de baja', 'Darme de baja', 'stop'),
      ('no me escriban mas', 'No me escriban más', 'stop'),
      ('配信停止', '配信停止', 'stop'),
      ('الغاء الاشتراك', 'إلغاء الاشتراك', 'stop'),
      ('no offers', 'No offers', 'no_offers'),
      ('stop offers', 'Stop offers', 'no_offers'),
      ('keine angebote', 'Keine Angebote', 'no_offers'),
      ('pas doffres', 'Pas d’offres', 'no_offers'),
      ('sin ofertas', 'Sin ofertas', 'no_offers'),
      ('お得情報停止', 'お得情報停止', 'no_offers'),
      ('start', 'START', 'back'),
      ('subscribe', 'Subscribe', 'back'),
      ('anmelden', 'Anmelden', 'back'),
      ('reabonner', 'Réabonner', 'back'),
      ('alta', 'Alta', 'back'),
      ('配信再開', '配信再開', 'back')
    ) AS usual (plain, word, effect);
  END LOOP;
  PERFORM set_config('app.workspace_id', '', true);
  RESET ROLE;
END $$;
