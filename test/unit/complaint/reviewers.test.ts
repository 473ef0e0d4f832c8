// Who may investigate and review as a table. Would catch: one person for two departments, an investigator or the handler who
// reviews, the agent complained of let in under a name typed with a space, a namesake taken for an account.
import { describe, expect, test } from 'vitest';
import { inquirerRefusal, reviewerRefusal, type Named } from '../../../shared/domain/complaint/reviewers.ts';

const account = (userId: string, name: string, login = userId): Named => ({ userId, login, name });
const colleague = (name: string): Named => ({ userId: null, login: '', name });

const matter = { subjectIds: ['sun'], interestedIds: ['qian'], agents: [{ number: 'A0012', name: '李四' }] };
const part = [account('zhao', '赵敏'), colleague('吴悦')];
const given = [
  { department: 'customerService', person: account('meng', '孟洁') },
  { department: 'audit', person: colleague('邵宁') },
] as const;

/** The person × what is said of it: as a reviewer of business management, as an investigator of internal audit. */
const TABLE: readonly (readonly [string, Named, string | null, string | null])[] = [
  ['a colleague without an account', colleague('石岩'), null, null],
  ['an account that took no part', account('shi', '石岩'), null, null],
  ['the handler by account', account('zhao', '改了名'), 'complaintReviewerTookPart', null],
  ['the handler by name', colleague(' 赵 敏'), 'complaintReviewerTookPart', null],
  ['an investigator', colleague('吴悦'), 'complaintReviewerTookPart', null],
  ['an account named as an investigator without one', account('wu', '吴悦'), 'complaintReviewerTookPart', null],
  ['the reviewer of another department', account('meng', '孟洁'), 'complaintReviewerTwice', 'complaintInquirerTwice'],
  ['another department’s by name', colleague('邵　宁'), 'complaintReviewerTwice', 'complaintInquirerTwice'],
  ['a namesake with an account of their own', account('meng2', '孟洁'), null, null],
  ['the person complained of', account('sun', '孙'), 'complaintPersonIsSubject', 'complaintPersonIsSubject'],
  ['the agent by login', account('x', '某', 'a0012'), 'complaintPersonIsAgent', 'complaintPersonIsAgent'],
  ['the agent by a typed name', colleague('李 四'), 'complaintPersonIsAgent', 'complaintPersonIsAgent'],
  ['who declared an interest', account('qian', '钱'), 'complaintPersonInterested', 'complaintPersonInterested'],
];

describe('each person', () => {
  for (const [name, person, reviews, investigates] of TABLE)
    test(name, () => {
      expect(reviewerRefusal({ department: 'businessManagement', person }, matter, { part, given })).toBe(reviews);
      expect(inquirerRefusal({ department: 'internalAudit', person }, matter, given)).toBe(investigates);
    });
});

test('a department may give its own verdict again, and make several inquiries', () => {
  const own = given[0];
  expect(reviewerRefusal(own, matter, { part, given })).toBeNull();
  expect(inquirerRefusal(own, matter, given)).toBeNull();
});
