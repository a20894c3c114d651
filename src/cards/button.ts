/** What every card verb is called on the wire; features know each other's buttons by these names only. */
export const verbs = {
  showMeetings: 'minutes.showMeetings',
  showMeeting: 'minutes.showMeeting',
  showItem: 'minutes.showItem',
  openOriginal: 'minutes.openOriginal',
  showWalk: 'archive.show',
  exportWalk: 'archive.export',
  showAnswer: 'decisions.showAnswer',
  exportAnswer: 'decisions.exportAnswer',
  clearContext: 'decisions.clearContext',
  showHelp: 'help.showHelp',
  askSecretariat: 'enquiries.ask',
  showEnquiry: 'enquiries.show',
  answerEnquiry: 'enquiries.answer',
  takeBackEnquiry: 'enquiries.takeBack',
  markEnquiry: 'enquiries.mark',
  showReview: 'minutes.showReview',
  archiveReview: 'minutes.archiveReview',
  discardReview: 'minutes.discardReview',
  takeBackReview: 'minutes.takeBackReview',
  showMembers: 'members.showAll',
  showMember: 'members.show',
  setMemberRole: 'members.setRole',
  endMembership: 'members.end',
  registerMember: 'members.register',
  showReaderTiers: 'members.showReaderTiers',
  setReaderTier: 'members.setReaderTier',
  undoMembers: 'members.undo',
  bindChannel: 'members.bindChannel',
  showSendings: 'outbox.showAll',
  showSending: 'outbox.show',
  resolveSending: 'outbox.resolve',
  showAgenda: 'agenda.showAgenda',
  showAgendaItem: 'agenda.showItem',
  showEarlier: 'agenda.showEarlier',
  giveInput: 'agenda.giveInput',
  showBrief: 'brief.show',
  offerBrief: 'brief.offer',
  showInputStatus: 'inputStatus.show',
  changeInputRound: 'inputStatus.change',
  showDeadlineForm: 'inputStatus.showDeadlineForm',
  saveDeadline: 'inputStatus.saveDeadline',
  decideLate: 'inputStatus.decideLate',
  showInputPlan: 'inputPlan.show',
  showInputPlanForm: 'inputPlan.showForm',
  saveInputPlan: 'inputPlan.save',
  showItemPlan: 'inputPlan.showItem',
  saveItemPlan: 'inputPlan.saveItem',
  undoInputPlan: 'inputPlan.undo',
  keepAged: 'retention.keep',
  showMyInput: 'input.showMine',
  showInputForm: 'input.showForm',
  saveInput: 'input.save',
  markSeen: 'input.markSeen',
  withdrawInput: 'input.withdraw',
  undoInput: 'input.undo',
  inputStands: 'input.stands',
  showRest: 'input.showRest',
  answerRest: 'input.answerRest',
  showInputHistory: 'input.showHistory',
  showDelegateForm: 'input.showDelegateForm',
  saveDelegate: 'input.saveDelegate',
  pauseReminders: 'input.pauseReminders',
  showDrafts: 'draft.showAll',
  showDraft: 'draft.show',
  showDraftItem: 'draft.showItem',
  changeDraftItem: 'draft.changeItem',
  showDraftItemForm: 'draft.showItemForm',
  saveDraftItem: 'draft.saveItem',
  showMeetingForm: 'draft.showMeetingForm',
  saveMeetingForm: 'draft.saveMeeting',
  showFindings: 'draft.showFindings',
  acceptFindings: 'draft.acceptFindings',
  previewDraft: 'draft.preview',
  publishDraft: 'draft.publish',
  showScheduleForm: 'draft.showScheduleForm',
  scheduleDraft: 'draft.schedule',
  changeDraftState: 'draft.changeState',
  replaceAgenda: 'draft.replace',
  showProposals: 'proposal.showAll',
  showProposal: 'proposal.show',
  showProposalForm: 'proposal.showForm',
  saveProposal: 'proposal.save',
  changeProposalState: 'proposal.changeState',
  acceptProposal: 'proposal.accept',
  showReturnForm: 'proposal.showReturnForm',
  returnProposal: 'proposal.return',
} as const;

/** A button that asks Referent for something, as the card skeletons expect it. */
export interface Button {
  /** A verb, as few words as can be. */
  title: string;
  verb: string;
  /** Comes back with the press, and must be read as untrusted. */
  data: Readonly<Record<string, unknown>>;
  /** Says what `title` leaves to the row it stands in; read aloud by screen readers. */
  tooltip: string;
}

export const button = (title: string, verb: string, data: Button['data'] = {}, tooltip: string = title): Button => ({
  title,
  verb,
  data,
  tooltip,
});

/**
 * A button whose verb answers with a form. In Teams the form opens in a dialog; where there are none it comes as a card: the
 * same form, of the same verb. Which of the two is decided where the card is sent.
 */
export const formButton = (...parts: Parameters<typeof button>): Button => {
  const made = button(...parts);
  return { ...made, data: { ...made.data, msteams: { type: 'task/fetch' } } };
};

/** Buttons that stand beside each other. */
export interface ButtonRow {
  spacing: 'Small' | 'Medium';
  buttons: Button[];
}

/** In characters: what fits beside each other on a phone of 320 pixels. A button takes some room beside its title. */
const rowWidth = 32;
const buttonFrame = 4;

/** Divides buttons into rows that fit on a small phone; clients differ in what they do with the rest, and some cut it off. */
export function toButtonRows(buttons: readonly Button[]): ButtonRow[] {
  const rows: ButtonRow[] = [];
  let left = 0;
  for (const next of buttons) {
    const width = next.title.length + buttonFrame;
    const row = rows.at(-1);
    if (row === undefined || width > left) {
      rows.push({ spacing: rows.length === 0 ? 'Medium' : 'Small', buttons: [next] });
      left = rowWidth - width;
    } else {
      row.buttons.push(next);
      left -= width;
    }
  }
  return rows;
}
