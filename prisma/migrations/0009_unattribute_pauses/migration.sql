-- Once a check-in has ended, its log says no more whose a pause was. New ends do this themselves.
UPDATE "CheckInEvent" e SET "seat" = NULL
FROM "CheckIn" c
WHERE c."coupleId" = e."coupleId" AND c."id" = e."checkInId" AND c."activeCoupleId" IS NULL
  AND e."type" IN ('paused', 'extended') AND e."seat" IS NOT NULL;
