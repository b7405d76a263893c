CREATE INDEX "contacts_labels" ON "contacts" USING gin ("label_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "assignments_by_age" ON "assignments" USING btree ("workspace_id","at");--> statement-breakpoint
GRANT SELECT (label_ids) ON contacts TO porchlight_search;
--> statement-breakpoint
-- Contacts that carry one of these labels, as far as `most`: behind the fence no index could be asked. So few rows are
-- foretold that their conversations are looked up one by one.
CREATE FUNCTION porchlight_labelled_contacts(labels uuid[], most int)
RETURNS TABLE (contact_id uuid)
LANGUAGE plpgsql STABLE ROWS 50
SET role = 'porchlight_search' SET enable_seqscan = off SET plan_cache_mode = 'force_generic_plan' AS $$
DECLARE
  ours uuid := nullif(current_setting('app.workspace_id', true), '');
BEGIN
  RETURN QUERY
    SELECT p.id FROM contacts p WHERE p.label_ids && labels AND p.workspace_id = ours LIMIT most;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION porchlight_labelled_contacts(uuid[], int) FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION porchlight_labelled_contacts(uuid[], int) TO porchlight_app;
--> statement-breakpoint
-- What is too old is swept, but for what another sweep has locked.
GRANT UPDATE, DELETE ON assignments TO porchlight_app;
