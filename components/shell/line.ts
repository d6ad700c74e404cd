/**
 * How every line to the room is made, in a check-in and in reading together; it is opened when its page is ready for it, and left
 * by itself. Waits between two tries are socket.io's own: growing, and by chance up to half longer or shorter, so that the pages
 * of a server that restarts do not all come back in one moment.
 */
export const roomLine = {
  transports: ["websocket", "polling"],
  autoConnect: false,
  forceNew: true,
  reconnectionDelay: 500,
  reconnectionDelayMax: 4000,
  /**
   * A try to connect that is lost, as in a tunnel, says nothing by itself: it is given up after this, and not after the 20 seconds
   * of socket.io, in which somebody waits before words that could be there. A poor mobile network needs a few seconds to connect.
   */
  timeout: 10_000,
};

/** How long an answer of the room is waited for, before it counts as none. */
export const answerWithinMs = 8000;
