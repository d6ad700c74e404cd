/** What a plan can be asked for from elsewhere than its own pages: home answers, moves and starts; the lobby moves. */
export {
  agreeRhythm,
  answerProposal,
  declineRhythm,
  moveFollowing,
  movePlanned,
  skipPlanned,
  startPlanned,
  tellZone,
  withdrawProposal,
  writeInstead,
} from "./plan/actions";
