// Texts of the area score in English.
import type { SameKeys } from '../texts.ts';
import type { score as source } from '../zh-CN/score.ts';

export const score: SameKeys<typeof source> = {
  composite: 'Composite',
  base: 'Base',
  measure: {
    observation: 'Observation: {{of}}',
    survey: 'Survey: {{of}}',
    introduction: 'Time of the introduction',
    csi: 'Customer satisfaction index',
    record: 'Record review',
    file: 'Client file',
    reply24: 'Replied within 24 hours',
    solve48: 'Solved or next step within 48 hours',
    visit: 'Return visits on time',
  },
  adjustment: {
    complaints: 'Complaints upheld',
    rectifications: 'Rectifications overdue',
    training: 'Training short',
    commendations: 'Commendations',
  },
  derivation: {
    part: 'Part',
    share: 'Share',
    value: 'Score',
    contribution: 'Brings',
    without: 'No evidence, their share goes to the rest: ',
    sums: 'Weighted mean of {{count}}:',
    minutes: 'in minutes',
    capped: 'Sum {{raw}}, limited to {{cap}} points',
    training: '{{hours}} of {{required}} hours required',
    vetoed: 'Vetoed by a red line; graded as {{graded}}',
    likert: '{{likert}} of 5 points',
    dueOn: 'due {{day}}',
    unit: 'A piece of evidence',
    entry: 'An entry',
  },
};
