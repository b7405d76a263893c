ALTER TABLE "channels" ALTER COLUMN "silence_due_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "heard_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "usual_quiet_minutes" integer;--> statement-breakpoint
CREATE INDEX "inbound_received" ON "inbound_deliveries" USING brin ("received_at");--> statement-breakpoint
-- What there was before is listened for from now on, not from the beginning of time.
UPDATE channels SET silence_due_at = now(), heard_at = now() WHERE status <> 'disconnected';
--> statement-breakpoint
-- What the sweep takes away when it is too old.
GRANT DELETE ON sessions TO porchlight_system;
--> statement-breakpoint
GRANT DELETE ON notifications, connect_attempts TO porchlight_app;
