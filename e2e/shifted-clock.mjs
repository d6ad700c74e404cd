/*
 * Loaded into a server under test before its own code (`node --import`): its clock then says another day and goes on from there,
 * by CLOCK_SHIFT_MS milliseconds. The database keeps its own clock, so jobs that wait for an instant do not see the shift.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + shift;

globalThis.Date = class ShiftedDate extends RealDate {
  // Of its own and not only inherited: Next makes a Date after this one's own properties.
  static UTC = RealDate.UTC;
  static parse = RealDate.parse;

  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }

  static now() {
    return now();
  }
};
