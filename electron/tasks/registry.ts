// Every task that may run in the worker, by name. A task's code is loaded when it is asked for, so that a worker starts
// quickly and no worker holds what it does not use.
import type { Task } from './task.ts';

const loaders = {
  'audit.list': async () => (await import('../features/auditReading.ts')).listInWorker,
  'audit.choices': async () => (await import('../features/auditReading.ts')).choicesInWorker,
  'audit.verify': async () => (await import('../features/auditVerify.ts')).verifyAuditChain,
  'backup.write': async () => (await import('../features/backup/write.ts')).writeBackup,
  'backup.stage': async () => (await import('../features/backup/restore.ts')).stageRestore,
  'evidence.sweep': async () => (await import('../features/evidence/sweep.ts')).sweepEvidence,
  'retention.rules': async () => (await import('../features/retention/retention.ts')).retentionRules,
  'retention.due': async () => (await import('../features/retention/retention.ts')).dueForPurge,
  'retention.purge': async () => (await import('../features/retention/purge.ts')).purge,
  'retention.erase': async () => (await import('../features/retention/purge.ts')).erase,
  'grid.write': async () => (await import('../excel/gridExport.ts')).writeGrid,
  'roster.open': async () => (await import('../features/people/rosterOpen.ts')).openRoster,
  'roster.preview': async () => (await import('../features/people/rosterPreview.ts')).previewRoster,
  'roster.apply': async () => (await import('../features/people/rosterApply.ts')).applyRoster,
  'sheet.template': async () => (await import('../excel/sheet/template.ts')).writeTemplate,
  'responses.open': async () => (await import('../features/responses/importTasks.ts')).openImport,
  'responses.preview': async () => (await import('../features/responses/importTasks.ts')).previewImport,
  'responses.apply': async () => (await import('../features/responses/importTasks.ts')).applyImport,
  'training.open': async () => (await import('../features/training/importTasks.ts')).openTraining,
  'training.preview': async () => (await import('../features/training/importTasks.ts')).previewTraining,
  'training.apply': async () => (await import('../features/training/importTasks.ts')).applyTraining,
  'training.needs': async () => (await import('../features/training/needs.ts')).trainingNeeds,
  'training.effect': async () => (await import('../features/training/effect.ts')).trainingEffect,
  'training.records': async () => (await import('../features/training/reads.ts')).readTrainings,
  'training.plans': async () => (await import('../features/training/reads.ts')).readPlans,
  'training.progress': async () => (await import('../features/training/reads.ts')).readProgress,
  'training.reminder': async () => (await import('../features/training/reads.ts')).readReminder,
  'training.courses': async () => (await import('../features/training/reads.ts')).readCourses,
  'records.openFrame': async () => (await import('../features/records/frameTasks.ts')).openFrame,
  'records.previewFrame': async () => (await import('../features/records/frameTasks.ts')).previewFrame,
  'records.applyFrame': async () => (await import('../features/records/frameTasks.ts')).applyFrame,
  'standard.write': async () => (await import('../excel/standard/write.ts')).writeStandard,
  'standard.read': async () => (await import('../excel/standard/read.ts')).readStandard,
  'report.preview': async () => (await import('../features/report/preview.ts')).previewReport,
  'report.write': async () => (await import('../features/report/write.ts')).writeBranchReport,
  'report.verify': async () => (await import('../features/report/verify.ts')).verifyReport,
  'calendar.read': async () => (await import('../features/calendar/readFile.ts')).readCalendarFile,
  'calibration.consistency': async () => (await import('../features/calibration/consistency.ts')).consistency,
  'model.compare': async () => (await import('../features/score/compareModels.ts')).compareModels,
  'survey.statistics': async () => (await import('../features/survey/statistics.ts')).surveyStatistics,
  'assessment.compute': async () => (await import('../features/assessment/compute.ts')).computeAssessment,
  'assessment.differences': async () => (await import('../features/assessment/differences.ts')).assessmentDifferences,
  'plan.enforce': async () => (await import('../features/plan/enforceTask.ts')).enforceTask,
  'plan.draw': async () => (await import('../features/plan/drawTask.ts')).drawTask,
  'findings.page': async () => (await import('../features/findings/page.ts')).readFindings,
  'rectification.page': async () => (await import('../features/rectification/page.ts')).readRectificationsPage,
  'dashboard.branch': async () => (await import('../features/dashboard/branch.ts')).branchDashboard,
  'dashboard.agents': async () => (await import('../features/dashboard/branch.ts')).dashboardAgents,
  'dashboard.rows': async () => (await import('../features/dashboard/rows.ts')).dashboardRows,
  'dashboard.compare': async () => (await import('../features/dashboard/compare.ts')).compareSessions,
  'complaint.list': async () => (await import('../features/complaint/rows.ts')).complaintList,
  'complaint.statistics': async () => (await import('../features/complaint/statistics.ts')).complaintFigures,
  'improvement.measure': async () => (await import('../features/improvement/measure.ts')).measureFigure,
  'improvement.problems': async () => (await import('../features/improvement/problems.ts')).frequentProblems,
  'supervision.figures': async () => (await import('../features/supervision/figures.ts')).supervisionFigures,
  'score.agent': async () => (await import('../features/score/agentScore.ts')).agentScore,
} as const;

export type TaskName = keyof typeof loaders;
type TaskOf<Name extends TaskName> = Awaited<ReturnType<(typeof loaders)[Name]>>;
export type TaskInput<Name extends TaskName> = Parameters<TaskOf<Name>>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<TaskOf<Name>>>;

/** A task by its name, for the worker, which knows the types of neither side. */
export const taskNamed = async (name: TaskName): Promise<Task<unknown, unknown>> =>
  (await loaders[name]()) as Task<unknown, unknown>;
