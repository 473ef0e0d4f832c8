// Every migration, in order. Numbers rise by ten and are never reused; a published one is never edited.
import { migration0010 } from './0010-foundation.ts';
import { migration0020 } from './0020-standard.ts';
import { migration0030 } from './0030-people.ts';
import { migration0040 } from './0040-observation.ts';
import { migration0050 } from './0050-score.ts';
import { migration0060 } from './0060-running.ts';
import { migration0070 } from './0070-survey.ts';
import { migration0080 } from './0080-records.ts';
import { migration0090 } from './0090-patrol.ts';
import { migration0100 } from './0100-responses.ts';
import { migration0110 } from './0110-feedback.ts';
import { migration0120 } from './0120-assessment.ts';
import { migration0130 } from './0130-calibration.ts';
import { migration0140 } from './0140-modelDraft.ts';
import { migration0150 } from './0150-plan.ts';
import { migration0160 } from './0160-appeal.ts';
import { migration0170 } from './0170-rectification.ts';
import { migration0180 } from './0180-complaint.ts';
import { migration0190 } from './0190-training.ts';
import { migration0200 } from './0200-improvement.ts';
import { migration0210 } from './0210-calendar.ts';
import { migration0220 } from './0220-inspectionPhotos.ts';
import { migration0230 } from './0230-planSessions.ts';
import { migration0240 } from './0240-modelComparison.ts';
import { migration0250 } from './0250-findings.ts';
import { migration0260 } from './0260-complaintReview.ts';
import { migration0270 } from './0270-trainingPlans.ts';
import { migration0280 } from './0280-improvementParts.ts';
import { migration0290 } from './0290-retention.ts';
import { migration0300 } from './0300-complaintMatter.ts';
import { migration0310 } from './0310-complaintStepDrafts.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
  migration0070,
  migration0080,
  migration0090,
  migration0100,
  migration0110,
  migration0120,
  migration0130,
  migration0140,
  migration0150,
  migration0160,
  migration0170,
  migration0180,
  migration0190,
  migration0200,
  migration0210,
  migration0220,
  migration0230,
  migration0240,
  migration0250,
  migration0260,
  migration0270,
  migration0280,
  migration0290,
  migration0300,
  migration0310,
];
