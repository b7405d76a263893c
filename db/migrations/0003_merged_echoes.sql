-- The network may show us a message of ours before it answers us. Should its row stand as "sent elsewhere"
-- by then, it is removed when ours takes its id; nothing that anybody here wrote can be removed.
CREATE POLICY only_merged_echoes ON messages AS RESTRICTIVE FOR DELETE TO porchlight_app
  USING (kind = 'outbound' AND author_id IS NULL AND client_key IS NULL);
--> statement-breakpoint
GRANT DELETE ON messages TO porchlight_app;
