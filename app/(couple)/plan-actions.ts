/** What a plan can be asked for from elsewhere than its own pages: home answers, moves and starts; the lobby moves; You has the calendar's address. */
export {
  agreeRhythm,
  answerProposal,
  declineRhythm,
  makeFeed,
  moveFollowing,
  movePlanned,
  revokeFeed,
  skipPlanned,
  startPlanned,
  tellZone,
  withdrawProposal,
  writeInstead,
} from "./plan/actions";
