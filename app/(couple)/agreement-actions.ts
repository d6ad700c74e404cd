/** What can be asked about an agreement from elsewhere than its own page: a check-in whose guide looks at them. */
export {
  acceptChange,
  dropChange,
  offerChange,
  retireAgreement,
  reviewAgreement,
} from "./read/agreements/actions";
