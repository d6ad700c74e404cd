import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { standard } from "@/lib/guides/standard";
import { checkInIdSchema, commandIdSchema } from "@/lib/ids";
import { cookieName } from "@/server/auth/session-token";
import { payloadOf } from "@/server/check-ins/event-row";
import { eventsToFirstTurn } from "./conversation";
import type { SeededRoom } from "./messages";

const newCommandId = () => commandIdSchema.parse(randomUUID());
const couplesAtOnce = 50;

/** JSON's keys are the columns; what is not named keeps its default. */
const insertInto = (table: string, columns: string) =>
  `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
const statements = {
  person: insertInto(
    "Person",
    '"id","email","name","authHash","salt","kdfMemoryKib","kdfIterations","kdfParallelism","publicKey","privateKeyByPassword","privateKeyByRecoveryCode"',
  ),
  device: insertInto("AuthSession", '"id","personId","device","expiresAt"'),
  couple: insertInto("Couple", '"id"'),
  partner: insertInto("Partner", '"coupleId","seat","personId","sealedCoupleKey","linkedPersonId"'),
  checkIn: insertInto("CheckIn", '"id","coupleId","guideId","guideVersion","status"'),
  event: insertInto("CheckInEvent", '"coupleId","checkInId","seq","type","payload","seat","commandId","at"'),
};

const personOf = (id: string) => ({
  id,
  email: `${id}@heard.example`,
  name: "Sam",
  authHash: "-",
  salt: "-",
  kdfMemoryKib: 1,
  kdfIterations: 1,
  kdfParallelism: 1,
  publicKey: "-",
  privateKeyByPassword: "-",
  privateKeyByRecoveryCode: "-",
});

const checkInOf = (coupleId: string) => {
  const id = checkInIdSchema.parse(randomUUID());
  const { id: guideId, version: guideVersion } = standard;
  const opened = {
    ...({ type: "opened", seat: "A", at: Date.now(), commandId: newCommandId() } as const),
    ...({ checkInId: id, guideId, guideVersion, mode: "written", favoured: "A" } as const),
  };
  const events = eventsToFirstTurn(opened, newCommandId).map((event, index) => ({
    coupleId,
    checkInId: id,
    seq: index + 1,
    type: event.type,
    payload: payloadOf(event),
    seat: event.seat,
    commandId: event.commandId,
    at: new Date(event.at).toISOString(),
  }));
  return { row: { id, coupleId, guideId, guideVersion, status: "inProgress" }, events };
};

/**
 * Couples whose check-ins stand at the first turn, and a signed-in device for each partner. Written straight into the tables:
 * a thousand invitations by their own way would take longer than all that is measured.
 *
 * @param checkInsOf how many check-ins the room of this number gets
 * @param secret that the server opens its cookies with
 */
export async function seedRooms(
  url: string,
  rooms: number,
  checkInsOf: (room: number) => number,
  secret: string,
): Promise<SeededRoom[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const seeded: SeededRoom[] = [];
  const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
  try {
    for (let first = 0; first < rooms; first += couplesAtOnce) {
      const couples = Array.from({ length: Math.min(couplesAtOnce, rooms - first) }, (_, index) => {
        const coupleId = randomUUID();
        const people = (["A", "B"] as const).map((seat) => ({ seat, id: randomUUID(), device: randomUUID() }));
        const checkIns = Array.from({ length: checkInsOf(first + index) }, () => checkInOf(coupleId));
        return { coupleId, people, checkIns };
      });
      const ofPeople = <T>(make: (person: { seat: "A" | "B"; id: string; device: string }, coupleId: string) => T) =>
        couples.flatMap(({ coupleId, people }) => people.map((person) => make(person, coupleId)));
      const insert = (statement: string, rows: unknown[]) => client.query(statement, [JSON.stringify(rows)]);
      await client.query("BEGIN");
      await insert(
        statements.person,
        ofPeople(({ id }) => personOf(id)),
      );
      await insert(
        statements.device,
        ofPeople(({ id, device }) => ({ id: device, personId: id, device: "-", expiresAt })),
      );
      await insert(
        statements.couple,
        couples.map(({ coupleId }) => ({ id: coupleId })),
      );
      await insert(
        statements.partner,
        ofPeople(({ seat, id }, coupleId) => {
          return { coupleId, seat, personId: id, sealedCoupleKey: "-", linkedPersonId: id };
        }),
      );
      const checkIns = couples.flatMap((couple) => couple.checkIns);
      await insert(
        statements.checkIn,
        checkIns.map(({ row }) => row),
      );
      await insert(
        statements.event,
        checkIns.flatMap(({ events }) => events),
      );
      await client.query("COMMIT");
      for (const couple of couples) {
        const cookies = couple.people.map(async ({ device }) => {
          return `${cookieName("session")}=${await encode({ token: { sid: device }, secret })}`;
        });
        seeded.push({ checkInIds: couple.checkIns.map(({ row }) => row.id), cookies: await Promise.all(cookies) });
      }
    }
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
  return seeded;
}
