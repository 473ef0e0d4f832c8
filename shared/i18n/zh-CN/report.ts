// Texts of the area report in Chinese: the source of its keys.
export const report = {} as const;
