import { isCollision } from "@/server/couples/repository";

const rounds = 4;

/**
 * Does it once more when somebody else was faster at the very same moment, from the beginning and on what is true then.
 *
 * @throws the collision itself when it stays
 */
export async function despiteCollisions<T>(work: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await work();
    } catch (error) {
      if (round === rounds || !isCollision(error)) throw error;
    }
  }
}
