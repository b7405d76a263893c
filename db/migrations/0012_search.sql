-- What words are compared in: no case, no accents or marks, one width, one kind of kana, of digits and of letters that are
-- written in two ways. `lib/domain/search/fold.ts` is the same for the browser; a test holds them together.
CREATE FUNCTION porchlight_fold(content text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text;
BEGIN
  IF octet_length(content) = length(content) THEN
    RETURN lower(content);
  END IF;
  folded := lower(normalize(regexp_replace(normalize(content, NFKD),
    '[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufeff]+', '', 'g'), NFKC));
  folded := translate(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    'øłđðħŧıςىةکی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹’‘ʼ‐‑‒–—',
    'olddhtiσيهكي01234567890123456789''''''-----');
  IF folded ~ '[\u30a1-\u30f6]' THEN
    folded := translate(folded,
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ');
  END IF;
  RETURN folded;
END $$;
--> statement-breakpoint
-- The words of a text, and each pair of neighbours where a script writes no spaces, every one after `scope`.
CREATE FUNCTION porchlight_terms(scope text, content text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := public.porchlight_fold(content);
  terms text[];
BEGIN
  IF octet_length(folded) = length(folded) THEN
    terms := string_to_array(regexp_replace(folded, '[^0-9a-z]+', E'\x01' || scope, 'g'), E'\x01');
    terms[1] := scope || coalesce(terms[1], '');
  ELSE
    terms := string_to_array(regexp_replace(folded,
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u055a-\u055f\u0589-\u058a\u05be\u05c0\u05c3\u05f3-\u05f4\u060c\u061b-\u061f\u066a-\u066d\u06d4\u0964-\u0965\u0e3f\u0e4f\u0e5a-\u0e5b\u1680\u17d4-\u17da\u2000-\u206f\u207d-\u207e\u20a0-\u20cf\u2190-\u25ff\u27c0-\u27ff\u2900-\u2aff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30a0\u30fb\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc-\ufffd\u0e01-\u0e3e\u0e40-\u0e4e\u0e50-\u0e59\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u17db-\u17ff\u2600-\u27bf\u2b00-\u2bff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u303c\u303e-\u309f\u30a1-\u30fa\u30fc-\u31ff\u3200-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff]+',
      E'\x01' || scope, 'g'), E'\x01');
    terms[1] := scope || coalesce(terms[1], '');
    terms := terms || array(
      SELECT scope || letter || coalesce(lead(letter) OVER (PARTITION BY run.n ORDER BY place), '')
      FROM regexp_matches(folded,
          '[\u0e01-\u0e3e\u0e40-\u0e4e\u0e50-\u0e59\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u17db-\u17ff\u2600-\u27bf\u2b00-\u2bff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u303c\u303e-\u309f\u30a1-\u30fa\u30fc-\u31ff\u3200-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff]+', 'g')
          WITH ORDINALITY run(found, n),
        unnest(string_to_array(run.found[1], NULL)) WITH ORDINALITY letters(letter, place));
  END IF;
  -- No word is longer than an index can hold.
  IF octet_length(folded) > 1000 THEN
    terms := array(SELECT left(term, 80) FROM unnest(terms) term);
  END IF;
  RETURN terms;
END $$;
--> statement-breakpoint
CREATE FUNCTION porchlight_lexemes(scope text, content text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
BEGIN
  RETURN array_to_tsvector(public.porchlight_terms(scope, content));
END $$;
--> statement-breakpoint
-- Where a message stands in the index: with its workspace, so that no other's words are ever counted or read, and with
-- its day, so that the newest can be looked at first and little of what is said every day.
CREATE FUNCTION porchlight_scope(workspace uuid, at timestamptz) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN right(workspace::text, 8)
    || greatest(0, floor(extract(epoch FROM at - timestamptz '2020-01-01 00:00:00+00') / 86400)::int) || ':';
END $$;
--> statement-breakpoint
-- The same for what has no day: names.
CREATE FUNCTION porchlight_scope(workspace uuid) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN right(workspace::text, 8) || 'p:';
END $$;
--> statement-breakpoint
CREATE INDEX "conversations_with_files" ON "conversations" USING btree ("workspace_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE has_attachment;--> statement-breakpoint
CREATE INDEX "messages_by_time" ON "messages" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "messages_said" ON "messages" USING gin (porchlight_lexemes(porchlight_scope(workspace_id, at), body)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "contacts_called" ON "contacts" USING gin (porchlight_lexemes(porchlight_scope(workspace_id), name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "identities_of_contact" ON "identities" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "identities_called" ON "identities" USING gin (porchlight_lexemes(porchlight_scope(workspace_id), coalesce(name, '') || ' ' || coalesce(handle, ''))) WITH (fastupdate=false);
--> statement-breakpoint
-- A third role without login that owns nothing. Row-level security lets no index be used for what might tell of a row
-- before the fence was asked, and that is so for every operator of searching. This role sees the searched columns of
-- all workspaces, and is only ever taken within the functions below, each of which names the workspace itself and
-- tells nothing but ids. What the ids stand for is read again behind the fence.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'porchlight_search') THEN
    CREATE ROLE porchlight_search NOLOGIN NOSUPERUSER NOBYPASSRLS;
    EXECUTE format('GRANT porchlight_search TO %I', current_user);
  ELSIF NOT pg_has_role(current_user, 'porchlight_search', 'member') THEN
    EXECUTE format('GRANT porchlight_search TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO porchlight_search;
--> statement-breakpoint
CREATE POLICY searched ON messages FOR SELECT TO porchlight_search USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, conversation_id, at, body) ON messages TO porchlight_search;
--> statement-breakpoint
CREATE POLICY searched ON identities FOR SELECT TO porchlight_search USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, contact_id, name, handle) ON identities TO porchlight_search;
--> statement-breakpoint
CREATE POLICY searched ON contacts FOR SELECT TO porchlight_search USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, name) ON contacts TO porchlight_search;
--> statement-breakpoint
CREATE POLICY searched ON conversations FOR SELECT TO porchlight_search USING (true);
--> statement-breakpoint
GRANT SELECT (workspace_id, id, label_ids) ON conversations TO porchlight_search;
--> statement-breakpoint
-- Messages that the index names, window by window: no more of each than is worth sorting, none after `most`.
CREATE FUNCTION porchlight_said(windows tsquery[], most int)
RETURNS TABLE (message_id uuid, conversation_id uuid, at timestamptz)
LANGUAGE plpgsql STABLE ROWS 500
SET role = 'porchlight_search' SET enable_seqscan = off SET plan_cache_mode = 'force_generic_plan' AS $$
DECLARE
  ours uuid := nullif(current_setting('app.workspace_id', true), '');
BEGIN
  RETURN QUERY
    SELECT m.id, m.conversation_id, m.at
    FROM unnest(windows) part(query)
    CROSS JOIN LATERAL (
      SELECT few.* FROM (
        SELECT m.id, m.conversation_id, m.at FROM messages m
        WHERE porchlight_lexemes(porchlight_scope(m.workspace_id, m.at), m.body) @@ part.query
          AND m.workspace_id = ours
        LIMIT 2 * most
      ) few
      ORDER BY few.at DESC
    ) m
    LIMIT most;
END $$;
--> statement-breakpoint
-- People whose name or handle has the words, and whose handle begins so where one is given.
CREATE FUNCTION porchlight_named(words tsquery, beginning text, most int)
RETURNS TABLE (identity_id uuid)
LANGUAGE plpgsql STABLE ROWS 50
SET role = 'porchlight_search' SET enable_seqscan = off SET plan_cache_mode = 'force_generic_plan' AS $$
DECLARE
  ours uuid := nullif(current_setting('app.workspace_id', true), '');
BEGIN
  RETURN QUERY
    SELECT found.id FROM (
      SELECT i.id, i.handle FROM identities i
      WHERE porchlight_lexemes(porchlight_scope(i.workspace_id), coalesce(i.name, '') || ' ' || coalesce(i.handle, '')) @@ words
        AND i.workspace_id = ours
      UNION
      SELECT i.id, i.handle FROM contacts c
      JOIN identities i ON i.workspace_id = ours AND i.contact_id = c.id
      WHERE porchlight_lexemes(porchlight_scope(c.workspace_id), c.name) @@ words AND c.workspace_id = ours
    ) found
    WHERE beginning IS NULL OR starts_with(lower(found.handle), beginning)
    LIMIT most;
END $$;
--> statement-breakpoint
CREATE FUNCTION porchlight_labelled(labels uuid[], most int)
RETURNS TABLE (conversation_id uuid)
LANGUAGE plpgsql STABLE ROWS 500
SET role = 'porchlight_search' SET enable_seqscan = off SET plan_cache_mode = 'force_generic_plan' AS $$
DECLARE
  ours uuid := nullif(current_setting('app.workspace_id', true), '');
BEGIN
  RETURN QUERY
    SELECT c.id FROM conversations c WHERE c.label_ids && labels AND c.workspace_id = ours LIMIT most;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION porchlight_said(tsquery[], int) FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION porchlight_said(tsquery[], int) TO porchlight_app;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION porchlight_named(tsquery, text, int) FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION porchlight_named(tsquery, text, int) TO porchlight_app;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION porchlight_labelled(uuid[], int) FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION porchlight_labelled(uuid[], int) TO porchlight_app;
