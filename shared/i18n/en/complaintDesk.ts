// Texts of a complaint case as its handler works in it, in English: drafts, what is recorded already, why a round began, the letter.
import type { SameKeys } from '../texts.ts';
import type { complaintDesk as source } from '../zh-CN/complaintDesk.ts';

export const complaintDesk: SameKeys<typeof source> = {
  draft: {
    kept: 'Your draft of {{at}} is shown again; it is not recorded yet',
    drop: 'Discard draft',
    lost: 'The draft was not kept: {{reason}}',
  },
  begun: {
    sentBack: 'Sent back by the review: {{by}}, {{at}}',
    newFacts: 'Investigated again on new facts: {{by}}, {{at}}',
  },
  recorded: 'Recorded so far',
  refusedReview: 'Somebody else reviews this case: {{reason}} You may still record the proof that the answer arrived.',
  reviewedBy: 'Reviewer: {{by}}',
  pass: {
    lacking: 'Cannot pass, still missing: {{demand}}',
    against: 'Cannot pass: {{names}} disagrees, so it must be sent back',
    backWhen: 'It can be sent back once all three views are there and one of them disagrees',
  },
  joined: {
    title: 'Joined to {{number}}',
    text: 'The steps are taken in the first case; its answer also goes to the complainants of this one. The legal limit above is this case’s own.',
    open: 'Open {{number}}',
  },
  notNeeded: 'Not needed',
  withdrawal: {
    hint: 'Who withdrew and how, such as a signed statement or a call record; words or a file',
    by: 'Withdrawn by',
    way: {
      inPerson: 'In person',
      registeredMail: 'Letter',
      courier: 'Courier',
      email: 'E-mail',
      message: 'Text message or WeChat',
      phone: 'Phone',
    },
  },
  finding: {
    place: '{{channel}} (complaint {{number}})',
    scope: 'Complainants: {{people}}',
    back: 'Back to complaint {{number}}',
  },
  alike: 'Similar text only ({{count}})',
  file: { none: 'Evidence of the case', attach: 'Add a file' },
  letter: {
    by: { phone: 'by phone', mail: 'by letter', online: 'online', onSite: 'in person' },
    decision: {
      upheld: 'We examined your complaint and uphold it. We take the measures below.',
      notUpheld: 'We examined your complaint and do not uphold it, for the reasons above.',
    },
    result: { upheld: 'Upheld', notUpheld: 'Not upheld' },
    reexamination:
      'If you disagree you may ask {{branch}} in writing for a re-examination within 30 days of receiving this answer; if you receive it on {{today}}, until {{until}}. We answer within 30 days of your request.',
    noMeasures: 'No measures are needed.',
    time: 'The measures are completed by {{day}}.',
    followUp: 'After the measures {{handler}} contacts you with the result and asks for your opinion.',
    askUs: 'If you have questions, please contact {{handler}}.',
  },
  reexamination: {
    may: 'May be answered by {{names}}',
    refused: 'You may not answer it: {{reason}}',
    nobody:
      'Nobody may answer it at present: ask the administrator to add another manager who took no part, or ask headquarters to name someone.',
  },
};
