-- Agreements from before they had rows of their own. The second yes to keeping makes one, of the request that was asked last before
-- it. Where both went back afterwards nothing is guessed: the log of that check-in still says how it is.
WITH settled AS (
  SELECT s."coupleId", s."checkInId", s."seq", s."seat", s."at", (
    SELECT max(q."seq") FROM "CheckInEvent" q
    WHERE q."coupleId" = s."coupleId" AND q."checkInId" = s."checkInId" AND q."type" = 'asked' AND q."seq" < s."seq"
  ) AS "askedSeq"
  FROM "CheckInEvent" s
  WHERE s."type" = 'settled' AND (s."payload"->>'keep')::boolean
), made AS (
  SELECT "coupleId", "checkInId", "askedSeq", max("seq") AS "seq", max("at") AS "at"
  FROM settled
  GROUP BY "coupleId", "checkInId", "askedSeq"
  HAVING count(DISTINCT "seat") = 2
)
INSERT INTO "Agreement"
  ("coupleId", "id", "checkInId", "asker", "answerCommandId", "request", "answer", "agreedAt", "retiredAt")
SELECT m."coupleId", q."commandId", m."checkInId", q."seat", a."commandId",
  NULLIF(q."payload"->'words', 'null'::jsonb), NULLIF(a."payload"->'words', 'null'::jsonb), m."at", (
    SELECT min(r."at") FROM "CheckInEvent" r
    WHERE r."coupleId" = m."coupleId" AND r."checkInId" = m."checkInId" AND r."type" = 'retired'
      AND r."seq" > m."seq" AND r."payload"->>'agreement' = q."commandId"::text
  )
FROM made m
JOIN "CheckInEvent" q
  ON q."coupleId" = m."coupleId" AND q."checkInId" = m."checkInId" AND q."seq" = m."askedSeq"
JOIN LATERAL (
  SELECT e."commandId", e."payload" FROM "CheckInEvent" e
  WHERE e."coupleId" = m."coupleId" AND e."checkInId" = m."checkInId" AND e."type" = 'answered'
    AND e."seq" > m."askedSeq" AND e."seq" < m."seq"
  ORDER BY e."seq" DESC LIMIT 1
) a ON true
WHERE NOT EXISTS (
  SELECT FROM "CheckInEvent" b
  WHERE b."coupleId" = m."coupleId" AND b."checkInId" = m."checkInId" AND b."type" = 'backAsked' AND b."seq" > m."seq"
)
ON CONFLICT DO NOTHING;
