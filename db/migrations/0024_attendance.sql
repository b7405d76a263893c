ALTER TABLE "members" ADD COLUMN "availability_by" uuid;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_strategy" CHECK ("teams"."strategy" in ('off', 'balanced', 'round_robin'));--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_absence" CHECK ("teams"."absence" in ('keep', 'on_message', 'after', 'cover'));--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_limits" CHECK ("teams"."absence_minutes" > 0 and "teams"."sticky_days" >= 0 and "teams"."touch_minutes" > 0 and "teams"."most_hops" >= 0 and "teams"."relax_minutes" >= 0);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_availability" CHECK ("members"."availability" in ('busy', 'away', 'offline') or ("members"."availability" = 'available' and "members"."availability_until" is null and "members"."availability_reason" is null));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_capacity" CHECK ("members"."capacity" between 0 and 999);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_cover" CHECK ("members"."cover_id" <> "members"."id");--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_calendar_fk" FOREIGN KEY ("workspace_id","calendar_id") REFERENCES "calendars"("workspace_id","id");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_cover_fk" FOREIGN KEY ("workspace_id","cover_id") REFERENCES "members"("workspace_id","id");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_availability_by_fk" FOREIGN KEY ("workspace_id","availability_by") REFERENCES "members"("workspace_id","id");
