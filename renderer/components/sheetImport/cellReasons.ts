// Reasons for which any import keeps a cell out; their words stand in the area `sheetImport`.

const CELL_REASONS = ['digitsLost', 'dateUnreadable', 'dateAmbiguous', 'dateOutOfRange', 'cellError'] as const;
type CellReason = (typeof CELL_REASONS)[number];

export const isCellReason = (reason: string): reason is CellReason => CELL_REASONS.some((one) => one === reason);
